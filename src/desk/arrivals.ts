/** When it is known what became of a reply that is on its way, in this process. */
export interface Arrivals {
  /** It is decided for this conversation, whether it arrived or not. */
  known(conversation: string): void;
  /** Resolves when that is next so, or after so many ms. */
  next(conversation: string, patience: number): Promise<void>;
}

export function createArrivals(): Arrivals {
  const waiting = new Map<string, Set<() => void>>();
  return {
    known(conversation) {
      for (const resolve of waiting.get(conversation) ?? []) resolve();
    },
    next: (conversation, patience) =>
      new Promise((resolve) => {
        const theirs = waiting.get(conversation) ?? new Set();
        waiting.set(conversation, theirs);
        const end = () => {
          clearTimeout(timeout);
          theirs.delete(end);
          if (theirs.size === 0) waiting.delete(conversation);
          resolve();
        };
        const timeout = setTimeout(end, patience);
        theirs.add(end);
      }),
  };
}
