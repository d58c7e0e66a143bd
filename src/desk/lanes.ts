/** Work of one lane runs one after the other, lanes side by side. */
export interface Lanes {
  /** Rejections are the work's own to handle: `work` must not reject. */
  run(lane: string, work: () => Promise<void>): void;
  readonly size: number;
  /** Resolves when fewer than `limit` pieces of work are under way. */
  below(limit: number): Promise<void>;
  /** Calls once when that is so; however often it is asked for meanwhile. */
  onceBelow(limit: number, call: () => void): void;
}

export function lanes(): Lanes {
  const tails = new Map<string, Promise<void>>();
  let size = 0;
  let awaited = false;
  let waiting: { limit: number; resolve: () => void }[] = [];

  const left = () => {
    size--;
    waiting = waiting.filter(({ limit, resolve }) => {
      if (size >= limit) return true;
      resolve();
      return false;
    });
  };

  const below = (limit: number): Promise<void> =>
    size < limit
      ? Promise.resolve()
      : new Promise((resolve) => {
          waiting.push({ limit, resolve });
        });

  return {
    run(lane, work) {
      size++;
      const tail = (tails.get(lane) ?? Promise.resolve()).then(work).finally(() => {
        if (tails.get(lane) === tail) tails.delete(lane);
        left();
      });
      tails.set(lane, tail);
    },
    get size() {
      return size;
    },
    below,
    onceBelow(limit, call) {
      if (awaited) return;
      awaited = true;
      void below(limit).then(() => {
        awaited = false;
        call();
      });
    },
  };
}
