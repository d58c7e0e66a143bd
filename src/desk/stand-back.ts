/** Milliseconds without an acceptance after which other work takes its turn … */
const QUIET = 1;
/** … when so many acceptances came within so many milliseconds, QUIET is no sign of rest: who is kept waiting sends nothing … */
const RUSH = 8;
const WITHIN = 32;
/** … and milliseconds after which it takes its turn all the same. */
const PATIENCE = 100;

export interface StandingBack {
  /** Something was accepted. */
  accepted(): void;
  /** Resolves when it is the caller's turn. */
  turn(): Promise<void>;
}

/**
 * Acknowledgements come first: a platform waits 3 s for its 2xx, everything else can wait. Other work takes turns, each
 * after a moment in which nothing was accepted; in a rush (250 acceptances a second, far more than any workspace sends) hardly ever.
 */
export function standingBack(): StandingBack {
  /** When the last acceptances came, by `performance.now()`; the oldest at `next`. */
  const times = new Float64Array(RUSH).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  let last = Number.NEGATIVE_INFINITY;
  let tail: Promise<void> = Promise.resolve();

  /** When the others' turn may come, if nothing more is accepted until then. */
  const quietAt = () => Math.max(last + QUIET, times[next]! + WITHIN);
  const turn = async () => {
    const until = performance.now() + PATIENCE;
    // A pass of the event loop at least: whoever asked meanwhile is heard first.
    await new Promise((resolve) => setImmediate(resolve));
    for (let now = performance.now(); now < until; now = performance.now()) {
      const wait = Math.min(quietAt(), until) - now;
      if (wait <= 0) return;
      // Asleep, not looking again and again: what comes in meanwhile comes in together, and shares its write.
      await new Promise((resolve) => setTimeout(resolve, Math.ceil(wait)));
    }
  };
  return {
    accepted() {
      last = performance.now();
      times[next] = last;
      next = (next + 1) % RUSH;
    },
    turn() {
      tail = tail.then(turn);
      return tail;
    },
  };
}

/** For a desk whose acknowledgements nobody waits for. */
export const neverStandingBack: StandingBack = {
  accepted() {},
  turn: () => Promise.resolve(),
};
