import type { Instant } from '../support/conversation.ts';

/** Time, as the desk gets it: the only part that tests replace. */
export interface Clock {
  now(): Instant;
  /** Calls back once when `at` is reached. The returned function cancels. */
  wake(at: Instant, call: () => void): () => void;
}

/** Longest single sleep: a clock set forward or back is noticed within it. */
const NAP = 60_000;

/** Wakes by what `now` says, however it is set meanwhile. */
export function clockBy(now: () => Instant): Clock {
  return {
    now,
    wake(at, call) {
      let timer: NodeJS.Timeout;
      const sleep = () => {
        const left = at - now();
        timer =
          left <= 0
            ? setTimeout(call, 0)
            : setTimeout(left <= NAP ? call : sleep, Math.min(left, NAP));
      };
      sleep();
      return () => clearTimeout(timer);
    },
  };
}

export const systemClock: Clock = clockBy(() => Date.now());
