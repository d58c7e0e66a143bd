import type { Instant } from '../conversation.ts';
import { placeOf } from '../sorting/hashing.ts';
import { findWord, type WordVectors } from '../sorting/vectors.ts';
import { cut } from '../triage/words.ts';
import type { Article, Passage } from './article.ts';
import { type Signs, weighEvidence } from './evidence.ts';
import { highest } from './highest.ts';
import { meaningOf } from './meaning.ts';
import type { Placed, Shelf } from './shelf.ts';
import { findMisspelt } from './spelling.ts';
import { readTerms, readTermWords } from './terms.ts';

/** All articles, by language. */
export interface Knowledge {
  readonly shelves: readonly Shelf[];
  readonly vectors: WordVectors;
}

/** A passage that may answer. */
export interface Hit {
  readonly article: Article;
  readonly passage: Passage;
  /** Orders the hits of one question. */
  readonly score: number;
  /** How likely it is that it answers the question, 0 to 1: comparable between questions. */
  readonly evidence: number;
  /** What that goes by. */
  readonly signs: Signs;
  /** Its article was to be looked at again by now: for agents' eyes, or beside one that holds, but not alone for customers. */
  readonly stale: boolean;
}

export interface Asked {
  /** ISO 639-1, the most wanted first: the customer's, then the team's. Any where none is named. */
  readonly languages?: readonly string[];
  readonly at: Instant;
  /** How many hits at most; 10 where it is not said. */
  readonly most?: number;
}

const MOST = 10;
/** What a word counts that is nowhere, and nearly is. */
const MISSPELT = 0.8;
/** What the meaning counts beside the words. */
const MEANING = 0.6;
/** Passages whose words fit best; only their meaning is looked at. */
const LOOKED_AT = 100;
/** What a passage is worth that is in a language less wanted by one, and one that is out of date. */
const LESS_WANTED = 0.8;
const STALE = 0.7;

/** The passages that fit a customer's words best, the best first. Never throws, whatever the words hold. */
export function findPassages(knowledge: Knowledge, query: string, asked: Asked): Hit[] {
  return find(knowledge, query, asked, ({ passage }) => passage);
}

/** The same, with only the best passage of each article. */
export function findArticles(knowledge: Knowledge, query: string, asked: Asked): Hit[] {
  return find(knowledge, query, asked, ({ article }) => article);
}

/** A passage that was looked at, with what speaks for it. */
interface Found {
  readonly placed: Placed;
  readonly signs: Signs;
  readonly score: number;
  readonly stale: boolean;
}

/** The best of each `what`. An article in two languages stands on two shelves. */
function find(
  { shelves, vectors }: Knowledge,
  query: string,
  asked: Asked,
  what: (placed: Placed) => object,
): Hit[] {
  const words = readTermWords(cut(query));
  const found = shelves
    .flatMap((shelf) => searchShelf(shelf, words, vectors, asked))
    .sort((a, b) => b.score - a.score);
  const best = new Map<object, Found>();
  for (const one of found) {
    if (best.size >= (asked.most ?? MOST)) break;
    const key = what(one.placed);
    if (!best.has(key)) best.set(key, one);
  }
  return [...best.values()].map(({ placed: { article, passage }, score, signs, stale }) => ({
    article,
    passage,
    score,
    evidence: weighEvidence(signs),
    signs,
    stale,
  }));
}

function searchShelf(
  shelf: Shelf,
  words: readonly string[],
  vectors: WordVectors,
  { languages = [], at }: Asked,
): Found[] {
  const { scores, most } = scoreWords(shelf, words, vectors);
  const { vector, known } = meaningOf(words, shelf.language, vectors);
  const wanted = languages.indexOf(shelf.language);
  const liking = LESS_WANTED ** (wanted < 0 ? languages.length : wanted);
  const numbers = highest(scores, LOOKED_AT);
  const likenesses = numbers.map((n) => likeness(vector, shelf.placed[n]!, shelf.meanings));
  const usual = meanOf(likenesses.filter((meant) => meant !== 0));
  const found: Found[] = [];
  for (const [i, number] of numbers.entries()) {
    const placed = shelf.placed[number]!;
    const { validUntil } = placed.article;
    const said = most === 0 ? 0 : scores[number]! / most;
    const meant = likenesses[i]!;
    if (said === 0 && meant <= 0) continue;
    const stale = validUntil !== undefined && validUntil <= at;
    // Where nothing is known of what a passage means, it is taken to be as near as others are.
    const score = (said + MEANING * (meant || usual)) * liking * (stale ? STALE : 1);
    found.push({ placed, signs: { said, meant, known }, score, stale });
  }
  return found;
}

/** What each passage has of the words, and the most that one could have. */
function scoreWords(
  shelf: Shelf,
  words: readonly string[],
  vectors: WordVectors,
): { scores: Float32Array; most: number } {
  const { language, placed, terms, rarities, unknown, unknownStop, starts, passages, worths } =
    shelf;
  const scores = new Float32Array(placed.length);
  const counted = new Set<number>();
  let most = 0;
  readTerms(words, language, (hash, usual, word, stem = '') => {
    if (counted.has(hash)) return;
    counted.add(hash);
    let term = placeOf(terms, hash);
    let weight = usual;
    if (word !== undefined) {
      const missing = weight < 1 ? unknownStop : unknown;
      most += weight * (term < 0 ? missing : rarities[term]!);
      if (term < 0 && findWord(vectors, word) < 0) {
        term = findMisspelt(shelf, stem);
        weight *= MISSPELT;
      }
    }
    if (term < 0) return;
    const end = starts[term + 1]!;
    for (let i = starts[term]!; i < end; i++) scores[passages[i]!]! += weight * worths[i]!;
  });
  return { scores, most };
}

/** How alike a question and what a passage is about are: its title, the nearest of its questions, or its heading. 0: unknown. */
function likeness(
  meaning: Float32Array,
  { subjects: [from, to], heading }: Pick<Placed, 'subjects' | 'heading'>,
  meanings: Float32Array,
): number {
  let best = heading === undefined ? Number.NEGATIVE_INFINITY : product(meaning, meanings, heading);
  for (let subject = from; subject < to; subject++) {
    best = Math.max(best, product(meaning, meanings, subject));
  }
  return Number.isFinite(best) ? best : 0;
}

function product(meaning: Float32Array, meanings: Float32Array, number: number): number {
  const from = number * meaning.length;
  let sum = 0;
  for (let i = 0; i < meaning.length; i++) sum += meaning[i]! * meanings[from + i]!;
  return sum;
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
