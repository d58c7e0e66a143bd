import type { Matters } from './page.ts';

/** What is known of some conversations, found by their marks and checks: where both are equal, it is the same one. */
export interface Lookup<T> {
  /** Puts what `merge` makes of what is known already. */
  put(matters: Matters, matter: number, merge: (known: T | undefined) => T): void;
  /** What is known of these; undefined where nothing is of anybody. */
  of(matters: Matters): ((matter: number) => T | undefined) | undefined;
}

/** What stands at a place: the number of a value, from 1 on, or 0; then whose it is. Together, since they are read together. */
const [NUMBER, MARK, CHECK, WIDTH] = [0, 1, 2, 4];

/** Open addressing, at most half full: who is unknown is told after one look or two. */
export function createLookup<T>(): Lookup<T> {
  let places = new Int32Array(64 * WIDTH);
  const values: T[] = [];

  /** Where it is, or would be. Both numbers are signed ones here. */
  function placeOf(mark: number, check: number): number {
    const last = places.length - WIDTH;
    let place = (mark * WIDTH) & last;
    while (
      places[place] !== 0 &&
      (places[place + MARK] !== mark || places[place + CHECK] !== check)
    ) {
      place = (place + WIDTH) & last;
    }
    return place;
  }

  function set(number: number, mark: number, check: number) {
    const place = placeOf(mark, check);
    places[place + NUMBER] = number;
    places[place + MARK] = mark;
    places[place + CHECK] = check;
  }

  function grow() {
    const before = places;
    places = new Int32Array(before.length * 4);
    for (let place = 0; place < before.length; place += WIDTH) {
      const number = before[place]!;
      if (number !== 0) set(number, before[place + MARK]!, before[place + CHECK]!);
    }
  }

  return {
    put(matters, matter, merge) {
      const mark = matters.mark[matter]! | 0;
      const check = matters.check[matter]! | 0;
      const number = places[placeOf(mark, check)]!;
      if (number !== 0) {
        values[number - 1] = merge(values[number - 1]);
        return;
      }
      if (values.push(merge(undefined)) * 2 * WIDTH > places.length) grow();
      set(values.length, mark, check);
    },
    of({ mark, check }) {
      if (values.length === 0) return undefined;
      return (matter) => {
        const number = places[placeOf(mark[matter]! | 0, check[matter]! | 0)]!;
        return number === 0 ? undefined : values[number - 1];
      };
    },
  };
}
