import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/support/handbook.ts';
import {
  endOfOpening,
  isOpenAt,
  nextOpening,
  workingTimeAfter,
  workingTimeBetween,
} from '../../../src/support/time/calendar.ts';
import { openMinutes, type Walk, walk } from './walker.ts';

const MINUTE = 60_000;
const DAYS = 14;

/** Fortnights in which clocks go forward and back, by an hour and by half of one, at night and at midnight. */
const WALKS = [
  walk('Europe/Berlin', '2026-03-22', DAYS),
  walk('Europe/Berlin', '2026-10-18', DAYS),
  walk('Europe/Berlin', '2028-02-22', DAYS), // 29 February
  walk('America/New_York', '2026-03-02', DAYS),
  walk('America/New_York', '2026-10-26', DAYS),
  walk('Australia/Lord_Howe', '2026-03-30', DAYS),
  walk('America/Sao_Paulo', '2018-10-28', DAYS), // no midnight on 4 November
  walk('Asia/Kolkata', '2026-12-20', DAYS),
  walk('Asia/Kathmandu', '2026-12-20', DAYS),
];

const span = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 720 })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<[number, number]>([0, 1440], [540, 480], [1320, 480], [120, 60]),
    },
  )
  .map(([from, length]) => ({ from, to: from + length }));

/** Split shifts, overlapping ones, nights past midnight, days without any, and holidays. */
const scene = fc.record({
  of: fc.integer({ min: 0, max: WALKS.length - 1 }),
  week: fc.array(fc.array(span, { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
  off: fc.uniqueArray(fc.integer({ min: 0, max: DAYS - 1 }), { maxLength: 4 }),
  at: fc.integer({ min: 0, max: DAYS * 1440 - 1 }),
  until: fc.integer({ min: 0, max: DAYS * 1440 - 1 }),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

/** Half of the holidays are dates of the team's, half are public ones. */
function setUp({ of, week, off }: Scene) {
  const walk = WALKS[of]!;
  const dates = off.map((day) =>
    new Date(walk.start + day * 1440 * MINUTE).toISOString().slice(0, 10),
  );
  const calendar: Calendar = {
    zone: walk.zone,
    week,
    holidays: dates.slice(0, 2),
    publicHolidays: (year) => dates.slice(2).filter((date) => date.startsWith(`${year}`)),
  };
  return { walk, calendar, open: openMinutes(walk, { ...calendar, holidays: dates }) };
}

const instant = ({ start }: Walk, minute: number) => start + minute * MINUTE;
const count = (open: readonly boolean[], from: number, to: number) =>
  open.slice(from, to).filter(Boolean).length;

describe('business time is what a walk through every minute finds, clock changes and all', () => {
  const runs = { numRuns: 200 };

  it('between two instants, and less than nothing where the clock was set back', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const { at, until } = drawn;
        const { walk, calendar, open } = setUp(drawn);
        const [from, to] = [Math.min(at, until), Math.max(at, until)];
        const worked = count(open, from, to) * MINUTE;
        const [a, b] = [instant(walk, from), instant(walk, to)];
        expect(workingTimeBetween(calendar, a, b)).toBe(worked);
        expect(workingTimeBetween(calendar, b, a)).toBe(0 - worked);
      }),
      runs,
    );
  });

  it('after so many minutes of it', () => {
    fc.assert(
      fc.property(scene, fc.nat(2_000), (drawn, some) => {
        const { at } = drawn;
        const { walk, calendar, open } = setUp(drawn);
        const left = count(open, at, open.length);
        fc.pre(left > 0);
        const minutes = 1 + (some % left);
        let end = at;
        for (let worked = 0; worked < minutes; end++) if (open[end]) worked++;
        expect(workingTimeAfter(calendar, instant(walk, at), minutes)).toBe(instant(walk, end));
      }),
      runs,
    );
  });

  it('at an instant, to the next opening and to the end of this one', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const { at } = drawn;
        const { walk, calendar, open } = setUp(drawn);
        const now = instant(walk, at);
        const last = instant(walk, open.length);
        expect(isOpenAt(calendar, now)).toBe(open[at]);
        const opens = open.indexOf(true, at);
        const next = nextOpening(calendar, now) ?? Number.POSITIVE_INFINITY;
        if (opens >= 0) expect(next).toBe(instant(walk, opens));
        else expect(next).toBeGreaterThanOrEqual(last);
        const end = endOfOpening(calendar, now);
        const closes = open.indexOf(false, at);
        if (!open[at]) expect(end).toBeUndefined();
        else if (closes >= 0) expect(end).toBe(instant(walk, closes));
        else expect(end ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(last);
      }),
      runs,
    );
  });

  it('adds up, however a span of years is cut', () => {
    const years = fc.integer({ min: Date.UTC(2024), max: Date.UTC(2029) });
    fc.assert(
      fc.property(scene, years, years, years, (drawn, a, b, c) => {
        const { calendar } = setUp(drawn);
        const whole = workingTimeBetween(calendar, a, c);
        const parts = workingTimeBetween(calendar, a, b) + workingTimeBetween(calendar, b, c);
        expect(parts).toBe(whole);
      }),
      { numRuns: 30 },
    );
  });
});
