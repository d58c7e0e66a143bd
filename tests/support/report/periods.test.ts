import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoned } from '../../../src/support/report/period/dates.ts';
import { readPeriod } from '../../../src/support/report/period/reading.ts';

const BERLIN = 'Europe/Berlin';
/** Thursday. */
const NOW = '2026-11-26T10:00:00[Europe/Berlin]';

const instant = (local: string) => Date.parse(local.replace(/\[.*/, 'Z')) - offsetAt(local);
const offsetAt = (local: string) => {
  const at = Date.parse(local.replace(/\[.*/, 'Z'));
  return zoned(at - 3_600_000, BERLIN).offsetNanoseconds / 1e6;
};

/** "2026-11-19 10:00" and so on; what goes up to now ends at the moment after. */
const read = (words: string, now = NOW) => {
  const found = readPeriod(words, { now: instant(now), zone: BERLIN });
  if (!found || 'wrong' in found) return found;
  const said = (at: number) =>
    zoned(at, BERLIN).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  const { period, before } = found;
  return [period, before].map(({ from, to, words }) => `${words}: ${said(from)} to ${said(to)}`);
};

describe('a period, and the one before', () => {
  it.each([
    [
      'today',
      'today: 2026-11-26 00:00 to 2026-11-26 10:00',
      'the same part of yesterday: 2026-11-25 00:00 to 2026-11-25 10:00',
    ],
    [
      'yesterday',
      'yesterday: 2026-11-25 00:00 to 2026-11-26 00:00',
      'the day before: 2026-11-24 00:00 to 2026-11-25 00:00',
    ],
    [
      '7d',
      'the last 7 days: 2026-11-19 10:00 to 2026-11-26 10:00',
      'the 7 days before: 2026-11-12 10:00 to 2026-11-19 10:00',
    ],
    [
      '1d',
      'the last 24 hours: 2026-11-25 10:00 to 2026-11-26 10:00',
      'the 24 hours before: 2026-11-24 10:00 to 2026-11-25 10:00',
    ],
    [
      'this week',
      'this week: 2026-11-23 00:00 to 2026-11-26 10:00',
      'the same part of last week: 2026-11-16 00:00 to 2026-11-19 10:00',
    ],
    [
      'last week',
      'last week: 2026-11-16 00:00 to 2026-11-23 00:00',
      'the week before: 2026-11-09 00:00 to 2026-11-16 00:00',
    ],
    [
      'this month',
      'this month: 2026-11-01 00:00 to 2026-11-26 10:00',
      'the same part of last month: 2026-10-01 00:00 to 2026-10-26 10:00',
    ],
    [
      'last month',
      'last month: 2026-10-01 00:00 to 2026-11-01 00:00',
      'the month before: 2026-09-01 00:00 to 2026-10-01 00:00',
    ],
    [
      '2026-10',
      'October 2026: 2026-10-01 00:00 to 2026-11-01 00:00',
      'September 2026: 2026-09-01 00:00 to 2026-10-01 00:00',
    ],
    [
      '2026-10-03',
      '3 October 2026: 2026-10-03 00:00 to 2026-10-04 00:00',
      'the day before: 2026-10-02 00:00 to 2026-10-03 00:00',
    ],
    [
      '2026-10-03..2026-10-09',
      '3 to 9 October 2026: 2026-10-03 00:00 to 2026-10-10 00:00',
      'the 7 days before: 2026-09-26 00:00 to 2026-10-03 00:00',
    ],
    [
      '2026-08..2026-10',
      'August to October 2026: 2026-08-01 00:00 to 2026-11-01 00:00',
      'the 3 months before: 2026-05-01 00:00 to 2026-08-01 00:00',
    ],
    [
      'since monday',
      'since Monday 23 November: 2026-11-23 00:00 to 2026-11-26 10:00',
      'the same part of the 4 days before: 2026-11-19 00:00 to 2026-11-22 10:00',
    ],
    [
      '2026-11-20..2026-12-20',
      '20 November to 20 December 2026 so far: 2026-11-20 00:00 to 2026-11-26 10:00',
      'the same part of the 31 days before: 2026-10-20 00:00 to 2026-10-26 10:00',
    ],
    [
      '2026',
      '2026: 2026-01-01 00:00 to 2026-11-26 10:00',
      'the same part of 2025: 2025-01-01 00:00 to 2025-11-26 10:00',
    ],
  ])('%s', (words, period, before) => {
    expect(read(words)).toEqual([period, before]);
  });

  it.each([
    ['october', 'October 2026'],
    ['dec', 'December 2025'],
    ['december 2025', 'December 2025'],
    ['3 october', '3 October 2026'],
    ['october 3rd 2025', '3 October 2025'],
    ['3 to 9 october', '3 to 9 October 2026'],
    ['october 3 to 9', '3 to 9 October 2026'],
    ['from 28 sept 2026 until october 4', '28 September to 4 October 2026'],
    ['2025-12-30 - 2026-01-02', '30 December 2025 to 2 January 2026'],
    ['past week', 'the last 7 days'],
    ['last 3 months', 'the last 3 months'],
    ['q3 2026', 'Q3 2026'],
    ['q3', 'Q3 2026'],
    ['ytd', 'this year'],
    ['month to date', 'this month'],
    ['10/2026', 'October 2026'],
    ['2026/10', 'October 2026'],
    ['13/10/2026', '13 October 2026'],
    ['10/13/2026', '13 October 2026'],
    ['3.10.2026', '3 October 2026'],
    ['731d', 'the last 731 days'],
    ['thursday', 'Thursday 26 November'],
    ['last thursday', 'Thursday 19 November'],
  ])('may be said as %s', (said, words) => {
    expect(read(said)).toEqual([expect.stringMatching(`^${words}:`), expect.anything()]);
  });

  it('named by a quarter alone is the latest that has begun', () => {
    const [period] = (read('q4', '2026-03-01T10:00:00[Europe/Berlin]') as string[]) ?? [];
    expect(period).toMatch(/^Q4 2025:/);
  });

  it('is as long as its days are where the clocks are changed', () => {
    const day = readPeriod('2026-10-25', { now: instant(NOW), zone: BERLIN });
    expect(day).toMatchObject({ period: { from: Date.parse('2026-10-24T22:00:00Z') } });
    expect(day).toMatchObject({ period: { to: Date.parse('2026-10-25T23:00:00Z') } });
  });

  it('compares the end of a long month with the whole of a short one', () => {
    expect(read('this month', '2026-03-31T10:00:00[Europe/Berlin]')).toEqual([
      'this month: 2026-03-01 00:00 to 2026-03-31 10:00',
      'the same part of last month: 2026-02-01 00:00 to 2026-03-01 00:00',
    ]);
  });

  it('counts what happens at this very moment', () => {
    const now = instant(NOW);
    for (const words of ['7d', 'today', 'this month']) {
      expect(readPeriod(words, { now, zone: BERLIN })).toMatchObject({ period: { to: now + 1 } });
    }
  });

  it('is never longer than two years, whoever asks from wherever', () => {
    const zones = fc.constantFrom(BERLIN, 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu');
    const words = fc.oneof(
      fc.integer({ min: 0, max: 99_999 }).map((n) => `${n}d`),
      fc.integer({ min: 0, max: 50 }).map((n) => `last ${n} months`),
      fc.integer({ min: 1999, max: 2027 }).map((n) => `since ${n}`),
      fc.constantFrom('today', 'yesterday', 'this week', 'last quarter', 'this year', 'monday'),
    );
    const at = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2028-01-01') });
    fc.assert(
      fc.property(words, zones, at, (said, zone, now) => {
        const found = readPeriod(said, { now, zone });
        if (!found || 'wrong' in found) return;
        const { period, before } = found;
        expect(period.to - period.from).toBeLessThanOrEqual((2 * 366 + 1) * 24 * 3_600_000);
        expect(before.to).toBeLessThanOrEqual(period.from);
        expect(period.to).toBeLessThanOrEqual(now + 1);
      }),
    );
  });
});
