import { describe, expect, it } from 'vitest';
import { holidays, holidaysOf } from '../../src/handbook/holidays.ts';
import type { Calendar } from '../../src/support/handbook.ts';
import { isOpenAt } from '../../src/support/time/calendar.ts';

async function calendarOf(...written: string[]): Promise<Calendar> {
  const layers = { shipped: { file: 'policy.yaml', text: '' }, own: undefined };
  const read = await holidaysOf(holidays.parse(written), ['holidays'], layers, []);
  const week = Array.from({ length: 7 }, () => [{ from: 540, to: 1020 }]);
  return { zone: 'Europe/Berlin', week, ...read };
}

/** From the countries' own laws and offices, for years in which they differ. */
describe('public holidays', () => {
  it.each([
    [
      'de',
      ['2026-04-03', '2026-05-14', '2026-10-03', '2027-03-26'],
      ['2026-01-06', '2026-06-04', '2026-12-24'],
    ],
    ['de-by', ['2026-01-06', '2026-06-04', '2027-05-27'], ['2026-10-31', '2026-11-18']],
    ['us', ['2026-07-03', '2026-11-26', '2027-01-18', '2027-05-31'], ['2026-11-27', '2026-04-03']],
    ['us-ca', ['2026-11-27', '2026-03-31'], ['2026-10-12']],
    ['gb', ['2026-12-28', '2027-12-27', '2027-12-28'], ['2026-12-24']],
    ['no', ['2026-05-17', '2027-05-17'], ['2026-12-24']],
    ['tr', ['2026-03-20', '2026-03-22', '2026-05-27', '2026-05-30'], ['2026-03-23']],
    ['jp', ['2026-05-06', '2026-09-22'], ['2026-12-25']],
  ])('of %s are closed, and other countries’ are not', async (code, closed, open) => {
    const { publicHolidays } = await calendarOf(code);
    const days = [2026, 2027].flatMap((year) => publicHolidays?.(year) ?? []);
    expect(days).toEqual(expect.arrayContaining(closed));
    for (const day of open) expect(days).not.toContain(day);
  });

  it('go together with dates and other countries’, each day once', async () => {
    const calendar = await calendarOf('2026-12-24', 'de', 'DE-BY', 'us');
    expect(calendar.holidays).toEqual(['2026-12-24']);
    const days = calendar.publicHolidays?.(2026) ?? [];
    expect(days).toEqual([...new Set(days)].sort());
    expect(days).toEqual(expect.arrayContaining(['2026-06-04', '2026-11-26', '2026-12-25']));
  });

  it('are known in whatever year the desk still runs', async () => {
    const calendar = await calendarOf('de');
    const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
    // Good Friday, and the Thursday before it.
    expect(isOpenAt(calendar, noon('2041-04-19'))).toBe(false);
    expect(isOpenAt(calendar, noon('2041-04-18'))).toBe(true);
  });
});
