import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../../src/support/handbook.ts';
import { findPromises } from '../../../../src/support/time/promises/promise.ts';
import { sayWhen } from '../../../../src/support/time/words.ts';
import { leastCpu } from '../../../cpu-time.ts';
import { AT, local, OFFICE } from './office.ts';

const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'ja'];
const t = (iso: string) => Date.parse(iso);
const iso = (at: number | undefined) => at && new Date(at).toISOString().slice(0, 16);
const find = (text: string, at = AT, calendar: Calendar = OFFICE, zone = calendar.zone) =>
  findPromises(text, 'en', { at, calendar, zone });
const due = (text: string, at?: string, calendar?: Calendar, zone?: string) =>
  iso(find(text, at === undefined ? AT : t(at), calendar, zone)[0]?.due);

const always: Calendar = {
  zone: 'America/New_York',
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  holidays: [],
};
const never: Calendar = { ...OFFICE, week: OFFICE.week.map(() => []) };
const split: Calendar = {
  ...OFFICE,
  week: OFFICE.week.map((day) =>
    day.length === 0
      ? []
      : [
          { from: 480, to: 720 },
          { from: 780, to: 1080 },
        ],
  ),
};

describe('the time of a promise', () => {
  it.each([
    [
      'tomorrow on a Friday is Monday’s closing',
      "I'll write tomorrow.",
      '2026-11-27T10:00Z',
      '2026-11-30T16:00',
    ],
    [
      'tomorrow on Christmas Eve skips the holiday and the weekend',
      "I'll write tomorrow.",
      '2026-12-24T10:00Z',
      '2026-12-28T16:00',
    ],
    [
      'today after closing lasts until midnight',
      "I'll do it today.",
      '2026-11-23T18:00Z',
      '2026-11-23T23:00',
    ],
    [
      'the end of day is the closing',
      "I'll do it by end of day.",
      '2026-11-23T10:00Z',
      '2026-11-23T16:00',
    ],
    [
      'three business days on a Thursday leave out the weekend',
      'We will refund it within 3 business days.',
      '2026-11-26T10:00Z',
      '2026-12-01T16:00',
    ],
    [
      'two days on a Thursday reach over the weekend',
      'We will refund it within 2 days.',
      '2026-11-26T10:00Z',
      '2026-11-30T16:00',
    ],
    [
      'the next business day',
      "I'll call on the next business day.",
      '2026-11-27T10:00Z',
      '2026-11-30T16:00',
    ],
    [
      'Friday on a Friday morning is today',
      "I'll send it by Friday.",
      '2026-11-27T10:00Z',
      '2026-11-27T16:00',
    ],
    [
      'next Friday is the one of next week',
      "I'll send it next Friday.",
      '2026-11-23T10:00Z',
      '2026-12-04T16:00',
    ],
    [
      'this week ends with Friday',
      "I'll send it this week.",
      '2026-11-23T10:00Z',
      '2026-11-27T16:00',
    ],
    [
      'this month ends with its last working day',
      "We'll fix it by the end of the month.",
      '2026-10-07T10:00Z',
      '2026-10-30T16:00',
    ],
    [
      'a date without a year is the nearest',
      "I'll write by 4 January.",
      '2026-12-28T10:00Z',
      '2027-01-04T16:00',
    ],
    ['a date in digits', "I'll write by 1/12.", '2026-11-23T10:00Z', '2026-12-01T16:00'],
    ['an ISO date', "I'll write by 2026-12-02.", '2026-11-23T10:00Z', '2026-12-02T16:00'],
    [
      'an hour that may be twice a day is the one with people there',
      "I'll call by 4.",
      '2026-11-23T10:00Z',
      '2026-11-23T15:00',
    ],
    [
      'where nobody is there at either, it is the next',
      "I'll call by 7.",
      '2026-11-23T10:00Z',
      '2026-11-23T18:00',
    ],
    [
      '3 in the morning where it is said so',
      "I'll call by 3 in the morning tomorrow.",
      '2026-11-23T10:00Z',
      '2026-11-24T02:00',
    ],
    ['12 am ends the day', "I'll have it by 12 am.", '2026-11-23T10:00Z', '2026-11-23T23:00'],
    [
      'tomorrow morning at 9',
      "I'll call tomorrow morning at 9.",
      '2026-11-23T10:00Z',
      '2026-11-24T08:00',
    ],
    ['tonight at 8', "I'll call tonight at 8.", '2026-11-23T10:00Z', '2026-11-23T19:00'],
    [
      'a range counts to its end',
      'We will refund it in 2 to 4 working days.',
      '2026-11-23T10:00Z',
      '2026-11-27T16:00',
    ],
    [
      'fifteen minutes in words',
      "I'll be back in fifteen minutes.",
      '2026-11-23T10:00Z',
      '2026-11-23T10:15',
    ],
    [
      'of two days the later',
      "I'll call today or tomorrow.",
      '2026-11-23T10:00Z',
      '2026-11-24T16:00',
    ],
  ])('%s', (_, text, at, expected) => {
    expect(due(text, at)).toBe(expected);
  });

  it('is by the clock of the zone that is named, and else of the one given', () => {
    expect(due("I'll call by 3 pm.", undefined, OFFICE, 'America/New_York')).toBe(
      '2026-11-23T20:00',
    );
    expect(due("I'll call by 3 pm ET.")).toBe('2026-11-23T20:00');
    expect(due("I'll call by 3 pm CET.", undefined, OFFICE, 'Asia/Tokyo')).toBe('2026-11-23T14:00');
    expect(due("I'll write by 12/1.", undefined, OFFICE, 'America/New_York')).toBe(
      '2026-12-01T16:00',
    );
  });

  it('that had passed already is told, not moved', () => {
    const [promise] = find("I'll get back to you by 3 pm.", t('2026-11-23T15:30Z'));
    expect(promise).toMatchObject({
      precision: 'minute',
      because: expect.stringContaining('passed'),
    });
    expect(iso(promise?.due)).toBe('2026-11-23T14:00');
    expect(due("I'll get back to you by 3 pm tomorrow.", '2026-11-23T15:30Z')).toBe(
      '2026-11-24T14:00',
    );
  });

  it('that a change of the clocks skips is the moment after it; of two, the first', () => {
    expect(due("I'll switch it on tomorrow at 2:30 am.", '2026-03-28T10:00Z')).toBe(
      '2026-03-29T01:30',
    );
    expect(due("I'll switch it on tomorrow at 2:30 am.", '2026-10-24T10:00Z')).toBe(
      '2026-10-25T00:30',
    );
    expect(due("I'll write in 2 hours.", '2026-10-25T00:30Z')).toBe('2026-10-25T02:30');
    expect(due("I'll write tomorrow.", '2026-10-31T15:00Z', always)).toBe('2026-11-02T05:00');
  });

  it('ends a split day with its last opening, and is midnight where a team never opens', () => {
    expect(due("I'll write tomorrow.", undefined, split)).toBe('2026-11-24T17:00');
    expect(due("I'll write tomorrow.", undefined, never)).toBe('2026-11-24T23:00');
    expect(due("I'll write within 2 business days.", undefined, never)).toBeDefined();
  });
});

