import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/cli/instants.ts';

const NOON = Date.parse('2026-03-02T12:00:00Z');
const HOUR = 3_600_000;

describe('when something was said', () => {
  it.each([
    ['a date and time', '2026-03-02T12:00:00Z', NOON],
    ['one with an offset', '2026-03-02T13:00:00+01:00', NOON],
    ['milliseconds', NOON, NOON],
    ['milliseconds as text', String(NOON), NOON],
    ['seconds', NOON / 1000, NOON],
    ['seconds as Slack writes them', `${NOON / 1000}.000200`, NOON + 0.2],
    ['milliseconds of a clock that began with the talk', 90_000, 90_000],
    ['a time of day, later', '12:05', NOON + HOUR / 12],
    ['a time of day, a little earlier', '11:59', NOON - HOUR / 60],
    ['a time of day with seconds', '12:00:30', NOON + 30_000],
    ['nothing', undefined, NOON],
    ['nothing that can be read', 'soon', NOON],
    ['no text at all', '', NOON],
    ['a list', [1], NOON],
  ])('%s', (_what, at, instant) => {
    expect(instantOf(at, NOON)).toBeCloseTo(instant, 3);
  });

  it('goes on past midnight where only the time of day is told', () => {
    const late = NOON + 11.75 * HOUR;
    expect(instantOf('0:10', late)).toBe(NOON + 12 * HOUR + HOUR / 6);
  });
});
