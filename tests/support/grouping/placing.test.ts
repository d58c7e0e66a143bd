import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hear, peopleIn, type Said } from '../../../src/support/grouping/hearing.ts';
import { place } from '../../../src/support/grouping/placing.ts';
import type { Placed } from '../../../src/support/grouping/scene.ts';
import { groupLines, linesOf } from './channel.ts';

const CHANNELS: Readonly<Record<string, string>> = {
  'a burst is one matter': `
    a 0 Nora: Hello!
    a 4 Nora: our March invoice is wrong
    a 9 Nora: it says 12 seats and we have 8
    a 40 Nora: number is INV-2093`,
  'whoever asks after it goes on with it': `
    a 0 Nora: our March invoice is wrong
    a 600 Nora: any news on this?`,
  'an agent answers who waits, without a name': `
    a 0 Nora: The dashboard shows no numbers for yesterday
    a 60 Sam: I see it too. The import is running again, 20 minutes.
    a 400 Nora: it is back, thanks!`,
  'an agent answers an hour and a half later, by name': `
    a 0 Nora: I was charged twice for invoice 4411
    a 5400 Sam: Nora: sorry for the wait, the second charge is refunded`,
  'a question of an agent and what comes back': `
    a 0 Nora: The dashboard shows no numbers for yesterday
    a 90 Sam: Which browser are you using?
    a 120 Nora: Firefox 128
    a 180 Sam: please clear the cache and try again`,
  'two customers write in turns': `
    a 0 Nora: I was charged twice for invoice 4411
    b 20 Ben: My parcel has not arrived, it was due on Friday
    a 30 Nora: the amount was 40 euros both times
    b 45 Ben: tracking says Leipzig
    a 60 Sam: Nora, I have refunded the second charge
    b 90 Ada: Ben: your parcel left Leipzig today
    a 100 Nora: thank you!
    b 110 Ben: great, thanks`,
  'three customers, answered out of order': `
    a 0 Nora: I was charged twice for invoice 4411
    b 20 Ben: My parcel 88213 has not arrived
    c 25 Mia: can I get a copy of the contract?
    a 30 Nora: on the 3rd and on the 5th of March
    c 40 Sam: @Mia sure, which address should I send it to?
    b 45 Ben: tracking has not moved since Friday
    c 50 Mia: the one of our office please
    b 60 Ada: @Ben I am asking the carrier
    a 80 Ada: @Nora refunded
    a 90 Nora: thanks Ada
    c 100 Mia: got it, thank you`,
  'answers go by what they speak of': `
    a 0 Nora: I was charged twice for invoice 4411
    b 20 Ben: My parcel 88213 has not arrived, it was due on Friday
    a 60 Sam: We refunded the second charge of invoice 4411
    b 90 Ada: parcel 88213 left Leipzig today`,
  'the very same words of another customer are a matter of theirs': `
    a 0 Nora: I cannot log in to my account
    b 10 Ben: I cannot log in to my account
    c 15 Mia: I cannot log in to my account`,
  'a question about the same thing is a matter of its own': `
    a 0 Nora: The export to CSV has empty columns since the update
    b 30 Ben: How can I schedule the export to CSV every week?`,
  'others chime in': `
    a 0 Nora: The export to CSV fails with error E-1042
    a 30 Ben: same here
    a 60 Mia: +1, we see that too
    a 70 Ben: since this morning
    b 600 Ben: My parcel was due on Friday and is not here`,
  'nobody chimes in with what is long past, or with what they had before': `
    a 0 Nora: My parcel 88213 has not arrived
    b 1500 Ben: same problem with our export
    c 1510 Mia: same issue as last week`,
  'whoever has much to say of the same has a matter of their own': `
    a 0 Nora: I was charged twice for invoice 4411
    b 30 Ben: same here, our invoice 4420 of last month was charged three times to the wrong card and we want it back today`,
  'details for a colleague': `
    a 0 Nora: Our order arrived without the cables
    a 40 Ben: @Nora the order number is 5120
    a 60 Ben: it was delivered to the Oslo office`,
  'another customer helps': `
    a 0 Nora: the login page shows a blank screen
    a 40 Mia: Nora, try a hard refresh, that helped me
    a 80 Nora: thanks Mia, that did it`,
  'a colleague answers what the team asked, with a word': `
    a 0 Nora: Our exports fail since the update
    a 60 Sam: Which region are you in?
    a 90 Ben: eu-west`,
  'a trouble that comes right after a question of the team is no answer': `
    a 0 Nora: Our exports fail since the update
    a 60 Sam: Which region are you in?
    b 90 Ben: My parcel was due on Friday and is not here
    a 95 Nora: eu-west`,
  'another customer asks the same agent': `
    a 0 Nora: How do I export to CSV?
    a 50 Sam: Under Reports, Export.
    b 80 Ben: Sam, can you also check my invoice?`,
  'the same customer announces another matter': `
    a 0 Nora: I was charged twice for invoice 4411
    b 900 Nora: Another question: how can I add a colleague to our workspace?
    b 930 Nora: she needs admin rights`,
  'the same customer begins another matter after a while': `
    a 0 Nora: I was charged twice for invoice 4411
    b 1200 Nora: Hi, can someone tell me how to reset my password? The code never arrives`,
  'the same customer has other trouble, with no word of the first': `
    a 0 Nora: I was charged twice for invoice 4411
    a 60 Sam: Hi Nora, I have refunded the second charge, it takes three days.
    a 90 Nora: great, thank you
    b 700 Nora: our parcel 881 has not arrived`,
  'the same customer has the same trouble still': `
    a 0 Nora: I was charged twice for invoice 4411
    a 60 Sam: Hi Nora, I have refunded the second charge.
    a 90 Nora: great, thank you
    a 700 Nora: it still does not show on our bank statement`,
  'the same customer asks on': `
    a 0 Nora: How do I export to CSV?
    a 50 Sam: Under Reports, Export.
    a 80 Nora: and can I do that for all users at once?`,
  'after half an hour a matter rests': `
    a 0 Nora: Our order 5120 arrived without the cables
    b 1900 Nora: I am still missing the cables in order 5120`,
  'agents talk among themselves': `
    a 0 Nora: I was charged twice for invoice 4411
    s 120 Ada: Sam, are you in the standup?
    s 130 Sam: yes, one minute
    s 150 Ada: ok
    a 200 Ada: Nora, I look into it`,
  'agents share out the work': `
    a 0 Nora: I was charged twice for invoice 4411
    s 60 Ada: can someone take this one?
    s 70 Sam: I'll take it
    s 75 Ada: thanks!
    a 200 Sam: Hi Nora, looking into it now`,
  'agents talk while customers do': `
    a 0 Nora: I was charged twice for invoice 4411
    s 60 Ada: @Sam did you push the release?
    s 70 Sam: not yet, tests are red
    s 80 Ada: which ones?
    s 95 Sam: the flaky browser ones
    b 105 Ben: The export is broken, error 500
    b 130 Sam: Ben, which export do you mean?
    b 150 Ben: the CSV one`,
  'the team announces something': `
    a 0 Nora: I was charged twice for invoice 4411
    a 30 Sam: Hi Nora, I will check
    s 400 Ada: Heads-up everyone: maintenance tonight at 22:00 UTC, the app will be down for ten minutes`,
  'a list is no name': `
    a 0 Nora: How do I add a user?
    a 50 Ada: Settings, Members, Invite.`,
};

