import type { Conversation, Instant } from '../conversation.ts';
import type { MeasureName } from './measures.ts';

export const BREAKDOWNS = [
  'category',
  'agent',
  'channel',
  'customer',
  'language',
  'urgency',
  'template',
  'hour',
] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** A stretch of time in somebody's zone: from its first instant up to, and without, `to`. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  /** IANA. */
  readonly zone: string;
  /** As people say it: "the last 7 days", "October 2026". */
  readonly words: string;
}

/** What a lead asks. */
export interface Question {
  readonly period: Period;
  /** The one before, of the same length or the same kind: what the numbers are compared with. */
  readonly before: Period;
  readonly by?: Breakdown;
  /** A conversation counts where it has one of the values of each. Values are ids, categories, … as facts say them. */
  readonly only: Readonly<
    Partial<Record<Exclude<Breakdown, 'hour' | 'template'>, readonly string[]>>
  >;
}

/** Of durations: seconds. */
export interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly mean: number;
}

/** What a measure comes to. `n` is how many it rests on. */
export type Result =
  | ({ readonly n: number; readonly unit: 'seconds'; readonly business?: Spread } & Spread)
  /** A share is 0 to 1; undefined where it rests on nothing. */
  | {
      readonly n: number;
      readonly unit: 'count' | 'share' | 'score' | 'money';
      readonly value: number | undefined;
      /** What it is put together from, most first: outcomes, reasons. */
      readonly parts?: readonly { readonly name: string; readonly n: number }[];
    };

export type Results = Readonly<Partial<Record<MeasureName, Result>>>;

/** One line of a breakdown. */
export interface Group {
  /** A category, an agent's id, …: as facts say it. */
  readonly key: string;
  readonly results: Results;
  /** Where groups are people, the latest conversation in it: knows how they are called. Else one that waits, or empty. */
  readonly example: string;
}

/** What became of a question. Pure numbers: whom and how they are shown is the doors'. */
export interface Report {
  readonly question: Question;
  /** When it was made. */
  readonly at: Instant;
  readonly results: Results;
  readonly before: Results;
  /** When counting began, where that was after the beginning of the period before: then nothing is compared. */
  readonly since?: Instant;
  /** The largest first; by hour: in the order of the day. */
  readonly groups?: readonly Group[];
  /** Of so many groups beside these, all smaller, nothing is told. */
  readonly furtherGroups?: number;
  /** Day by day in the asker's zone (hour by hour for a day, week by week beyond 92 days), for charts. */
  readonly course: readonly { readonly from: Instant; readonly results: Results }[];
  /** Who waits now, the longest first; and how many in all. */
  readonly waiting: { readonly first: readonly Conversation[]; readonly count: number };
}
