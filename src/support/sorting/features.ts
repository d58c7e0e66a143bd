import { HASH_START, hashOf, hashOn, spread } from './hashing.ts';
import { findWord, MOST_TELLING, type WordVectors } from './vectors.ts';

/**
 * A text as numbers that can be compared and learnt from: its words and pairs of words, the pieces of its words (which see
 * through endings, compounds and misspellings), and what its words mean.
 */
export interface Features {
  /** Hashes of words, pairs and pieces. */
  readonly keys: Uint32Array;
  /** What each weighs. Words and pairs have the length 1 together, and so have the pieces. */
  readonly values: Float32Array;
  /** Of length 1; all zero where no word is known. */
  readonly meaning: Float32Array;
}

/** Words that are looked at: people say what they need at the beginning or at the end. */
const FIRST_WORDS = 300;
const LAST_WORDS = 100;

/** Pieces of a word have 3 to 5 letters; a blank stands before and after it. */
const SHORTEST = 3;
const LONGEST = 5;
/** A pair of words tells this share of what both tell, and no more than the rarest word. */
const PAIR = 0.7;

const BLANK = 0x20;
/** Hashes of words and of pieces begin differently, so that "the" and the piece "the" are two things. */
const WORD = HASH_START;
const PIECE = hashOn(HASH_START, 1);

/** The features of a text's words, as `wordsOnly` gives them. Long texts are read at both ends. */
export function extractFeatures(all: readonly string[], vectors: WordVectors): Features {
  const words =
    all.length > FIRST_WORDS + LAST_WORDS
      ? [...all.slice(0, FIRST_WORDS), ...all.slice(-LAST_WORDS)]
      : all;
  const letters = words.reduce((sum, word) => sum + word.length + 2, 0);
  const grams = GRAMS.clear(2 * words.length);
  const pieces = PIECES.clear(3 * letters);
  const meaning = new Float32Array(vectors.dimensions);
  let before = 0;
  let beforeTells = 0;
  for (const word of words) {
    const place = findWord(vectors, word);
    const tells = place < 0 ? MOST_TELLING : vectors.tells[place]!;
    if (place >= 0) addMeaning(meaning, place, vectors);
    const hash = hashOf(word, WORD);
    grams.add(hash, tells);
    if (before !== 0) {
      const pair = Math.min(MOST_TELLING, PAIR * (beforeTells + tells));
      grams.add(spread(Math.imul(before, 31) + hash), pair);
    }
    addPieces(pieces, word, tells);
    before = hash;
    beforeTells = tells;
  }
  const keys = new Uint32Array(grams.size + pieces.size);
  const values = new Float32Array(keys.length);
  grams.unload(keys, values, 0);
  pieces.unload(keys, values, grams.size);
  scaleToLength(meaning);
  return { keys, values, meaning };
}

export function addMeaning(meaning: Float32Array, place: number, vectors: WordVectors): void {
  const { dimensions, numbers, scales } = vectors;
  const scale = scales[place]!;
  const from = place * dimensions;
  for (let i = 0; i < dimensions; i++) meaning[i]! += scale * numbers[from + i]!;
}

function addPieces(pieces: Sums, word: string, tells: number): void {
  const end = word.length + 1;
  for (let from = -1; from + SHORTEST - 1 < end; from++) {
    let hash = PIECE;
    const last = Math.min(end, from + LONGEST);
    for (let at = from; at < last; at++) {
      const letter = at < 0 || at === word.length ? BLANK : word.charCodeAt(at);
      hash = hashOn(hash, letter);
      if (at - from + 1 >= SHORTEST) pieces.add(spread(hash), tells);
    }
  }
}

export function scaleToLength(vector: Float32Array): void {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return;
  const scale = 1 / Math.sqrt(sum);
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
}

/** Sums by hash. Tables are kept and used again: a text's features are the most that is reckoned of a message. */
class Sums {
  #mask = 0;
  #keys = new Uint32Array(0);
  #sums = new Float32Array(0);
  /** Where something stands, in the order in which it came. */
  #places = new Uint32Array(0);
  size = 0;

  /** Empties it, for as many different hashes as are announced. */
  clear(most: number): this {
    if (most * 2 > this.#keys.length) {
      let length = 1024;
      while (length < most * 2) length *= 2;
      this.#mask = length - 1;
      this.#keys = new Uint32Array(length);
      this.#sums = new Float32Array(length);
      this.#places = new Uint32Array(length);
    } else {
      for (let i = 0; i < this.size; i++) this.#keys[this.#places[i]!] = 0;
    }
    this.size = 0;
    return this;
  }

  add(hash: number, value: number): void {
    let at = hash & this.#mask;
    for (;;) {
      const key = this.#keys[at];
      if (key === hash) break;
      if (key === 0) {
        this.#keys[at] = hash;
        this.#sums[at] = 0;
        this.#places[this.size++] = at;
        break;
      }
      at = (at + 1) & this.#mask;
    }
    this.#sums[at]! += value;
  }

  /** Writes the hashes and their sums, scaled to the length 1, from this place on. */
  unload(keys: Uint32Array, values: Float32Array, from: number): void {
    let squares = 0;
    for (let i = 0; i < this.size; i++) squares += this.#sums[this.#places[i]!]! ** 2;
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let i = 0; i < this.size; i++) {
      const at = this.#places[i]!;
      keys[from + i] = this.#keys[at]!;
      values[from + i] = this.#sums[at]! * scale;
    }
  }
}

const GRAMS = new Sums();
const PIECES = new Sums();
