import { type HashTable, indexHashes } from '../sorting/hashing.ts';
import { readTerms, readTermWords } from './terms.ts';

/** Which terms stand in which passages, and what that is worth. Passages and terms are numbered as they came. */
export interface Weighed {
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

/** How often each term comes in a text, and how many words that makes. */
export class Counts {
  readonly terms = new Map<number, number>();
  length = 0;

  add(text: string, weight: number, language: string): void {
    if (text === '') return;
    readTerms(readTermWords(text), language, (key, _, isPair) => {
      this.terms.set(key, (this.terms.get(key) ?? 0) + weight);
      if (!isPair) this.length += weight;
    });
  }
}

/** Which term stands in which passage, as it is gathered. */
export class Postings {
  readonly #numbers = new Map<number, number>();
  /** Of each term, how many passages have it themselves; what an article says of itself is counted once. */
  readonly #seen: number[] = [];
  readonly #lengths: number[] = [];
  /** Term, passage and count of each posting. */
  #gathered = new Uint32Array(3 * 1024);
  #size = 0;

  add(shared: Counts, own: readonly Counts[]): void {
    const unseen = new Set(shared.terms.keys());
    for (const { terms, length } of own) {
      const passage = this.#lengths.push(shared.length + length) - 1;
      for (const [key, count] of terms) {
        unseen.delete(key);
        this.#seen[this.#post(key, passage, count + (shared.terms.get(key) ?? 0))]!++;
      }
      for (const [key, count] of shared.terms) {
        if (!terms.has(key)) this.#post(key, passage, count);
      }
    }
    for (const key of unseen) this.#seen[this.#numbers.get(key)!]!++;
  }

  #post(key: number, passage: number, count: number): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    if (number === this.#numbers.size) {
      this.#numbers.set(key, number);
      this.#seen.push(0);
    }
    if (this.#size === this.#gathered.length) {
      const longer = new Uint32Array(2 * this.#size);
      longer.set(this.#gathered);
      this.#gathered = longer;
    }
    this.#gathered[this.#size++] = number;
    this.#gathered[this.#size++] = passage;
    this.#gathered[this.#size++] = count;
    return number;
  }

  /** Weighs each posting. Yields between its parts. */
  *weigh(stops: ReadonlySet<number>): Generator<void, Weighed> {
    const all = this.#lengths.length + ELSEWHERE;
    const rarity = (seen: number, isStop: boolean) => {
      const inAll = seen + (isStop ? STOPS_ELSEWHERE : 0);
      return Math.log(1 + (all - inAll + 0.5) / (inAll + 0.5));
    };
    const keys = [...this.#numbers.keys()];
    const rarities = Float32Array.from(keys, (key, term) =>
      rarity(this.#seen[term]!, stops.has(key)),
    );
    const mean = this.#lengths.reduce((a, b) => a + b, 0) / this.#lengths.length;
    const gathered = this.#gathered.subarray(0, this.#size);
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
    const terms = indexHashes(Uint32Array.from(keys));
    return {
      terms,
      rarities,
      unknown: rarity(0, false),
      unknownStop: rarity(0, true),
      starts,
      passages,
      worths,
    };
  }
}
