/** Whoever is slow keeps only those waiting who go to the same. */
export interface Shares {
  /** Does the work as soon as fewer than so many go to the same; first come, first served. It must not reject. */
  run(to: string, work: () => Promise<void>): Promise<void>;
  /** How many are under way to the same, or wait for it. */
  size(to: string): number;
  /** Nobody waits any more. */
  open(): void;
}

/** @param most how many may be under way to the same at once */
export function shares(most: number): Shares {
  const underWay = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  let isOpen = false;

  const leave = (to: string) => {
    const next = waiting.get(to)?.shift();
    // Whoever is next takes the place as it is.
    if (next) return next();
    const left = underWay.get(to)! - 1;
    if (left > 0) underWay.set(to, left);
    else {
      underWay.delete(to);
      waiting.delete(to);
    }
  };

  return {
    async run(to, work) {
      const before = underWay.get(to) ?? 0;
      if (before < most || isOpen) underWay.set(to, before + 1);
      else {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.set(to, [...(waiting.get(to) ?? []), resolve]);
        await promise;
      }
      try {
        await work();
      } finally {
        leave(to);
      }
    },
    size: (to) => (underWay.get(to) ?? 0) + (waiting.get(to)?.length ?? 0),
    open() {
      isOpen = true;
      for (const [to, all] of waiting) {
        underWay.set(to, underWay.get(to)! + all.length);
        for (const enter of all.splice(0)) enter();
      }
    },
  };
}
