import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../matters.ts';
import { handbookWith, openCustomer } from './customer.ts';

/** A Monday, ten in the morning in London. */
const MONDAY = Date.parse('2026-03-02T10:00:00Z');
const PROBLEM = 'I was charged twice for invoice 4411';
const QUESTION = 'Could you send me the number of the second charge?';
const ANSWER = 'I have refunded the second charge, it is on its way to your card.';

const open = (followUp = {}, zone = 'Europe/London') => {
  const desk = openCustomer({ begins: MONDAY, zone, handbook: handbookWith(followUp) });
  desk.writes(PROBLEM);
  desk.passes(HOUR);
  return desk;
};
const told = (desk: ReturnType<typeof open>) =>
  desk.said.map(({ about, at }) => [about, (at - MONDAY - HOUR) / DAY]);

describe('a customer who is silent', () => {
  it('is asked again twice after our question, and told that it is closed', () => {
    const desk = open();
    desk.answers(QUESTION);
    desk.passes(30 * DAY);
    expect(told(desk)).toEqual([
      ['nudge', 2],
      ['nudge', 4],
      ['closing-notice', 7],
    ]);
    expect(new Set(desk.said.map(({ text }) => text)).size).toBe(3);
    expect(desk.matter().status).toBe('resolved');
    expect(desk.matter().deeds.at(-1)).toMatchObject({ did: 'closed-by-silence' });
    expect(desk.facts).toContainEqual(
      expect.objectContaining({ type: 'closed-by-silence', notice: true }),
    );
  });

  it('is asked whether it worked after our answer, once, and then told that it is closed', () => {
    const desk = open();
    desk.answers(ANSWER);
    desk.passes(30 * DAY);
    expect(told(desk)).toEqual([
      ['did-that-work', 1],
      ['closing-notice', 4],
    ]);
    expect(desk.facts.filter(({ type }) => type === 'nudged')).toHaveLength(2);
  });

  it('is left alone while it is us who owe them something', () => {
    const desk = open();
    desk.answers('I am looking into it and will write to you here by Thursday.');
    desk.passes(30 * DAY);
    expect(desk.said).toEqual([]);
    expect(desk.matter().status).toBe('answered');
  });

  it('is left alone while a reply is on its way', () => {
    const desk = open();
    desk.happens(0, {
      type: 'agent.pressed',
      button: 'edit',
      draft: 1,
      text: ANSWER,
      actor: { id: 'ada', name: 'Ada', role: 'agent' },
    });
    desk.passes(30 * DAY);
    expect(desk.said).toEqual([]);
  });

  it('is asked about the last that we said, however often they were asked before', () => {
    const desk = open();
    desk.answers(QUESTION);
    desk.passes(3 * DAY);
    desk.writes('It is number 99');
    desk.passes(HOUR);
    desk.answers(ANSWER);
    desk.passes(2 * DAY);
    expect(desk.said.map(({ about }) => about)).toEqual(['nudge', 'did-that-work']);
  });

  it('is asked no more once they wrote, and the matter closes without a word', () => {
    const desk = open();
    desk.answers(ANSWER);
    desk.passes(HOUR);
    desk.writes('Thanks a lot!');
    expect(desk.matter().status).toBe('answered');
    desk.passes(30 * DAY);
    expect(desk.said).toEqual([]);
    expect(desk.matter().status).toBe('resolved');
    expect(desk.facts).toContainEqual(
      expect.objectContaining({ type: 'closed-by-silence', notice: false }),
    );
  });

  it.each([
    ['2 am', '2026-03-02T02:00:00Z', 'Europe/London', '2026-03-04T09:00:00.000Z'],
    [
      'half past nine in the evening',
      '2026-03-02T21:30:00Z',
      'Europe/London',
      '2026-03-05T09:00:00.000Z',
    ],
    [
      'noon in London, four in the morning in Los Angeles',
      '2026-03-02T12:00:00Z',
      'America/Los_Angeles',
      '2026-03-04T17:00:00.000Z',
    ],
    [
      'seven in the morning, before clocks are set',
      '2026-03-27T06:00:00Z',
      'Europe/Berlin',
      '2026-03-29T07:00:00.000Z',
    ],
    [
      'a zone that there is not: the office’s holds',
      '2026-03-02T03:00:00Z',
      'Mars/Olympus',
      '2026-03-04T09:00:00.000Z',
    ],
  ])('is let sleep: asked at %s', (_, asked, zone, heard) => {
    const desk = openCustomer({ begins: Date.parse(asked) - HOUR, zone });
    desk.writes(PROBLEM);
    desk.passes(HOUR);
    desk.answers(QUESTION);
    desk.passes(4 * DAY);
    expect(new Date(desk.said[0]!.at).toISOString()).toBe(heard);
  });

  it('is let sleep where the desk was down in the meantime', () => {
    const desk = open();
    desk.answers(QUESTION);
    desk.passes(2 * DAY + 13 * HOUR, 13 * HOUR);
    expect(desk.said).toEqual([]);
    desk.passes(DAY);
    expect(new Date(desk.said[0]!.at).toISOString()).toBe('2026-03-05T09:00:00.000Z');
  });

  it('hears from us no more often than the week allows, over all their matters', () => {
    const desk = open({ perWeek: 2 });
    desk.answers(QUESTION);
    desk.writes('And my parcel has not arrived, order 77', 1);
    desk.passes(HOUR);
    desk.answers('Which address was it sent to?', 1);
    desk.passes(6 * DAY);
    expect(desk.said).toHaveLength(2);
    desk.passes(14 * DAY);
    for (const { at } of desk.said) {
      const week = desk.said.filter((one) => one.at > at - 7 * DAY && one.at <= at);
      expect(week.length).toBeLessThanOrEqual(2);
    }
  });

  it('hears nothing where the policy says so, and the matter closes without a word', () => {
    const desk = open({ perWeek: 0 });
    desk.answers(QUESTION);
    desk.passes(30 * DAY);
    expect(desk.said).toEqual([]);
    expect(desk.matter().status).toBe('resolved');
  });

  it('is spoken to in their language', () => {
    const desk = openCustomer({ begins: MONDAY, zone: 'Europe/Berlin' });
    desk.writes('Ich wurde für die Rechnung 4411 doppelt belastet, bitte helfen Sie mir');
    desk.passes(HOUR);
    desk.answers('Können Sie mir die Nummer der zweiten Abbuchung schicken?');
    desk.passes(3 * DAY);
    expect(desk.said[0]!.text).toMatch(/Nora|Frage/);
    expect(desk.said[0]!.text).toMatch(/Ihre Antwort|Ihrer Antwort|letzten Frage/);
  });
});

