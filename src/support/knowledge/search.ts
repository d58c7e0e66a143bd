import type { Instant } from '../conversation.ts';
import { placeOf } from '../sorting/hashing.ts';
import type { WordVectors } from '../sorting/vectors.ts';
import { cut } from '../triage/words.ts';
import type { Article, Passage } from './article.ts';
import { weighEvidence } from './evidence.ts';
import { meaningOf } from './meaning.ts';
import type { Placed, Shelf } from './shelf.ts';
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
/** What the meaning counts beside the words. */
const MEANING = 0.6;
/** Passages whose words fit best; only their meaning is looked at. */
const LOOKED_AT = 200;
/** What a passage is worth that is in a language less wanted by one, and one that is out of date. */
const LESS_WANTED = 0.8;
const STALE = 0.7;

/** The passages that fit a customer's words best, the best first. Never throws, whatever the words hold. */
export function findPassages(knowledge: Knowledge, query: string, asked: Asked): Hit[] {
  return rank(knowledge, query, asked)
    .filter(firstOf(({ passage }) => passage))
    .slice(0, asked.most ?? MOST);
}

/** The same, with only the best passage of each article. */
export function findArticles(knowledge: Knowledge, query: string, asked: Asked): Hit[] {
  return rank(knowledge, query, asked)
    .filter(firstOf(({ article }) => article))
    .slice(0, asked.most ?? MOST);
}

function rank({ shelves, vectors }: Knowledge, query: string, asked: Asked): Hit[] {
  const words = readTermWords(cut(query));
  return shelves
    .flatMap((shelf) => searchShelf(shelf, words, vectors, asked))
    .sort((a, b) => b.score - a.score);
}

/** Lets the first of each through: an article in two languages stands on two shelves. */
function firstOf(what: (hit: Hit) => object): (hit: Hit) => boolean {
  const seen = new Set<object>();
  return (hit) => !seen.has(what(hit)) && seen.add(what(hit)) !== undefined;
}

function searchShelf(
  shelf: Shelf,
  words: readonly string[],
  vectors: WordVectors,
  { languages = [], at }: Asked,
): Hit[] {
  const { scores, most } = scoreWords(shelf, words);
  const { vector, known } = meaningOf(words, shelf.language, vectors);
  const wanted = languages.indexOf(shelf.language);
  const liking = LESS_WANTED ** (wanted < 0 ? languages.length : wanted);
  return bestOf(scores, LOOKED_AT).flatMap((number) => {
    const { article, passage, ...placed } = shelf.placed[number]!;
    const said = most === 0 ? 0 : scores[number]! / most;
    const meant = likeness(vector, placed, shelf.meanings);
    if (said === 0 && meant <= 0) return [];
    const stale = article.validUntil !== undefined && article.validUntil <= at;
    const score = (said + MEANING * meant) * liking * (stale ? STALE : 1);
    return [{ article, passage, score, evidence: weighEvidence({ said, meant, known }), stale }];
  });
}

/** What each passage has of the words, and the most that one could have. */
function scoreWords(
  { language, placed, terms, rarities, unknown, starts, passages, worths }: Shelf,
  words: readonly string[],
): { scores: Float32Array; most: number } {
  const scores = new Float32Array(placed.length);
  const counted = new Set<number>();
  let most = 0;
  readTerms(words, language, (key, weight, isPair) => {
    if (counted.has(key)) return;
    counted.add(key);
    const term = placeOf(terms, key >>> 0);
    if (!isPair) most += weight * (term < 0 ? unknown : rarities[term]!);
    if (term < 0) return;
    const end = starts[term + 1]!;
    for (let i = starts[term]!; i < end; i++) scores[passages[i]!]! += weight * worths[i]!;
  });
  return { scores, most };
}

/** How alike a question and what a passage is about are: its title, the nearest of its questions, or its heading. */
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

/** The places of the highest scores, the highest first; the earlier of two that are equal. */
function bestOf(scores: Float32Array, many: number): number[] {
  const best: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    if (best.length === many && scores[i]! <= scores[best[many - 1]!]!) continue;
    let at = best.length < many ? best.length : many - 1;
    for (; at > 0 && scores[best[at - 1]!]! < scores[i]!; at--) best[at] = best[at - 1]!;
    best[at] = i;
  }
  return best;
}
