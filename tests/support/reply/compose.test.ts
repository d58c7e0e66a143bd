import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../src/support/reply/compose.ts';
import { leastCpu } from '../../cpu-time.ts';
import { AT, conversation, handbook, type Turn } from './stage.ts';

const draft = (turns: Turn | readonly Turn[], hint?: string, name?: string) =>
  compose(
    conversation(typeof turns === 'string' ? [turns] : (turns as Turn[]), name),
    handbook,
    AT,
    {
      ...(hint === undefined ? {} : { hint }),
    },
  );
const failed = (checks: readonly { name: string; pass: boolean }[]) =>
  checks.filter(({ pass }) => !pass).map(({ name }) => name);

describe('a draft', () => {
  it('greets by first name, names the problem with its details, and promises a time', () => {
    const { text } = draft('You charged me twice for invoice 2026-114, please look into it');
    expect(text).toMatch(/^(Hi|Hello) Nora,/);
    expect(text).toContain('the double charge (invoice 2026-114)');
    expect(text).toContain('by 12:15 pm today (UTC)');
  });

  it('says what it is like and owns it when the customer is upset, and not otherwise', () => {
    const upset = draft('My order is still not here, this is ridiculous and I am so angry!!');
    const calm = draft('My order is still not here');
    expect(upset.text).toMatch(/frustrat|annoy|tiring|maddening|enough/);
    expect(upset.text).toContain('sorry');
    expect(calm.text).not.toMatch(/frustrat|annoy|tiring|maddening/);
    expect(calm.text.length).toBeLessThan(upset.text.length);
  });

  it('asks for the order number only while it is missing', () => {
    expect(draft('My parcel never arrived').text).toContain('number');
    expect(draft('My parcel never arrived, order 55-1234').text).not.toMatch(/number|\?/);
  });

  it('is short when the customer was', () => {
    const words = draft('Where do I find the export?').text.split(/\s+/).length;
    expect(words).toBeLessThan(35);
  });

  it('asks what is needed when there is nothing to go on', () => {
    const { text } = draft('help me please');
    expect(text).toContain('?');
    expect(text).not.toMatch(/your message|"/);
  });

  it('thanks for praise and promises no time', () => {
    const { text } = draft('Your support team is amazing, thank you for the great help!');
    expect(text).not.toMatch(/\bby \d/);
    expect(text).toMatch(/Thank you/);
  });

  it('tells somebody who asks for a person that a person comes', () => {
    expect(draft('Let me talk to a human').text).toMatch(/person|Somebody/);
  });

  it('counts the promise in opening hours', () => {
    const { text } = compose(conversation(['The export is broken']), handbook, AT + 7 * 3_600_000);
    expect(text).toContain('by tomorrow, 1 pm (UTC)');
  });

  it('holds no link, mention or markup that the customer typed', () => {
    const { text } = draft(
      'My <!channel> dashboard https://evil.example/x [crashed](http://evil.example) <@U12345> *a* `b` @everyone #order',
    );
    expect(text).not.toMatch(/[<>@`*[\]]|http|evil|everyone|channel/);
  });

  it('repeats no number that may be a card', () => {
    expect(
      draft('I was charged twice on 4111111111111111, order 4111111111111111').text,
    ).not.toContain('4111');
  });

  it('is the same for the same conversation', () => {
    expect(draft('The app crashes')).toEqual(draft('The app crashes'));
  });
});

describe('a name', () => {
  it.each(['user_4411', 'Support', '<script>', '', 'x', '@channel'])(
    'like "%s" is not greeted',
    (name) => {
      const { text, checks } = draft('The app crashes', undefined, name);
      expect(text).toMatch(/^(Hi|Hello),/);
      expect(failed(checks)).toEqual([]);
    },
  );
});

describe('a draft in a conversation that goes on', () => {
  const first = 'My order has not arrived';
  const sent = draft(first);

  it('greets no second time and takes up what was added', () => {
    const { text } = draft([first, { sent }, 'it is order 55-1234']);
    expect(text).not.toMatch(/^(Hi|Hello) Nora,/);
    expect(text).toContain('order 55-1234');
    expect(text).not.toContain('?');
  });

  it('knows that somebody who asks again has waited', () => {
    const { text } = draft([first, { agent: 'I am on it' }, 'Any news? I am still waiting!']);
    expect(text).toMatch(/tiring|waited|chase/);
    expect(text).toContain('has not arrived');
  });

  it('turns to a new matter when the customer does', () => {
    const { text } = draft([first, { sent }, 'Also, how do I reset my password?']);
    expect(text).toContain('your password');
    expect(text).not.toContain('has not arrived');
  });

  it('says nothing twice while there are other words', () => {
    const again = draft([first, { sent }, 'My other order has not arrived either, number 77-2']);
    const said = new Set(sent.template.split(' + '));
    expect(again.template.split(' + ').filter((id) => said.has(id))).toEqual([]);
  });

  it('avoids the wordings it is told to avoid', () => {
    const seen = conversation([first]);
    const one = compose(seen, handbook, AT);
    const two = compose(seen, handbook, AT, { avoid: [one.template] });
    expect(two.text).not.toBe(one.text);
    expect(two.template).not.toBe(one.template);
  });
});

describe('a hint', () => {
  const angry = 'I want a refund for order 88123, this is taking far too long and I am angry';

  it('that says something becomes the answer, with a check at its end', () => {
    const { text, checks } = draft(angry, 'refund was issued yesterday, 3-5 days');
    expect(text).toContain('The refund was issued yesterday, and it takes 3-5 days.');
    expect(text).not.toMatch(/\bby \d/);
    expect(failed(checks)).toEqual([]);
  });

  it('told in the third person is said to the customer', () => {
    expect(draft(angry, 'tell them their refund went out today').text).toContain(
      'Your refund went out today.',
    );
  });

  it.each([
    ['ask for the order number', /order number|Which order/],
    ['ask for a screenshot', /Could you send me a screenshot\?/],
    ['ask which browser they use', /Could you tell me which browser you use\?/],
  ])('"%s" is asked', (hint, asked) => {
    expect(draft('The app crashes', hint).text).toMatch(asked);
  });

  it('"shorter" makes it shorter', () => {
    expect(draft(angry, 'shorter').text.length).toBeLessThanOrEqual(draft(angry).text.length);
    expect(draft(angry, 'shorter').text).not.toContain('shorter');
  });

  it('"more apologetic" says sorry', () => {
    expect(draft('Where is order 551?').text).not.toContain('sorry');
    expect(draft('Where is order 551?', 'more apologetic').text).toContain('sorry');
  });

  it('with a link keeps the link and is grounded', () => {
    const { text, checks } = draft('How do I export?', 'see https://docs.example.com/export');
    expect(text).toContain('https://docs.example.com/export');
    expect(failed(checks)).toEqual([]);
  });
});

describe('an instruction in a hint', () => {
  const theirs = 'I was charged twice for invoice 88';

  it.each([
    'dont promise a time',
    'In German.',
    'More formal.',
    'do not tell them about the breach yet',
    "never promise refunds to this guy, he's a fraudster",
    'no apology',
    'Invoice 88.',
    'be nice to her',
    'Avoid jargon.',
    'make it in French',
    'we should not mention the breach',
    'the customer is a liar',
    'You should sound kinder here',
    "don't ask for anything",
    'you must not tell anyone about the breach we had',
    'I want you to say we care',
    'get to the point',
    'This is too long and wordy for such a small thing',
    'Can you write this in Spanish?',
    'offer 20% off',
  ])('never becomes text: "%s"', (hint) => {
    const { text } = draft(theirs, hint);
    const bare = hint.replace(/\W+$/, '').toLowerCase();
    expect(text.toLowerCase().replace('(invoice 88)', '')).not.toContain(bare);
    expect(text).not.toMatch(
      /fraudster|breach|liar|German|French|Spanish|formal|20%|get to|wordy|kinder/,
    );
    expect(text.split(/\n\n/).length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['tell her she can find it under Settings', 'You can find it under Settings.'],
    ['tell him he needs his code', 'You need your code.'],
    ['let them know that refunds take 5 days', 'Refunds take 5 days.'],
    ['say we sent it today', 'We sent it today.'],
    ['tell her we sent her the file', 'We sent you the file.'],
    ['tell her to restart the app', 'Please restart the app.'],
    ['You can find it under Billing, but do not mention the bug', 'You can find it under Billing.'],
    ['In German. We have refunded it.', 'We have refunded it.'],
  ])('beside what is to be said: "%s"', (hint, said) => {
    const { text } = draft(theirs, hint);
    expect(text).toContain(said);
    expect(text).not.toMatch(/\bbug\b|German|\b(?:she|he|her|him)\b/);
  });

  it.each(['tell her he knows', 'say she is right', "tell her she's gone"])(
    'is not said while it is not certain who is meant: "%s"',
    (hint) => {
      expect(draft(theirs, hint).text).not.toMatch(/\b(?:knows|right|gone)\b/);
    },
  );

  it('"no apology" takes the apology out', () => {
    const angry = 'My order is still not here, this is ridiculous and I am so angry!!';
    expect(draft(angry).text).toContain('sorry');
    expect(draft(angry, 'no apology').text).not.toContain('sorry');
  });

  it('"no time" promises none', () => {
    expect(draft(theirs).text).toMatch(/\bby \d/);
    expect(draft(theirs, 'dont promise a time').text).not.toMatch(/\d (?:am|pm)|today|tomorrow/);
  });

  it('"more formal" writes without contractions', () => {
    expect(draft(theirs, 'More formal.').text).toMatch(/^Hello Nora/);
    expect(draft(theirs, 'More formal.').text).not.toMatch(/['’](?:m|ll|ve|re)\b/);
  });

  it('however it goes on, is never said', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          "don't",
          'dont',
          'do not',
          'never',
          'no',
          'avoid',
          'make it',
          'in German',
          'be',
        ),
        fc.constantFrom(
          'we refunded it',
          'tell her the refund was issued',
          'your order is lost',
          'kind to them',
          'apologise, it was our fault',
          'promise a time',
          'a refund is possible',
        ),
        fc.constantFrom('', '.', '!', ', please', ' yet'),
        (order, rest, end) => {
          const hint = `${order} ${rest}${end}`;
          const { text } = draft(theirs, hint);
          expect(text.toLowerCase()).not.toContain(`${order} ${rest}`.toLowerCase());
          expect(text).not.toMatch(
            /refunded it|refund was issued|order is lost|refund is possible/,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a draft says what is true of the message', () => {
  it('asks for no charge when a short invoice number is given', () => {
    const { text } = draft('I was charged twice for invoice 88, please look at it today');
    expect(text).toContain('invoice 88');
    expect(text).not.toMatch(/Which charge|date and the amount/);
  });

  it.each(['I was charged twice for #88', 'I was charged twice, $49.99 and $12.50'])(
    'nor when the charge is told otherwise: "%s"',
    (said) => expect(draft(said).text).not.toContain('?'),
  );

  it('takes no number of things for the number of an order', () => {
    expect(draft('I want to order 2 pizzas').text).not.toContain('order 2');
  });

  it.each(['any news from mid-year weekend?', 'The weekend zebra was purple'])(
    'quotes no word of "%s"',
    (said) => {
      expect(draft(said).text).toContain('your message');
      expect(draft(said).text).not.toMatch(/"|about the|mid-year|weekend|zebra/);
    },
  );

  it.each([
    "we can see another company's contacts in our account",
    'our leaked API key is on github',
  ])('comes first: "%s"', (said) => {
    expect(draft(said).text).toMatch(/first|right now/);
  });

  it('advises to change a password that was pasted, and never repeats it', () => {
    const { text } = draft('I cannot log in, my password is Hunter2!x');
    expect(text).toMatch(/change/);
    expect(text).not.toMatch(/Hunter|\?/);
  });

  it('promises a person without claiming that one is there', () => {
    const { text } = draft('can I talk to a human please');
    expect(text).toMatch(/person|Somebody/);
    expect(text).toMatch(/\bby \d/);
    expect(text).not.toMatch(/person (?:is )?with you|on this now/);
  });

  it('says of an idea that it is passed on, not what comes of it', () => {
    for (const id of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']) {
      const seen = conversation(['could you add dark mode?'], 'Nora', id);
      expect(compose(seen, handbook, AT).text).not.toMatch(
        /what they say|honest answer|where it stands/,
      );
    }
  });

  it('takes a technical report for what it is', () => {
    const { text } = draft('Our production export to CSV fails with error 500');
    expect(text).not.toMatch(/annoy|sorry|frustrat|getting in your way/);
  });

  it.each([
    ['How do I reset my password? And when will my order 5512 arrive?', 'both of your questions'],
    ['How do I export my data, and how do I add a colleague?', 'both of your questions'],
    [
      'What does the team plan cost? Do you ship to Norway? Can I change my password?',
      'all of your questions',
    ],
  ])('means all that is asked in "%s"', (said, all) => {
    expect(draft(said).text).toContain(all);
  });

  it.each(['Where is my order? When will it arrive?', 'The app crashes. Can you look into it?'])(
    'sees one matter in "%s"',
    (said) => expect(draft(said).text).not.toContain('questions'),
  );
});

describe('hard words', () => {
  it.each([
    'these faggots are better than you',
    'my shitty parcel never came',
    'I hate the Bastards at your shop',
    'for idiots like you',
  ])('are never said back: "%s"', (said) => {
    expect(draft(said).text).not.toMatch(/fag|shit|bastard|idiot/i);
  });
});

describe('whatever customers write', () => {
  const openings = [
    '',
    'Hi there, ',
    'URGENT!!! ',
    'Good morning team. ',
    'So disappointed. ',
    'ok ',
  ];
  const matters = [
    'I was charged twice, $49.99 each',
    'the dashboard has been down since 9',
    'my order #A-1142 has not arrived',
    'I want my money back for the headset',
    'I forgot my password',
    'how do I add a colleague?',
    'please cancel my plan',
    'your agent was rude to my mother',
    'great service, I love the app',
    'could you add dark mode?',
    'somebody hacked my account',
    'the export fails with error 503',
    'the parcel came damaged',
    'nobody has replied to me',
    'my battery drains in an hour',
    'do you ship to Norway?',
    'what does the team plan cost?',
    'I cannot sign in',
    'the video keeps freezing on my laptop',
    'is there a way to import my contacts?',
    'you are useless idiots',
    'I would like to speak to a manager',
    'can you delete my data under GDPR',
    'the code never comes',
    'my invoice lacks the VAT number',
  ];
  const endings = [
    '',
    ' Thanks!',
    ' Fix this NOW!!!',
    ' Any idea?',
    ' This is the third time I ask.',
    ' 😡',
    ' No rush.',
  ];
  const names = ['Nora Customer', 'ZOË', 'user_12', 'Smith, John', ''];

  it('the draft meets every standard that applies', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...openings),
        fc.constantFrom(...matters),
        fc.constantFrom(...endings),
        fc.constantFrom(...names),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 10_000 }),
        (opening, matter, ending, name, id, minutes) => {
          const seen = conversation([opening + matter + ending], name, `c${id}`);
          const { text, checks } = compose(seen, handbook, AT + minutes * 60_000);
          expect(failed(checks), `${opening + matter + ending}\n${text}`).toEqual([]);
          expect(text).not.toMatch(/[{}]|undefined| {2}| ,|\.\.$/);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it.each([
    ['an order and blanks', `order${' '.repeat(7_900)}!`],
    ['an error and blanks', `error${' \t'.repeat(3_900)}!`],
    ['an invoice, again and again', 'invoice number is : '.repeat(2_000)],
    ['empty lines', '\n'.repeat(39_990)],
    ['one letter', 'n'.repeat(40_000)],
    ['one ligature', 'ﬁ'.repeat(40_000)],
    ['almost amounts', '1.1'.repeat(13_000)],
  ])('a draft for %s does not keep everybody waiting', (_, said) => {
    const both = () => {
      draft(`My refund is missing ${said} please`);
      draft('My refund is missing', said);
    };
    expect(leastCpu(both, 2)).toBeLessThan(250);
  });

  it('a draft comes for any string, and holds no markup of theirs', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ maxLength: 40 }),
        (said, name) => {
          const { text } = compose(conversation([said], name), handbook, AT);
          expect(text.length).toBeGreaterThan(20);
          expect(text).not.toMatch(/[<>`*@]|https?:/);
        },
      ),
      { numRuns: 300 },
    );
  });
});