describe('in a channel where a team answers', () => {
  it.each(Object.entries(CHANNELS))('%s', (_name, channel) => {
    const lines = linesOf(channel);
    expect(groupLines(lines)).toEqual(lines.map(({ label }) => label));
  });
});

describe('a line of the team two minutes after a customer’s question', () => {
  const said = (line: string) =>
    groupLines(linesOf(`a 0 Nora: I was charged twice for invoice 4411\n s 120 Ada: ${line}`))[1];

  it.each([
    'I am on it',
    'Hi, let me check that for you',
    'Hello! What is the order number?',
    'which browser is it?',
    'Could you send us a screenshot?',
    'Sorry about that! It is refunded.',
    'It should be back now',
    'See https://status.acme.example',
  ])('answers it: %s', (line) => {
    expect(said(line)).toBe('a');
  });

  it.each([
    'brb lunch',
    'hello',
    'ok',
    '👍',
    'meeting in 5',
    'Good morning all',
    'who takes this one?',
    'did we ship the patch yesterday?',
    'has anyone seen the new config?',
    'hey team, short standup today',
    '@Sam can you look at this ticket?',
  ])('is said among the team: %s', (line) => {
    expect(said(line)).toBe('s');
  });
});

describe('where nobody knows who answers', () => {
  it('people who call each other by name are told apart', () => {
    const lines = linesOf(`
      a 0 carl42: does anyone know how to mount an ntfs drive?
      b 20 jo: my sound is gone since the update, what can I do?
      a 40 kim: carl42: which release?
      b 60 lee: jo, is it muted in the mixer?
      a 70 carl42: kim: 24.04
      b 90 jo: lee: no, it is not
      a 120 kim: carl42, then it is in the file manager
      a 200 carl42: thanks kim`);
    expect(groupLines(lines, false)).toEqual(lines.map(({ label }) => label));
  });
});

