import type { Matters } from './page.ts';

/** What is known of some conversations, found by their marks and checks: where both are equal, it is the same one. */
export interface Lookup<T> {
  /** Puts what `merge` makes of what is known already. */
  put(matters: Matters, matter: number, merge: (known: T | undefined) => T): void;
  /** What is known of these; undefined where nothing is of anybody. */
  of(matters: Matters): ((matter: number) => T | undefined) | undefined;
  /** Whether anything is. */
  knows(matters: Matters): ((matter: number) => boolean) | undefined;
}

/** What stands at a place: the number of a value, from 1 on, or 0; then whose it is. Together, since they are read together. */
const [NUMBER, MARK, CHECK, WIDTH] = [0, 1, 2, 4];

/** So many bits for each place: most who are unknown are told by them, which lie nearer to the processor than the places do. */
const BITS = 8;

/** Open addressing, at most half full: who is unknown is told after one look or two. */
export function createLookup<T>(): Lookup<T> {
  let places = new Int32Array(64 * WIDTH);
  let bits = new Uint8Array((64 * BITS) / 8);
  const values: T[] = [];

  const mayBeKnown = (mark: number) => {
    const bit = (mark >>> 3) & (bits.length - 1);
    return (bits[bit]! & (1 << (mark & 7))) !== 0;
  };

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
    bits[(mark >>> 3) & (bits.length - 1)]! |= 1 << (mark & 7);
  }

  function grow() {
    const before = places;
    places = new Int32Array(before.length * 4);
    bits = new Uint8Array(((places.length / WIDTH) * BITS) / 8);
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
    knows({ mark, check }) {
      if (values.length === 0) return undefined;
      return (matter) => {
        const one = mark[matter]! | 0;
        return mayBeKnown(one) && places[placeOf(one, check[matter]! | 0)] !== 0;
      };
    },
    of({ mark, check }) {
      if (values.length === 0) return undefined;
      return (matter) => {
        if (!mayBeKnown(mark[matter]! | 0)) return undefined;
        const number = places[placeOf(mark[matter]! | 0, check[matter]! | 0)]!;
        return number === 0 ? undefined : values[number - 1];
      };
    },
  };
}
