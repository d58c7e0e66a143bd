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

interface Place<T> {
  readonly item: T;
  readonly at: number;
  readonly tie: number | string;
}

/** @param tieOf different for each item, and always the same */
export function ordered<T>(tieOf: (item: T) => number | string): Ordered<T> {
  const known = new Map<T, Place<T>>();
  const places: Place<T>[] = [];

  /** How many lie before: of this very number, those before `tie`. */
  const rank = (at: number, tie?: number | string): number => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const place = places[middle]!;
      const lower = place.at === at ? tie !== undefined && place.tie < tie : place.at < at;
      if (lower) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const take = (item: T) => {
    const place = known.get(item);
    if (!place) return;
    places.splice(rank(place.at, place.tie), 1);
    known.delete(item);
  };

  return {
    get size() {
      return places.length;
    },
    take,
    put(item, at) {
      if (known.get(item)?.at === at) return;
      take(item);
      const place = { item, at, tie: tieOf(item) };
      places.splice(rank(at, place.tie), 0, place);
      known.set(item, place);
    },
    first: () => places[0]?.at,
    below: (at) => rank(at),
    until(at, limit) {
      const found: T[] = [];
      for (const place of places) {
        if (found.length === limit || place.at > at) break;
        found.push(place.item);
      }
      return found;
    },
    since(at, limit) {
      const from = Math.max(rank(at), places.length - limit);
      return places
        .slice(from)
        .reverse()
        .map(({ item }) => item);
    },
  };
}
