/** How many messages one bot may send into one thread, by seconds: Microsoft's table, which it says may change. */
const SENDS: readonly (readonly [most: number, seconds: number])[] = [
  [7, 1],
  [8, 2],
  [60, 30],
  [1800, 3600],
];

/** Counts what goes into each thread. */
export interface Rates {
  /** Takes one message, or says how many seconds to wait first. */
  take(thread: string): number | undefined;
}

export function createRates(clock: { now(): number }): Rates {
  const taken = new Map<string, number[]>();
  return {
    take(thread) {
      const now = clock.now();
      const before = taken.get(thread) ?? [];
      for (const [most, seconds] of SENDS) {
        const since = before.filter((at) => at > now - seconds * 1000);
        if (since.length >= most) return Math.ceil((since[0]! + seconds * 1000 - now) / 1000);
      }
      taken.set(thread, [...before.filter((at) => at > now - 3_600_000), now]);
      return undefined;
    },
  };
}
