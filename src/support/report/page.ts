import type { Instant } from '../conversation.ts';
import type { Fact } from '../facts.ts';
import type { Digest } from './digest.ts';

/** Whole days since 1970, UTC: facts are kept by the day. */
export type Day = number;

const DAY = 24 * 3_600_000;

export function dayOf(at: Instant): Day {
  return Math.floor(at / DAY);
}

/** The first instant of a day. */
export function beginningOf(day: Day): Instant {
  return day * DAY;
}

/** What a fact's conversation was at the moment of the fact: what reports group and filter by. */
export interface About {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly customer: string;
  /** Empty where nothing was understood yet. */
  readonly category: string;
  readonly urgency: string;
  readonly language: string;
  /** Whose it was, empty where nobody's. */
  readonly owner: string;
}

/** A fact as it is kept: with what its conversation was. */
export type KeptFact = Fact & { readonly about: About };

/** Words of a column, each kept once: row `i` says `dictionary[codes[i]]`; an empty one where a fact says nothing. */
export interface Words {
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  readonly dictionary: readonly string[];
}

/** Facts of one type, column by column, in the order in which they were kept. */
export interface Table {
  readonly rows: number;
  readonly at: Float64Array;
  /** Which of the page's matters each is about. */
  readonly matter: Uint32Array;
  /** A field that is a number or a truth (1, 0); NaN where a fact says nothing. Undefined where none says anything. */
  numbers(field: string): Float64Array | Int32Array | Uint8Array | undefined;
  /** A field that is a word, or anything else as JSON (lists, mixtures); undefined where no fact says anything. */
  words(field: string): Words | undefined;
  /** One fact whole, as it was kept. */
  fact(row: number): KeptFact;
}

/** What the facts of a page are about: each conversation as it was at some time of the day, once. */
export interface Matters {
  readonly count: number;
  /** Two numbers by which each conversation can be known in all pages: equal ids have equal ones, others never both. */
  readonly mark: Uint32Array;
  readonly check: Uint32Array;
  conversation(matter: number): string;
  words(field: keyof About): Words;
}

/** Facts of one day, or of a part of it. */
export interface Page {
  readonly matters: Matters;
  table(type: Fact['type']): Table | undefined;
  /** What they come to, where that was counted before. */
  readonly digest?: Digest | undefined;
}