describe('a customer who wants no reminders', () => {
  it('gets none from then on, in none of their matters', () => {
    const desk = open();
    desk.answers(QUESTION);
    desk.writes('My parcel has not arrived, order 77', 1);
    desk.passes(HOUR);
    desk.answers('Which address was it sent to?', 1);
    desk.passes(2 * DAY + HOUR);
    const heard = desk.said.length;
    expect(heard).toBeGreaterThan(0);
    desk.writes('Please stop messaging me');
    desk.answers(QUESTION);
    desk.passes(60 * DAY);
    expect(desk.said).toHaveLength(heard);
    expect(desk.matters().map(({ status }) => status)).toEqual(['resolved', 'resolved']);
  });

  it('is answered all the same', () => {
    const desk = open();
    desk.answers(ANSWER);
    desk.writes('Stop sending me reminders, and my invoice is still wrong');
    expect(desk.matter().status).not.toBe('answered');
    expect(desk.matter().followUp).toMatchObject({ quiet: true });
  });
});

describe('asked whether it worked', () => {
  const asked = () => {
    const desk = open();
    desk.answers(ANSWER);
    desk.passes(DAY + HOUR);
    expect(desk.said.map(({ about }) => about)).toEqual(['did-that-work']);
    return desk;
  };

  it('a yes resolves the matter with a kind word', () => {
    const desk = asked();
    desk.writes('Yes it did, thank you');
    expect(desk.matter().status).toBe('resolved');
    expect(desk.effects().some(({ type }) => type === 'send-notice')).toBe(true);
    expect(desk.facts.at(-1)).not.toMatchObject({ type: 'reopened' });
    desk.passes(30 * DAY);
    expect(desk.said).toHaveLength(1);
  });

  it.each(['no', 'No, it is still broken', 'Not yet'])('"%s" goes on as a request', (words) => {
    const desk = asked();
    desk.writes(words);
    desk.passes(HOUR);
    expect(desk.matter()).toMatchObject({ status: 'waiting' });
    expect(desk.matter().waitingSince).toBeDefined();
  });

  it('one tap on Yes resolves it', () => {
    const desk = asked();
    desk.taps('solved', desk.said[0]!.question!);
    expect(desk.matter().status).toBe('resolved');
    expect(desk.facts).toContainEqual(expect.objectContaining({ type: 'confirmed', worked: true }));
  });

  it('one tap on Not yet takes it up again, and they read by when', () => {
    const desk = asked();
    desk.taps('unsolved', desk.said[0]!.question!);
    expect(desk.matter()).toMatchObject({ status: 'waiting', waitingSince: desk.now() });
    const [, notice] = desk.effects();
    expect(notice).toMatchObject({ type: 'send-notice' });
    expect(desk.matter().clocks?.reply).toMatchObject({ name: 'next-reply' });
  });
});

