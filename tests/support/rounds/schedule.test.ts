import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/support/handbook.ts';
import { nextReport } from '../../../src/support/rounds/schedule.ts';
import { REPORT_DAYS } from '../../../src/support/time/policy.ts';
import { t } from './waiting.ts';

const day = [{ from: 540, to: 1020 }];
const office = (zone: string, holidays: readonly string[] = []): Calendar => ({
  zone,
  week: [day, day, day, day, day, [], []],
  holidays,
});
const iso = (at: number | undefined) => at && new Date(at).toISOString().slice(0, 16);

describe('when a report comes that comes by itself', () => {
  it.each([
    [
      'on its day, before its time',
      'monday',
      540,
      'Etc/UTC',
      '2026-03-02T08:59Z',
      '2026-03-02T09:00',
    ],
    [
      'on its day, at its time: the week after',
      'monday',
      540,
      'Etc/UTC',
      '2026-03-02T09:00Z',
      '2026-03-09T09:00',
    ],
    [
      'in the middle of the week',
      'monday',
      540,
      'Etc/UTC',
      '2026-03-04T12:00Z',
      '2026-03-09T09:00',
    ],
    [
      'on the office’s clock',
      'monday',
      540,
      'Asia/Kolkata',
      '2026-03-01T12:00Z',
      '2026-03-02T03:30',
    ],
    [
      'where it is Monday already',
      'monday',
      480,
      'Pacific/Auckland',
      '2026-03-01T12:00Z',
      '2026-03-01T19:00',
    ],
    [
      'before the clocks go forward',
      'monday',
      540,
      'Europe/Berlin',
      '2026-03-22T12:00Z',
      '2026-03-23T08:00',
    ],
    [
      'after the clocks went forward',
      'monday',
      540,
      'Europe/Berlin',
      '2026-03-28T12:00Z',
      '2026-03-30T07:00',
    ],
    [
      'after the clocks went back',
      'monday',
      540,
      'Europe/Berlin',
      '2026-10-24T12:00Z',
      '2026-10-26T08:00',
    ],
    [
      'every working day, over a weekend',
      'day',
      540,
      'Etc/UTC',
      '2026-03-06T09:00Z',
      '2026-03-09T09:00',
    ],
    ['on the first of a month', 'month', 570, 'Etc/UTC', '2026-03-05T09:00Z', '2026-04-01T09:30'],
    [
      'on the first working day of a month that begins on a Sunday',
      'month',
      570,
      'Etc/UTC',
      '2026-01-20T09:00Z',
      '2026-02-02T09:30',
    ],
  ] as const)('%s', (_, every, at, zone, after, comes) => {
    expect(iso(nextReport({ every, at }, office(zone), t(after)))).toBe(comes);
  });

  it.each([
    ['a holiday: the next working day', ['2026-04-06'], '2026-04-03T12:00Z', '2026-04-07T09:00'],
    ['after that, its own day again', ['2026-04-06'], '2026-04-07T09:00Z', '2026-04-13T09:00'],
    [
      'closed for two weeks: once, when work begins',
      ['21', '22', '23', '24', '25', '28', '29', '30', '31'].map((d) => `2026-12-${d}`),
      '2026-12-15T12:00Z',
      '2027-01-01T09:00',
    ],
    [
      'closed for two weeks: and then on its own day',
      ['21', '22', '23', '24', '25', '28', '29', '30', '31'].map((d) => `2026-12-${d}`),
      '2027-01-01T09:00Z',
      '2027-01-04T09:00',
    ],
  ])('%s', (_, holidays, after, comes) => {
    const calendar = office('Etc/UTC', holidays);
    expect(iso(nextReport({ every: 'monday', at: 540 }, calendar, t(after)))).toBe(comes);
  });

  it('comes at the moment of the change where its time of day is skipped', () => {
    const always = { ...office('Europe/Berlin'), week: Array.from({ length: 7 }, () => day) };
    const comes = nextReport({ every: 'sunday', at: 150 }, always, t('2026-03-28T12:00Z'));
    expect(iso(comes)).toBe('2026-03-29T01:00');
  });

  it('never comes where nobody ever works', () => {
    const never = { ...office('Etc/UTC'), week: Array.from({ length: 7 }, () => []) };
    expect(nextReport({ every: 'day', at: 540 }, never, t('2026-03-02T12:00Z'))).toBeUndefined();
  });

  it('is always later than before, and the same whenever one looks ahead', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REPORT_DAYS),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom('Etc/UTC', 'America/New_York', 'Australia/Lord_Howe'),
        fc.integer({ min: 0, max: 400 * 1440 }),
        (every, at, zone, minute) => {
          const after = t('2026-01-01T00:00Z') + minute * 60_000;
          const calendar = office(zone, ['2026-04-06', '2026-06-01', '2026-06-02']);
          const comes = nextReport({ every, at }, calendar, after)!;
          expect(comes).toBeGreaterThan(after);
          expect(nextReport({ every, at }, calendar, comes - 1)).toBe(comes);
        },
      ),
      { numRuns: 200 },
    );
  });
});
