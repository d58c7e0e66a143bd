import type { Matters } from './page.ts';

/** A bit for each 4096 marks: most conversations are told from those that are known here without asking any further. */
const SHIFT = 12;
const WORDS = 2 ** (32 - SHIFT) / 32;

interface Entry<T> {
  readonly conversation: string;
  readonly next: Entry<T> | undefined;
  value: T;
}

/** What is known of some conversations, found by their marks and then, since marks may be equal, by their ids. */
export interface Lookup<T> {
  /** Puts what `merge` makes of what is known already. */
  put(matters: Matters, matter: number, merge: (known: T | undefined) => T): void;
  /** Many facts of a page are asked about one after the other: its matters are looked up together, once. */
  find(matters: Matters, matter: number): T | undefined;
}

export function createLookup<T>(): Lookup<T> {
  const bits = new Uint32Array(WORDS);
  /** By mark, as the signed number that it is in 32 bits: those are found sooner. */
  const entries = new Map<number, Entry<T>>();
  let page: Matters | undefined;
  let found: (T | undefined)[] = [];

  function entryOf(matters: Matters, matter: number, mark: number): Entry<T> | undefined {
    const bit = mark >>> SHIFT;
    if ((bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return undefined;
    let entry = entries.get(mark | 0);
    if (entry === undefined) return undefined;
    const conversation = matters.conversation(matter);
    while (entry && entry.conversation !== conversation) entry = entry.next;
    return entry;
  }

  function findAll(matters: Matters): (T | undefined)[] {
    const all = new Array<T | undefined>(matters.count);
    const { mark } = matters;
    for (let matter = 0; matter < all.length; matter++) {
      all[matter] = entryOf(matters, matter, mark[matter]!)?.value;
    }
    return all;
  }

  return {
    put(matters, matter, merge) {
      page = undefined;
      const mark = matters.mark[matter]!;
      const known = entryOf(matters, matter, mark);
      if (known) {
        known.value = merge(known.value);
        return;
      }
      const bit = mark >>> SHIFT;
      bits[bit >>> 5]! |= 1 << (bit & 31);
      const next = entries.get(mark | 0);
      const conversation = matters.conversation(matter);
      entries.set(mark | 0, { conversation, next, value: merge(undefined) });
    },
    find(matters, matter) {
      if (entries.size === 0) return undefined;
      if (matters !== page) {
        page = matters;
        found = findAll(matters);
      }
      return found[matter];
    },
  };
}