const WINDOW = 30 * 60_000;
const text = fc.oneof(
  fc.string({ maxLength: 200, unit: 'binary' }),
  fc.constantFrom(
    'same here',
    'nora: ok',
    '@ben +1',
    'another question: how?',
    '',
    '   ',
    ', : @',
    'ﷺ'.repeat(2_000),
    'can someone '.repeat(3_000),
    '@'.repeat(40_000),
    '__proto__ constructor toString',
  ),
);
const said: fc.Arbitrary<Said> = fc.record({
  id: fc.string({ maxLength: 3 }),
  author: fc.record({
    id: fc.constantFrom('nora', 'ben', '__proto__', '', 'constructor', '@@', 'A'.repeat(5_000)),
    name: fc.constantFrom('', 'Nora Bauer', 'toString', '   ', 'Ben'),
    role: fc.constantFrom('customer', 'agent', 'lead', 'colleague', 'bot', undefined),
  }),
  at: fc.integer({ min: -1e12, max: 1e13 }),
  text,
});

describe('whatever is said, in whatever order', () => {
  it('each message is in one conversation that is there, or begins one', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), fc.boolean(), (all, staffed) => {
        const stream: Placed[] = [];
        for (const [i, one] of all.entries()) {
          const heard = hear(one, peopleIn(stream));
          const placement = place(heard, stream, { staffed, window: WINDOW });
          expect(place(heard, stream, { staffed, window: WINDOW })).toEqual(placement);
          expect(placement.share).toBeGreaterThan(0);
          expect(placement.share).toBeLessThanOrEqual(1);
          expect(placement.because).not.toBe('');
          const { conversation = `c${i}` } = placement;
          if (placement.conversation !== undefined) {
            expect(stream.map((placed) => placed.conversation)).toContain(conversation);
          }
          stream.push({ ...heard, conversation });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('nobody’s matter is joined by another customer who calls nobody and has not joined in', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 20 }), (all) => {
        const stream: Placed[] = [];
        for (const [i, one] of all.entries()) {
          const customer = { ...one, author: { id: `u${i}`, name: '', role: 'customer' as const } };
          const heard = hear(customer, peopleIn(stream));
          const { conversation } = place(heard, stream, { staffed: true, window: WINDOW });
          const calls = heard.to !== undefined || heard.chimesIn;
          if (!calls) expect(conversation).toBeUndefined();
          stream.push({ ...heard, conversation: conversation ?? `c${i}` });
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    'a@b: , any one some body ',
    'a',
    ' ',
    ', ',
    '@',
    "'",
    'hi ',
    'same ',
    'another ',
    'ﷺ',
    'a-',
    '`',
    'nora: ',
  ])('40,000 characters of %j are heard in a moment', (piece) => {
    const one = {
      id: '1',
      author: { id: piece.repeat(1_000), name: piece.repeat(1_000) },
      at: 0,
      text: piece.repeat(Math.ceil(40_000 / piece.length)),
    };
    const began = performance.now();
    for (let i = 0; i < 20; i++) hear(one, peopleIn([]));
    expect((performance.now() - began) / 20).toBeLessThan(20);
  });

  it('looks back no further than it must, however long a channel has been busy', () => {
    const stream: Placed[] = [];
    const began = performance.now();
    for (let i = 0; i < 5_000; i++) {
      const one = {
        id: `${i}`,
        author: { id: `u${i % 37}`, name: '' },
        at: i * 7_000,
        text: `the export number ${i % 91} of ${i % 13} fails with error E${i % 301}, u${(i + 5) % 37}`,
      };
      const before = stream.slice(-500);
      const heard = hear(one, peopleIn(before));
      const { conversation } = place(heard, before, { staffed: false, window: WINDOW });
      stream.push({ ...heard, conversation: conversation ?? `c${i}` });
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