describe('promises in a reply', () => {
  const reply = `Hello Ada,

I am sorry that the amount was charged twice. I have cancelled the second charge today.
We will refund it within 3 business days, and your bank will post it a few days later. I'll check the cause with our payments team, and write to you here by tomorrow noon.

> I will cancel by Friday

Best wishes, Grace`;

  it('are found one by one, in order, with the sentence they stand in', () => {
    expect(find(reply).map((one) => [one.what, one.due && local(one.due), one.precision])).toEqual([
      ['We will refund it within 3 business days', '26 17:00', 'day'],
      [
        "I'll check the cause with our payments team, and write to you here by tomorrow…",
        '24 12:00',
        'hour',
      ],
    ]);
    expect(find(reply)[1]?.quote).toMatch(/^I'll check .+ tomorrow noon\.$/);
  });

  it('that stand in one sentence with times of their own are two', () => {
    const two = find("I'll check it today and get back to you tomorrow.");
    expect(two.map(({ quote, due }) => [quote, due && local(due)])).toEqual([
      ["I'll check it today", '23 17:00'],
      ['get back to you tomorrow.', '24 17:00'],
    ]);
  });

  it.each([
    ['en', 'Please give me until noon, I will write by 5 pm.'],
    ['en', 'Sorry if I was unclear, I will write by 5 pm.'],
    ['en', 'I will write by 5 pm, please write to us if you need more.'],
    ['de', 'Bitte geben Sie mir bis Mittag, ich melde mich bis 17 Uhr.'],
    ['de', 'Ich melde mich bis 17 Uhr, auch wenn wir nichts finden.'],
    ['es', 'Le responderé antes de las 17:00, avíseme si necesita algo más.'],
    ['fr', 'Veuillez patienter, je reviens vers vous avant 17 h.'],
    ['fr', 'Je reviens vers vous avant 17 h, n’hésitez pas à nous écrire si besoin.'],
    ['it', 'Le scriverò entro le 17 anche se non troviamo nulla.'],
  ])('wait for nothing that is courtesy: %s, %s', (language, text) => {
    const told = { at: AT, calendar: OFFICE, zone: OFFICE.zone };
    expect(findPromises(text, language, told)[0]?.due).toBeDefined();
  });

  it('say what they wait for', () => {
    const because = (text: string) => find(text)[0]?.because;
    expect(because("Once it is through I'll write.")).toBe('it waits for something to happen');
    expect(because("If you send it, we'll check.")).toBe('it waits for the customer');
    expect(because("If I don't find it, I'll write by 5 pm.")).toBe(
      'it waits for what may not come',
    );
    expect(because("I'll be back soon.")).toMatch(/vague/);
    expect(because("I'll look into it.")).toBe('it names no time');
  });

  it('are none in a language whose words are not written down', () => {
    expect(
      findPromises('Jag återkommer i morgon.', 'sv', { at: AT, calendar: OFFICE, zone: 'UTC' }),
    ).toEqual([]);
  });
});

describe('the replies that the desk ships', () => {
  const due = t('2026-11-24T14:30Z');

  it.each(LANGUAGES)('promise the time that stands in them: %s', (language) => {
    const file = new URL(`../../../../src/handbook/replies/${language}.md`, import.meta.url);
    const promising = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('- ') && line.includes('{by}'))
      .map((line) => line.slice(2).replaceAll('{by}', sayWhen(due, AT, OFFICE.zone, language)));
    const unheard = promising.filter((reply) => {
      const found = findPromises(reply, language, { at: AT, calendar: OFFICE, zone: OFFICE.zone });
      return !found.some((one) => one.due === due);
    });
    expect(promising.length).toBeGreaterThan(20);
    expect(unheard).toEqual([]);
  });
});

