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
  find(matters: Matters, matter: number): T | undefined;
}

export function createLookup<T>(): Lookup<T> {
  const bits = new Uint32Array(WORDS);
  const entries = new Map<number, Entry<T>>();

  function entryOf(matters: Matters, matter: number): Entry<T> | undefined {
    const mark = matters.mark[matter]!;
    const bit = mark >>> SHIFT;
    if ((bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return undefined;
    let entry = entries.get(mark);
    if (entry === undefined) return undefined;
    const conversation = matters.conversation(matter);
    while (entry && entry.conversation !== conversation) entry = entry.next;
    return entry;
  }

  return {
    put(matters, matter, merge) {
      const known = entryOf(matters, matter);
      if (known) {
        known.value = merge(known.value);
        return;
      }
      const mark = matters.mark[matter]!;
      const bit = mark >>> SHIFT;
      bits[bit >>> 5]! |= 1 << (bit & 31);
      const next = entries.get(mark);
      const conversation = matters.conversation(matter);
      entries.set(mark, { conversation, next, value: merge(undefined) });
    },
    find: (matters, matter) => entryOf(matters, matter)?.value,
  };
}
