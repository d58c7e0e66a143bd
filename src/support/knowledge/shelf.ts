import { type HashTable, indexHashes } from '../sorting/hashing.ts';
import type { WordVectors } from '../sorting/vectors.ts';
import type { Article, Passage } from './article.ts';
import { meaningOf } from './meaning.ts';
import { readTerms, readTermWords } from './terms.ts';

/** A passage as it stands on a shelf. */
export interface Placed {
  readonly article: Article;
  readonly passage: Passage;
  /** Which of the shelf's meanings are those of its title and questions: from, and up to but without. */
  readonly subjects: readonly [from: number, to: number];
  /** Which is that of its nearest heading. */
  readonly heading?: number;
}

/** The articles of one language, ready to be searched. Numbers of passages are places in `placed`. */
export interface Shelf {
  readonly language: string;
  readonly placed: readonly Placed[];
  readonly terms: HashTable;
  /** Of each term, how rare it is. */
  readonly rarities: Float32Array;
  /** What a term counts as that no article has. */
  readonly unknown: number;
  /** Where the postings of each term begin, and at the end how many there are. */
  readonly starts: Uint32Array;
  readonly passages: Uint32Array;
  /** What each posting is worth, from 0 to the rarity of its term. */
  readonly worths: Float32Array;
  /** What titles, questions and headings mean, each of length 1, one after another. */
  readonly meanings: Float32Array;
}

/** How often a word counts by where it stands: questions are put in the customers' own words. */
const FIELDS = { question: 5, title: 4, heading: 2, text: 1 };

/** BM25's usual constants: how soon a word said again tells nothing new, and how much a long passage is held to be wordy. */
const SATURATION = 1.2;
const WORDINESS = 0.75;

/**
 * Puts articles of one language on a shelf, each term of a passage weighed by BM25 over fields (Robertson, Zaragoza and
 * Taylor, 2004). Yields after each article, so that whoever has other work can do some between.
 */
export function* fillShelf(
  language: string,
  articles: readonly Article[],
  vectors: WordVectors,
): Generator<void, Shelf> {
  const placed: Placed[] = [];
  const postings = new Postings();
  const meanings: Float32Array[] = [];
  for (const article of articles) {
    const count = (...fields: readonly (readonly [text: string, weight: number])[]) => {
      const counts = new Counts();
      for (const [text, weight] of fields) counts.add(text, weight, language);
      return counts;
    };
    const mean = (text: string) =>
      meanings.push(meaningOf(readTermWords(text), language, vectors).vector) - 1;
    const { title, products, questions, passages } = article;
    const about = [title, ...products].join('\n');
    const shared = count(
      [about, FIELDS.title],
      ...questions.map((question) => [question, FIELDS.question] as const),
    );
    const subjects = [title, ...questions].filter(Boolean).map(mean);
    const from = subjects[0] ?? 0;
    for (const passage of passages) {
      const nearest = passage.headings.at(-1);
      placed.push({
        article,
        passage,
        subjects: [from, from + subjects.length],
        ...(nearest !== undefined && { heading: mean(nearest) }),
      });
    }
    postings.add(
      shared,
      passages.map(({ headings, text }) =>
        count([headings.join('\n'), FIELDS.heading], [text, FIELDS.text]),
      ),
    );
    yield;
  }
  return { language, placed, ...(yield* postings.weigh()), meanings: joined(meanings, vectors) };
}

function joined(meanings: readonly Float32Array[], { dimensions }: WordVectors): Float32Array {
  const all = new Float32Array(meanings.length * dimensions);
  for (const [i, meaning] of meanings.entries()) all.set(meaning, i * dimensions);
  return all;
}

/** How often each term comes in a text, and how many words that makes. */
class Counts {
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
class Postings {
  readonly #numbers = new Map<number, number>();
  /** Of each term, how many passages have it themselves; what an article says of itself is counted once. */
  readonly #seen: number[] = [];
  readonly #terms: number[] = [];
  readonly #passages: number[] = [];
  readonly #counts: number[] = [];
  readonly #lengths: number[] = [];

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
    this.#terms.push(number);
    this.#passages.push(passage);
    this.#counts.push(count);
    return number;
  }

  *weigh() {
    const all = this.#lengths.length;
    const rarity = (seen: number) => Math.log(1 + (all - seen + 0.5) / (seen + 0.5));
    const rarities = Float32Array.from(this.#seen, rarity);
    const mean = this.#lengths.reduce((a, b) => a + b, 0) / all;
    const starts = new Uint32Array(rarities.length + 1);
    for (const term of this.#terms) starts[term + 1]!++;
    for (let term = 0; term < rarities.length; term++) starts[term + 1]! += starts[term]!;
    yield;
    const free = starts.slice();
    const passages = new Uint32Array(this.#terms.length);
    const worths = new Float32Array(this.#terms.length);
    for (const [i, term] of this.#terms.entries()) {
      const passage = this.#passages[i]!;
      const count = this.#counts[i]!;
      const wordy = 1 - WORDINESS + (WORDINESS * this.#lengths[passage]!) / mean;
      const at = free[term]!++;
      passages[at] = passage;
      worths[at] = (rarities[term]! * count) / (count + SATURATION * wordy);
    }
    yield;
    const terms = indexHashes(Uint32Array.from(this.#numbers.keys()));
    return { terms, rarities, unknown: rarity(0), starts, passages, worths };
  }
}
