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
import { leastCpu } from '../../cpu-time.ts';

const day = [{ from: 540, to: 1020 }];
const split = [
  { from: 540, to: 720 },
  { from: 780, to: 1020 },
];
const office: Calendar = {
  zone: 'Europe/Berlin',
  week: [day, day, day, day, day, [], []],
  holidays: ['2026-12-25'],
};
const always: Calendar = {
  zone: 'America/New_York',
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  holidays: [],
};
const nights: Calendar = {
  zone: 'America/New_York',
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 240 }]),
  holidays: [],
};
const t = (iso: string) => Date.parse(iso);
const after = (calendar: Calendar, at: string, minutes: number) =>
  new Date(workingTimeAfter(calendar, t(at), minutes)).toISOString();

describe('working time', () => {
  it.each([
    ['within the day', '2026-11-23T09:00:00Z', 30, '2026-11-23T09:30:00.000Z'],
    ['before opening', '2026-11-23T02:00:00Z', 30, '2026-11-23T08:30:00.000Z'],
    ['over the evening', '2026-11-23T15:30:00Z', 60, '2026-11-24T08:30:00.000Z'],
    ['to the last minute', '2026-11-23T15:00:00Z', 60, '2026-11-23T16:00:00.000Z'],
    ['over a weekend', '2026-11-27T15:30:00Z', 60, '2026-11-30T08:30:00.000Z'],
    ['from a Sunday', '2026-11-29T12:00:00Z', 480, '2026-11-30T16:00:00.000Z'],
    [
      'over a holiday and the weekend after it',
      '2026-12-24T15:30:00Z',
      60,
      '2026-12-28T08:30:00.000Z',
    ],
    ['over the clock going forward', '2026-03-27T15:30:00Z', 60, '2026-03-30T07:30:00.000Z'],
    ['over the clock going back', '2026-10-23T14:30:00Z', 60, '2026-10-26T08:30:00.000Z'],
  ])('runs %s', (_, at, minutes, due) => {
    expect(after(office, at, minutes)).toBe(due);
  });

  it('leaves out the break of a split shift', () => {
    const calendar = { ...office, week: office.week.map((d) => (d.length > 0 ? split : d)) };
    expect(after(calendar, '2026-11-23T10:30:00Z', 60)).toBe('2026-11-23T12:30:00.000Z');
    expect(isOpenAt(calendar, t('2026-11-23T11:30:00Z'))).toBe(false);
  });

  it('counts real minutes in a night on which the clock is set', () => {
    // 8 March 2026: 00:00 to 04:00 lasts three hours; 1 November: five.
    expect(after(nights, '2026-03-08T05:00:00Z', 181)).toBe('2026-03-09T04:01:00.000Z');
    expect(after(nights, '2026-11-01T04:00:00Z', 300)).toBe('2026-11-01T09:00:00.000Z');
  });

  it('never ends for a calendar that never opens, but says so', () => {
    const shut = { ...office, week: office.week.map(() => []) };
    expect(() => workingTimeAfter(shut, t('2026-11-23T09:00:00Z'), 1)).toThrow(/never opens/);
  });

  it('is the time on the wall for a desk that never closes', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 20_000 }), (at, minutes) => {
        expect(workingTimeAfter(always, at, minutes)).toBe(at + minutes * 60_000);
      }),
    );
  });

  it('grows with the minutes, adds up, and always ends in opening time', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 3_000 }),
        fc.integer({ min: 1, max: 3_000 }),
        (at, first, second) => {
          const half = workingTimeAfter(office, at, first);
          const whole = workingTimeAfter(office, at, first + second);
          expect(half).toBeGreaterThanOrEqual(at + first * 60_000);
          expect(workingTimeAfter(office, half, second)).toBe(whole);
          expect(isOpenAt(office, whole - 1)).toBe(true);
        },
      ),
    );
  });
});

describe('opening hours', () => {
  it.each([
    ['2026-11-23T08:00:00Z', true],
    ['2026-11-23T07:59:59Z', false],
    ['2026-11-23T15:59:59Z', true],
    ['2026-11-23T16:00:00Z', false],
    ['2026-11-28T10:00:00Z', false],
    ['2026-12-25T10:00:00Z', false],
    ['2026-07-06T07:00:00Z', true],
  ])('at %s: open is %s', (at, open) => {
    expect(isOpenAt(office, t(at))).toBe(open);
  });
});

describe('the time between two instants', () => {
  it.each([
    ['within the day', '2026-11-23T09:00:00Z', '2026-11-23T10:30:00Z', 90],
    ['over the evening', '2026-11-23T15:30:00Z', '2026-11-24T08:30:00Z', 60],
    ['over a holiday and a weekend', '2026-12-24T15:30:00Z', '2026-12-28T08:30:00Z', 60],
    ['outside of the hours', '2026-11-28T09:00:00Z', '2026-11-29T09:00:00Z', 0],
    [
      'backwards, as when a clock was set back',
      '2026-11-24T08:30:00Z',
      '2026-11-23T15:30:00Z',
      -60,
    ],
    ['of a year', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', (261 - 1) * 480],
  ])('runs %s', (_, from, to, minutes) => {
    expect(workingTimeBetween(office, t(from), t(to))).toBe(minutes * 60_000);
  });

  it('costs microseconds once the days are known', () => {
    const week = 7 * 86_400_000;
    const from = t('2026-01-01T00:00:00Z');
    const thousand = () => {
      for (let i = 0; i < 1_000; i++) {
        workingTimeBetween(office, from + i * 3_600_000, from + i * 3_600_000 + week);
        workingTimeAfter(office, from + i * 3_600_000, 2_400);
      }
    };
    // A thousand of both within ten milliseconds: each under five microseconds.
    expect(leastCpu(thousand, 20)).toBeLessThan(10);
  });
});

describe('openings', () => {
  it('are joined where nights and days meet, and end where somebody is last there', () => {
    const shift = [
      { from: 420, to: 900 },
      { from: 780, to: 1320 },
      { from: 1320, to: 1860 },
    ];
    const calendar = { ...office, week: [shift, [], [], [], [], [], []] };
    const monday = t('2026-11-23T06:00:00Z');
    expect(nextOpening(calendar, t('2026-11-20T00:00:00Z'))).toBe(monday);
    expect(endOfOpening(calendar, monday)).toBe(t('2026-11-24T06:00:00Z'));
    expect(endOfOpening(calendar, monday - 1)).toBeUndefined();
  });

  it('of a desk that never closes have no end', () => {
    const at = t('2026-11-23T06:00:00Z');
    expect(nextOpening(always, at)).toBe(at);
    expect(endOfOpening(always, at)).toBeUndefined();
  });

  it('of a desk that never opens do not come', () => {
    const shut = { ...office, week: office.week.map(() => []) };
    expect(nextOpening(shut, t('2026-11-23T06:00:00Z'))).toBeUndefined();
  });
});

const instants = fc.integer({ min: t('2025-01-01T00:00:00Z'), max: t('2028-12-31T00:00:00Z') });
