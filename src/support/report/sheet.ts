import type { Instant } from '../conversation.ts';

/** What stands in a cell. Whom ids name, and how an instant reads, is the door's. */
export type Cell =
  | string
  /** Somebody of the team, or a customer. `name` is how they were last called; empty where that is not known. */
  | { readonly is: 'person'; readonly id: string; readonly name: string }
  | { readonly is: 'channel'; readonly id: string }
  | { readonly is: 'instant'; readonly at: Instant }
  /** A link to a conversation, with these words of it. */
  | { readonly is: 'conversation'; readonly id: string; readonly text: string };

/** One number that people look at first. All in words that need no more: "1 h 5 min", "▲ 12 % (was 58 min)", "n 214". */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** Against the period before; empty where there is nothing to compare. */
  readonly change: string;
  /** Whether that is good; undefined where it is neither. */
  readonly better?: boolean;
  readonly n: string;
}

/** Columns are right-aligned where they hold numbers. */
export interface Table {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly numbers: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows were left out. */
  readonly more: number;
}

/** A picture of numbers. All series have one value for each label; undefined where there was nothing. */
export interface Chart {
  /** `stack`: bars whose parts make up a whole. */
  readonly kind: 'line' | 'bar' | 'stack';
  readonly title: string;
  /** What it shows, in one or two sentences with its numbers, for those who do not see it. */
  readonly alt: string;
  /** What is counted: "conversations", "minutes". */
  readonly unit: string;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | undefined)[];
  }[];
}

/** A report as people read it, in no platform's words: each door shows these parts in this order. */
export interface Sheet {
  /** "Last 7 days". */
  readonly title: string;
  /** "19 Nov to 25 Nov 2026 (Europe/Berlin), compared with the 7 days before · only #help". Holds cells for whom it names. */
  readonly about: readonly Cell[];
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly is: 'figures'; readonly title: string; readonly figures: readonly Figure[] }
  | { readonly is: 'table'; readonly table: Table }
  | { readonly is: 'chart'; readonly chart: Chart }
  /** A sentence of its own. */
  | { readonly is: 'note'; readonly text: string };
