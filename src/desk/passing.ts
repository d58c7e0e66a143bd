import type { Instant } from '../support/conversation.ts';
import type { RunningDesk } from './desk.ts';
import type { MovableClock } from './movable-clock.ts';
import type { Time } from './ports.ts';
import type { Store } from './store/store.ts';

/**
 * Time by this clock, moved forward as it would have passed: from one due instant to the next, and on only when all that is
 * due there is decided and carried out. Nobody sleeps.
 */
export function passingTime(parts: {
  desk: Pick<RunningDesk, 'settle'>;
  store: Pick<Store, 'nextDue'>;
  clock: MovableClock;
}): Time {
  const { desk, store, clock } = parts;
  /** One journey after the other: what is due on the way is due once. */
  let last: Promise<void> = Promise.resolve();

  const pass = async (end: Instant, arrived: () => Promise<void>) => {
    for (;;) {
      await desk.settle();
      await arrived();
      const next = await store.nextDue();
      if (next === undefined || next > end) break;
      clock.moveTo(next);
    }
    clock.moveTo(end);
  };

  return {
    nextDue: () => store.nextDue(),
    passTo(end, arrived = async () => {}) {
      const passed = last.then(() => pass(end, arrived));
      last = passed.catch(() => {});
      return passed;
    },
  };
}
