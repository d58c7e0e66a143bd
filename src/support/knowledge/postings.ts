import { type HashTable, Numbering } from '../sorting/hashing.ts';
import { Numbers } from '../sorting/numbers.ts';
import { indexSpellings, type Spellings } from './spelling.ts';
import { readTerms, readTermWords, stopTerms } from './terms.ts';

/** Which terms stand in which passages, and what that is worth. Passages and terms are numbered as they came. */
export interface Weighed extends Spellings {
  readonly terms: HashTable;
  /** Of each term, how rare it is. */
  readonly rarities: Float32Array;
  /** The same of a word, and of a stop word, that no passage has. */
  readonly unknown: number;
  readonly unknownStop: number;
  /** Where the postings of each term begin, and at the end how many there are. */
  readonly starts: Uint32Array;
  readonly passages: Uint32Array;
  /** What each posting is worth, from 0 to the rarity of its term. */
  readonly worths: Float32Array;
}

/** BM25's usual constants: how soon a word said again tells nothing new, and how much a long passage is held to be wordy. */
const SATURATION = 1.2;
const WORDINESS = 0.75;

/**
 * How rare a word is, is counted in the passages and in so many others, of which a stop word stands in some and any other word in
 * none: in three articles alone, "where" would be as rare as "invoice".
 */
const ELSEWHERE = 100;
const STOPS_ELSEWHERE = 30;

/** The terms of a text, each once, how often each comes, and how many words that makes. */
export interface Counted {
  readonly terms: readonly number[];
  readonly counts: readonly number[];
  readonly length: number;
}

/** Terms and where they stand, as they are gathered. */
export class Postings {
  readonly #language: string;
  readonly #terms = new Numbering();
  readonly #hashes = new Numbers();
  /** Of each term, how many passages have it themselves; what an article says of itself is counted once. */
  readonly #seen = new Numbers();
  /** Of each term, how often it came in what is being read; 0 between. */
  readonly #counts = new Numbers();
  readonly #lengths: number[] = [];
  /** The terms that are words, with their stems. */
  readonly #stems: (readonly [term: number, stem: string])[] = [];
  /** Term, passage and count of each posting. */
  readonly #gathered = new Numbers();

  constructor(language: string) {
    this.#language = language;
  }

  /** Counts the terms of texts, each text's so many times. */
  count(texts: readonly (readonly [text: string, times: number])[]): Counted {
    const all = this.#counts;
    const terms: number[] = [];
    let length = 0;
    for (const [text, times] of texts) {
      readTerms(readTermWords(text), this.#language, (hash, _, word, stem) => {
        const term = this.#numberOf(hash, stem);
        if (all.at(term) === 0) terms.push(term);
        all.add(term, times);
        if (word !== undefined) length += times;
      });
    }
    const counts = terms.map((term) => all.at(term));
    for (const term of terms) all.set(term, 0);
    return { terms, counts, length };
  }

  /** Adds an article: what it says of itself counts for each of its passages. */
  add(shared: Counted, passages: readonly Counted[]): void {
    const further = this.#counts;
    const unseen = new Set(shared.terms);
    for (const { terms, counts, length } of passages) {
      const passage = this.#lengths.push(shared.length + length) - 1;
      for (const [i, term] of shared.terms.entries()) further.set(term, shared.counts[i]!);
      for (const [i, term] of terms.entries()) {
        this.#post(term, passage, counts[i]! + further.at(term));
        this.#seen.add(term, 1);
        if (further.at(term) === 0) continue;
        further.set(term, 0);
        unseen.delete(term);
      }
      for (const term of shared.terms) {
        if (further.at(term) !== 0) this.#post(term, passage, further.at(term));
        further.set(term, 0);
      }
    }
    for (const term of unseen) this.#seen.add(term, 1);
  }

  #numberOf(hash: number, stem: string | undefined): number {
    const { size } = this.#terms;
    const term = this.#terms.add(hash);
    if (term < size) return term;
    this.#hashes.push(hash);
    this.#counts.push(0);
    this.#seen.push(0);
    if (stem !== undefined) this.#stems.push([term, stem]);
    return term;
  }

  #post(term: number, passage: number, count: number): void {
    this.#gathered.push(term);
    this.#gathered.push(passage);
    this.#gathered.push(count);
  }

  /** Weighs each posting. Yields between its parts. */
  *weigh(): Generator<void, Weighed> {
    const stops = stopTerms(this.#language);
    const all = this.#lengths.length + ELSEWHERE;
    const rarity = (seen: number, isStop: boolean) => {
      const inAll = seen + (isStop ? STOPS_ELSEWHERE : 0);
      return Math.log(1 + (all - inAll + 0.5) / (inAll + 0.5));
    };
    const rarities = Float32Array.from(this.#hashes.all, (hash, term) =>
      rarity(this.#seen.at(term), stops.has(hash)),
    );
    const mean = this.#lengths.reduce((a, b) => a + b, 0) / this.#lengths.length;
    const gathered = this.#gathered.all;
    const starts = new Uint32Array(rarities.length + 1);
    for (let i = 0; i < gathered.length; i += 3) starts[gathered[i]! + 1]!++;
    for (let term = 0; term < rarities.length; term++) starts[term + 1]! += starts[term]!;
    yield;
    const free = starts.slice();
    const passages = new Uint32Array(gathered.length / 3);
    const worths = new Float32Array(passages.length);
    for (let i = 0; i < gathered.length; i += 3) {
      const [term, passage, count] = [gathered[i]!, gathered[i + 1]!, gathered[i + 2]!];
      const wordy = 1 - WORDINESS + (WORDINESS * this.#lengths[passage]!) / mean;
      const at = free[term]!++;
      passages[at] = passage;
      worths[at] = (rarities[term]! * count) / (count + SATURATION * wordy);
    }
    yield;
    const spellings = yield* indexSpellings(this.#stems);
    return {
      ...spellings,
      terms: this.#terms,
      rarities,
      unknown: rarity(0, false),
      unknownStop: rarity(0, true),
      starts,
      passages,
      worths,
    };
  }
}
