import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/desk/clock.ts';
import { MONDAY_MORNING } from '../clock.ts';

const MINUTE = 60_000;

/** Only here is the clock of the system itself looked at: its time and its timers are played. */
beforeEach(() => {
  vi.useFakeTimers({ now: MONDAY_MORNING, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

/** Instants, by the clock, at which somebody was called who is due in ten minutes. */
function sleepTenMinutes() {
  const called: number[] = [];
  const due = MONDAY_MORNING + 10 * MINUTE;
  const cancel = systemClock.wake(due, () => called.push(Date.now()));
  return { called, cancel, due };
}
const passes = (by: number) => vi.advanceTimersByTime(by);
const isSet = (by: number) => vi.setSystemTime(Date.now() + by);

describe('the system’s clock', () => {
  it('calls once, when the time has come', () => {
    const { called, due } = sleepTenMinutes();
    passes(10 * MINUTE - 1);
    expect(called).toEqual([]);
    passes(60 * MINUTE);
    expect(called).toEqual([due]);
  });

  it('notices within a minute that it was set forward past the time', () => {
    const { called } = sleepTenMinutes();
    passes(90_000);
    isSet(60 * MINUTE);
    passes(MINUTE);
    expect(called).toHaveLength(1);
    passes(60 * MINUTE);
    expect(called).toHaveLength(1);
  });

  it('waits on where it was set back, and never calls earlier than by what it was set', () => {
    const { called, due } = sleepTenMinutes();
    passes(5 * MINUTE);
    isSet(-60 * MINUTE);
    passes(6 * MINUTE);
    expect(called).toEqual([]);
    passes(60 * MINUTE);
    expect(called).toEqual([due]);
  });

  it('calls too early by no more than it was set back in the last minute', () => {
    const { called, due } = sleepTenMinutes();
    passes(9.5 * MINUTE);
    isSet(-3 * MINUTE);
    passes(10 * MINUTE);
    expect(called).toHaveLength(1);
    expect(called[0]).toBeGreaterThanOrEqual(due - 3 * MINUTE);
  });

  it('calls nobody who does not wait any more', () => {
    const { called, cancel } = sleepTenMinutes();
    passes(9 * MINUTE);
    cancel();
    passes(60 * MINUTE);
    expect(called).toEqual([]);
  });
});