describe('a hard case that was resolved', () => {
  const hard = (words = 'I want to speak to a human, I was charged twice for invoice 4411') => {
    const desk = openCustomer({ begins: MONDAY, zone: 'Europe/London' });
    desk.writes(words);
    desk.passes(HOUR);
    desk.answers(ANSWER);
    desk.presses('resolve');
    return desk;
  };

  it('is asked after once, some days later', () => {
    const desk = hard();
    desk.passes(60 * DAY);
    expect(desk.said.map(({ about, at }) => [about, (at - MONDAY - HOUR) / DAY])).toEqual([
      ['check-in', 5],
    ]);
    expect(desk.matter().status).toBe('resolved');
  });

  it('is not asked after where it was an easy one', () => {
    const desk = hard(PROBLEM);
    desk.passes(60 * DAY);
    expect(desk.said).toEqual([]);
  });

  it('is opened again by "not quite", and by nothing kind', () => {
    const kind = hard();
    kind.passes(6 * DAY);
    kind.writes('Yes, all good now, thanks');
    expect(kind.matter().status).toBe('resolved');
    const unkind = hard();
    unkind.passes(6 * DAY);
    unkind.writes('No, it came back');
    expect(unkind.matter().status).not.toBe('resolved');
    expect(unkind.facts).toContainEqual(expect.objectContaining({ type: 'reopened' }));
  });

  it('is not asked after where it was closed by silence', () => {
    const desk = openCustomer({ begins: MONDAY, zone: 'Europe/London' });
    desk.writes('I want to speak to a human, I was charged twice for invoice 4411');
    desk.passes(HOUR);
    desk.answers(ANSWER);
    desk.passes(60 * DAY);
    expect(desk.said.map(({ about }) => about)).toEqual(['did-that-work', 'closing-notice']);
  });
});

describe('a matter that was closed', () => {
  const closed = () => {
    const desk = open();
    desk.answers(ANSWER);
    desk.presses('resolve');
    return desk;
  };

  it('opens again with its history where the customer comes back in time', () => {
    const desk = closed();
    desk.passes(6 * DAY);
    desk.writes('It happened again, I was charged twice');
    expect(desk.matter().messages).toHaveLength(3);
    expect(desk.facts).toContainEqual(expect.objectContaining({ type: 'reopened' }));
  });

  it('is a matter of its own afterwards, which says what it goes on from', () => {
    const desk = closed();
    const { id } = desk.matter();
    desk.passes(8 * DAY);
    desk.writes('It happened again, I was charged twice');
    expect(desk.matter().id).not.toBe(id);
    expect(desk.matter().follows).toBe(id);
    const note = desk.effects().find(({ type }) => type === 'show-note');
    expect(note).toMatchObject({ text: expect.stringContaining(PROBLEM) });
    expect(desk.facts).not.toContainEqual(expect.objectContaining({ type: 'reopened' }));
  });

  it('is not opened by thanks', () => {
    const desk = closed();
    desk.writes('Thanks!');
    expect(desk.matter().status).toBe('resolved');
  });
});
