import type { Instant } from '../support/conversation.ts';
import type { Clock } from './clock.ts';

/** Time that goes on as another clock's does, and can be moved forward besides. */
export interface MovableClock extends Clock {
  /** From here on it is `at` or, where it is later than that already, what it is: time never goes back. */
  moveTo(at: Instant): void;
}

interface Sleeper {
  readonly at: Instant;
  readonly call: () => void;
  cancel(): void;
}

/** A clock ahead of `base` by as much as it was moved. */
export function movableClock(base: Clock): MovableClock {
  const sleepers = new Set<Sleeper>();
  let ahead = 0;

  const sleep = (sleeper: Sleeper) => {
    sleeper.cancel = base.wake(sleeper.at - ahead, () => {
      sleepers.delete(sleeper);
      sleeper.call();
    });
  };

  return {
    now: () => base.now() + ahead,
    wake(at, call) {
      const sleeper: Sleeper = { at, call, cancel: () => {} };
      sleepers.add(sleeper);
      sleep(sleeper);
      return () => {
        sleepers.delete(sleeper);
        sleeper.cancel();
      };
    },
    moveTo(at) {
      const by = at - base.now() - ahead;
      if (by <= 0) return;
      ahead += by;
      // In order of their time, which is the order in which those whose time has come are called.
      for (const sleeper of [...sleepers].toSorted((a, b) => a.at - b.at)) {
        sleeper.cancel();
        sleep(sleeper);
      }
    },
  };
}

/** A clock that stands still: whoever sleeps by it is called at once, or never. */
export function standingClock(at: Instant): Clock {
  return {
    now: () => at,
    wake(due, call) {
      if (due > at) return () => {};
      const soon = setImmediate(call);
      return () => clearImmediate(soon);
    },
  };
}
