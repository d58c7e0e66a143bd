import type { Clock } from '../desk/clock.ts';

/** So many questions in a row that came to nothing, and the next are spared. */
const TOLERATED = 3;
/** Milliseconds. It grows from the first to the last while nothing gets better. */
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 600_000;

/** Spares a model that does not answer, and everybody who would wait for it. */
export interface Breaker {
  /** Whether to ask. After a pause one may try; others wait for what becomes of it. */
  allows(): boolean;
  succeeded(): void;
  /** The question was withdrawn: it told nothing of the model. */
  withdrawn(): void;
  /** @param pause milliseconds for which it is no use to ask at all, where that is known. */
  failed(pause?: number): void;
  readonly open: boolean;
}

export function createBreaker(clock: Pick<Clock, 'now'>): Breaker {
  let failures = 0;
  let pause = FIRST_PAUSE;
  let until = 0;
  let trying = false;
  return {
    allows() {
      if (until === 0) return true;
      if (clock.now() < until || trying) return false;
      trying = true;
      return true;
    },
    succeeded() {
      [failures, pause, until, trying] = [0, FIRST_PAUSE, 0, false];
    },
    withdrawn() {
      trying = false;
    },
    failed(known) {
      failures++;
      if (known === undefined && failures < TOLERATED && !trying) return;
      until = clock.now() + Math.min(known ?? pause, LONGEST_PAUSE);
      if (known === undefined) pause = Math.min(pause * 2, LONGEST_PAUSE);
      trying = false;
    },
    get open() {
      return until !== 0;
    },
  };
}
