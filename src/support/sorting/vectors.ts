import { type HashTable, hashOf, indexHashes, placeOf } from './hashing.ts';

/**
 * What English words mean and how much they tell. Words that are used alike have vectors that point the same way. Learnt
 * from public text; NOTICE says from which.
 */
export interface WordVectors {
  readonly dimensions: number;
  readonly words: HashTable;
  /** `dimensions` small numbers a word, to be multiplied by the word's scale. */
  readonly numbers: Int8Array;
  /** Of common words the scale is small: the sum of a sentence's vectors is what the sentence is about. */
  readonly scales: Float32Array;
  /** How much each word tells, from 1 for "the" to `MOST_TELLING`. */
  readonly tells: Float32Array;
}

/** Vectors that know no word: everything goes by the letters then. */
export const NO_VECTORS: WordVectors = {
  dimensions: 0,
  words: indexHashes([]),
  numbers: new Int8Array(),
  scales: new Float32Array(),
  tells: new Float32Array(),
};

/** The number of a word, or -1 where it is not known. */
export function findWord(vectors: WordVectors, word: string): number {
  return placeOf(vectors.words, hashOf(word));
}

const SENTENCES = 20_000;
const SENTENCE = 12;
/** Zipf's law as Mandelbrot shifted it, and the sum that makes 150,000 words' shares one. */
const SHIFT = 2.7;
const SUM = 11.12;

/** What a word tells that is in no dictionary. */
export const MOST_TELLING = Math.log(1 + SENTENCES) + 1;

/**
 * How much a word tells that is at this place in the order of frequency, 0 being "the": the inverse document frequency
 * that Zipf's law gives it in sentences of a dozen words. It depends on no corpus, so that five examples weigh their
 * words as well as five thousand do.
 */
export function telling(rank: number): number {
  const share = 1 / (rank + SHIFT) / SUM;
  const seen = 1 - (1 - share) ** SENTENCE;
  return Math.log((1 + SENTENCES) / (1 + SENTENCES * seen)) + 1;
}
