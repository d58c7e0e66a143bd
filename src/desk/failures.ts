/** So many effects are remembered, those that failed last. */
const MOST = 10_000;

/** How often carrying out an effect has failed in this process: waiting for one's turn, or for as long as asked, is no failure. */
export interface Failures {
  /** It failed. How often, this time included. */
  add(effect: string): number;
  /** It needs no further attempt. */
  forget(effect: string): void;
}

export function createFailures(): Failures {
  const counts = new Map<string, number>();
  return {
    add(effect) {
      const count = (counts.get(effect) ?? 0) + 1;
      counts.delete(effect);
      counts.set(effect, count);
      if (counts.size > MOST) counts.delete(counts.keys().next().value!);
      return count;
    },
    forget(effect) {
      counts.delete(effect);
    },
  };
}