describe('whatever a reply holds', () => {
  const pieces = fc.constantFrom(
    ...[
      "I'll ",
      'we will ',
      'get back to you ',
      'by 3 pm',
      'tomorrow',
      ' and ',
      ', ',
      '. ',
      '\n',
      '> ',
      '"',
      '“',
      'within ',
      '3 ',
      'business days',
      'Friday',
    ],
    ...[
      'ich melde mich ',
      'halb vier',
      'bis ',
      '15 Uhr',
      'je reviens vers vous ',
      'sous 3 jours',
      'à 15h',
      'le llamo ',
      'a las tres',
      'mañana',
    ],
    ...[
      'ご連絡します',
      '午後3時',
      '30分後に',
      '。',
      '、',
      '31/2',
      '2026-13-45',
      '99:99',
      '24 Uhr',
      '０時',
      '😀',
      'https://x.example/1/2',
      ' CET',
      '0 days',
      '999 months',
    ],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 25 }).map((all) => all.join('')),
  );
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Apia',
    'UTC',
  );
  const instants = fc.integer({ min: t('2025-01-01T00:00Z'), max: t('2028-12-31T00:00Z') });

  it('quotes stand in it, and what is due by an instant is after now or told to have passed', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...LANGUAGES),
        instants,
        zones,
        fc.constantFrom(OFFICE, always, never, split),
        (text, language, at, zone, calendar) => {
          for (const found of findPromises(text, language, { at, calendar, zone })) {
            expect(text).toContain(found.quote);
            expect(found.precision === 'open').toBe(found.due === undefined);
            if (found.due === undefined) continue;
            expect(Number.isSafeInteger(found.due)).toBe(true);
            if (found.due <= at) expect(found.because).toMatch(/already passed/);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ['en', (when: string) => `I will write to you ${when}.`],
    ['de', (when: string) => `Ich schreibe Ihnen ${when}.`],
    ['es', (when: string) => `Le escribiré ${when}.`],
    ['fr', (when: string) => `Je vous écris ${when}.`],
    ['it', (when: string) => `Le scriverò ${when}.`],
    ['nl', (when: string) => `Ik schrijf u ${when}.`],
    ['pt', (when: string) => `Vou escrever ${when}.`],
    ['ja', (when: string) => `${when}ご連絡いたします。`],
  ])('a time as the desk itself words it is understood: %s', (language, sentence) => {
    const quarters = fc.integer({ min: 1, max: 4 * 24 * 20 });
    fc.assert(
      fc.property(
        quarters,
        instants,
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'),
        (ahead, some, zone) => {
          const at = some - (some % 900_000);
          const promised = at + ahead * 900_000;
          const text = sentence(sayWhen(promised, at, zone, language));
          const clock = new Date(promised).toLocaleTimeString('en-GB', { timeZone: zone });
          // Midnight is told as the end of a day, and an hour that comes twice is the first of the two.
          fc.pre(clock !== '00:00:00' && isPlainHour(promised, zone));
          const [found] = findPromises(text, language, { at, calendar: always, zone });
          expect([text, iso(found?.due)]).toEqual([text, iso(promised)]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['promises', "I'll get back to you by 3 pm tomorrow. "],
    ['one endless sentence', 'we will and tomorrow, within the next few days, I will '],
    ['quotation marks', '" “ « „ '],
    ['numbers', `in ${'1 2 3 '.repeat(9)}days `],
    ['a script without spaces', '明日の午後3時までにご連絡いたします'],
    ['spaces', '.                    '],
  ])('is read in a time that grows with its length alone: %s', (_, piece) => {
    const text = piece.repeat(12_000 / piece.length);
    for (const language of LANGUAGES) {
      const read = () => findPromises(text, language, { at: AT, calendar: OFFICE, zone: 'UTC' });
      read();
      expect(leastCpu(read)).toBeLessThan(20);
    }
  });
});

/** Neither within an hour that a change of the clocks repeats, nor beside it. */
function isPlainHour(at: number, zone: string): boolean {
  const offset = (instant: number) =>
    new Date(instant)
      .toLocaleString('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
      .split(' ')
      .at(-1);
  return offset(at - 3 * 3_600_000) === offset(at + 3 * 3_600_000);
}
