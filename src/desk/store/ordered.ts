/** Items by a number that each has, the lowest first; of equal ones, in the order of their ties. */
export interface Ordered<T> {
  readonly size: number;
  /** Puts it there, wherever it was. */
  put(item: T, at: number): void;
  take(item: T): void;
  /** The lowest number. */
  first(): number | undefined;
  /** How many are below it. */
  below(at: number): number;
  /** From the lowest up to and with `at`. */
  until(at: number, limit: number): T[];
  /** From the highest down to and with `at`. */
  since(at: number, limit: number): T[];
}

/** @param tieOf different for each item, and always the same */
export function ordered<T>(tieOf: (item: T) => number | string): Ordered<T> {
  const places = new Map<T, number>();
  const items: T[] = [];

  /** How many lie before. Without a tie: before all of this number. */
  const rank = (at: number, tie?: number | string): number => {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = items[middle]!;
      const place = places.get(item)!;
      const before = place === at ? tie !== undefined && tieOf(item) < tie : place < at;
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const take = (item: T) => {
    const at = places.get(item);
    if (at === undefined) return;
    items.splice(rank(at, tieOf(item)), 1);
    places.delete(item);
  };

  return {
    get size() {
      return items.length;
    },
    take,
    put(item, at) {
      if (places.get(item) === at) return;
      take(item);
      items.splice(rank(at, tieOf(item)), 0, item);
      places.set(item, at);
    },
    first: () => (items.length > 0 ? places.get(items[0]!) : undefined),
    below: (at) => rank(at),
    until(at, limit) {
      const found: T[] = [];
      for (const item of items) {
        if (found.length === limit || places.get(item)! > at) break;
        found.push(item);
      }
      return found;
    },
    since(at, limit) {
      const from = Math.max(rank(at), items.length - limit);
      return items.slice(from).reverse();
    },
  };
}
