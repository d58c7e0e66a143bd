import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenAt } from '../../../src/support/time/calendar.ts';
import { nextOpening } from '../../../src/support/time/opening.ts';

const span = (from: number, to: number) => ({ from: from * 60, to: to * 60 });
const WEEKDAYS = Array.from({ length: 7 }, (_, day) =>
  day < 5 ? [span(9, 12), span(13, 17)] : [],
);
const calendar = { zone: 'Europe/Berlin', week: WEEKDAYS, holidays: ['2026-04-06'] };
const berlin = (time: string) => Date.parse(`${time}+02:00`);

describe('when the team opens next', () => {
  it.each([
    ['before the day begins', '2026-04-01T07:00:30', '2026-04-01T09:00:00'],
    ['in the morning: after lunch', '2026-04-01T09:00:00', '2026-04-01T13:00:00'],
    ['at lunch', '2026-04-01T12:00:00', '2026-04-01T13:00:00'],
    ['in the last second of the day', '2026-04-01T16:59:59', '2026-04-02T09:00:00'],
    ['before a long weekend', '2026-04-03T15:12:13', '2026-04-07T09:00:00'],
  ])('%s', (_, at, opens) => {
    expect(nextOpening(calendar, berlin(at))).toBe(berlin(opens));
  });

  it('is never for a team that is always there', () => {
    const always = { ...calendar, week: Array(7).fill([span(0, 24)]), holidays: [] };
    expect(nextOpening(always, berlin('2026-04-01T12:00:00'))).toBeUndefined();
  });

  it('is the beginning of a span, whenever one asks', () => {
    const from = Date.UTC(2026, 2, 20);
    fc.assert(
      fc.property(fc.nat(20 * 24 * 3_600_000), (after) => {
        const opening = nextOpening(calendar, from + after)!;
        expect(opening).toBeGreaterThan(from + after);
        expect(isOpenAt(calendar, opening)).toBe(true);
        expect(isOpenAt(calendar, opening - 1)).toBe(false);
      }),
    );
  });
});
