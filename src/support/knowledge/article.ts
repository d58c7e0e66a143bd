import type { Instant } from '../conversation.ts';

/** What the team has written about one subject, cut into passages. */
export interface Article {
  /** Its path in the folder without the ending, such as `billing/refunds`: unique, and how it is cited. */
  readonly id: string;
  readonly title: string;
  /** What customers ask that it answers, in their words. */
  readonly questions: readonly string[];
  /** ISO 639-1, at least one: whose readers it is for. */
  readonly languages: readonly string[];
  readonly products: readonly string[];
  /** Where customers can read it. */
  readonly url?: string;
  /** From then on it may no longer be true. */
  readonly validUntil?: Instant;
  /** In the order of the text; at least one. */
  readonly passages: readonly Passage[];
}

/** One piece of an article that can be read by itself. */
export interface Passage {
  /** `billing/refunds#how-long-it-takes`; the second piece of a long section has `:2` at its end. */
  readonly id: string;
  /** The headings that it stands under, the nearest last; none before the first. */
  readonly headings: readonly string[];
  /** Markdown as it was written: links, tables and code are kept. */
  readonly text: string;
}
