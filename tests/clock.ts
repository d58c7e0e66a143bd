import type { Clock } from '../src/desk/clock.ts';

/** Time that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Milliseconds forward. Whoever's time has come by then is called, in order. */
  advance(by: number): void;
}

/** Monday, 2 March 2026, 10:00 UTC: an ordinary working morning. */
export const MONDAY_MORNING = Date.UTC(2026, 2, 2, 10);

export function manualClock(start: number = MONDAY_MORNING): ManualClock {
  let now = start;
  let sleepers: { at: number; call: () => void }[] = [];
  const callDue = () => {
    const due = sleepers.filter((s) => s.at <= now).toSorted((a, b) => a.at - b.at);
    sleepers = sleepers.filter((s) => s.at > now);
    for (const { call } of due) call();
  };
  return {
    now: () => now,
    wake(at, call) {
      const sleeper = { at, call };
      sleepers.push(sleeper);
      if (at <= now) setImmediate(callDue);
      return () => {
        sleepers = sleepers.filter((s) => s !== sleeper);
      };
    },
    advance(by) {
      now += by;
      callDue();
    },
  };
}
