/**
 * What is asked for within one turn of the event loop is done together, `most` at a time at most: one way to the server for all of
 * it.
 */
export function together<T>(
  work: (all: readonly T[]) => Promise<unknown>,
  most: number,
): (some: readonly T[]) => Promise<void> {
  let waiting: T[] = [];
  let next: Promise<void> | undefined;

  const flush = async () => {
    // The check phase: everything the poll phase brought in is there by then.
    await new Promise(setImmediate);
    const all = waiting;
    waiting = [];
    next = undefined;
    const batches = Array.from({ length: Math.ceil(all.length / most) }, (_, i) =>
      all.slice(i * most, (i + 1) * most),
    );
    await Promise.all(batches.map(work));
  };

  return (some) => {
    waiting.push(...some);
    next ??= flush();
    return next;
  };
}
