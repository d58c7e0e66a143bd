import {
  HASH_START,
  type HashTable,
  hashOf,
  hashOn,
  indexHashes,
  placeOf,
  spread,
} from '../sorting/hashing.ts';
import { Numbers } from '../sorting/numbers.ts';

/** Letters. Of a shorter word too many others are near, of a longer one too many spellings. */
const SHORTEST = 4;
const LONGEST = 20;
const LETTERS = /^\p{L}+$/u;

/** The terms of words that may be misspelt, by each spelling that leaves a letter out. */
export interface Spellings {
  readonly spellings: HashTable;
  /** Of each spelling, the term. */
  readonly spelt: Uint32Array;
}

/** Yields now and then. */
export function* indexSpellings(
  stems: readonly (readonly [term: number, stem: string])[],
): Generator<void, Spellings> {
  const hashes = new Numbers();
  const spelt = new Numbers();
  for (const [i, [term, stem]] of stems.entries()) {
    for (const spelling of spellingsOf(stem)) {
      hashes.push(spelling);
      spelt.push(term);
    }
    if (i % 1_000 === 0) yield;
  }
  return { spellings: indexHashes(hashes.all), spelt: spelt.all.slice() };
}

/** The term that was most likely meant: one letter is left out, added, wrong or swapped with its neighbour. -1: none. */
export function findMisspelt({ spellings, spelt }: Spellings, stem: string): number {
  for (const spelling of spellingsOf(stem)) {
    const place = placeOf(spellings, spelling);
    if (place >= 0) return spelt[place]!;
  }
  return -1;
}

/** The stem itself, and it without each of its letters. Codes and numbers have none: what is near them is something else. */
function spellingsOf(stem: string): number[] {
  if (stem.length < SHORTEST || stem.length > LONGEST || !LETTERS.test(stem)) return [];
  const all = [hashOf(stem)];
  for (let left = 0; left < stem.length; left++) {
    let hash = HASH_START;
    for (let i = 0; i < stem.length; i++) if (i !== left) hash = hashOn(hash, stem.charCodeAt(i));
    all.push(spread(hash));
  }
  return all;
}
