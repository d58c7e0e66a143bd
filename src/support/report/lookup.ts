import type { Matters } from './page.ts';

/** What is known of some conversations, found by their marks and checks: where both are equal, it is the same one. */
export interface Lookup<T> {
  /** Puts what `merge` makes of what is known already. */
  put(matters: Matters, matter: number, merge: (known: T | undefined) => T): void;
  /** What is known of these; undefined where nothing is of anybody. */
  of(matters: Matters): ((matter: number) => T | undefined) | undefined;
}

/** Open addressing, at most half full: who is unknown is told after one look or two. */
export function createLookup<T>(): Lookup<T> {
  let places = 64;
  /** At each place the number of a value, from 1 on; 0 where there is none, and the mark and the check of its conversation. */
  let numbers = new Int32Array(places);
  let marks = new Uint32Array(places);
  let checks = new Uint32Array(places);
  const values: T[] = [];

  /** Where it is, or would be. */
  function placeOf(mark: number, check: number): number {
    let place = mark & (places - 1);
    while (numbers[place] !== 0 && (marks[place] !== mark || checks[place] !== check)) {
      place = (place + 1) & (places - 1);
    }
    return place;
  }

  function set(number: number, mark: number, check: number) {
    const place = placeOf(mark, check);
    numbers[place] = number;
    marks[place] = mark;
    checks[place] = check;
  }

  function grow() {
    const before = { numbers, marks, checks };
    places *= 2;
    numbers = new Int32Array(places);
    marks = new Uint32Array(places);
    checks = new Uint32Array(places);
    for (const [place, number] of before.numbers.entries()) {
      if (number !== 0) set(number, before.marks[place]!, before.checks[place]!);
    }
  }

  return {
    put({ mark, check }, matter, merge) {
      const number = numbers[placeOf(mark[matter]!, check[matter]!)]!;
      if (number !== 0) {
        values[number - 1] = merge(values[number - 1]);
        return;
      }
      if (values.push(merge(undefined)) > places / 2) grow();
      set(values.length, mark[matter]!, check[matter]!);
    },
    of({ mark, check }) {
      if (values.length === 0) return undefined;
      return (matter) => {
        const number = numbers[placeOf(mark[matter]!, check[matter]!)]!;
        return number === 0 ? undefined : values[number - 1];
      };
    },
  };
}
