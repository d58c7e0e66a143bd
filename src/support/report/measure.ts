import type { Fact } from '../facts.ts';
import type { Result } from './report.ts';
import type { Doubt, Told } from './told.ts';

/** Facts of one type that a measure counts. */
export interface Source {
  readonly type: Fact['type'];
  /** Only those that say one of these in this field; a truth is 1 or 0. */
  readonly where?: { readonly field: string; readonly is: readonly (string | number)[] };
  /** Only those that say a number in this field. */
  readonly needs?: string;
  /** Not those of which this is so by now. */
  readonly unless?: readonly Doubt[];
  /** The field that names whose it is, by agent. Where it says nothing, and without it, whoever owned the conversation. */
  readonly whose?: 'agent' | 'by';
  /** By agent: these are not counted, since nobody has them yet; or these only there, in the place of such. */
  readonly agents?: 'never' | 'only';
  /** What it is counted as: a name, what it says in a field, whose conversation it is, or what became of it by now. */
  readonly part?:
    | string
    | { readonly field: string }
    | { readonly about: 'customer' }
    | { readonly told: Told };
  /** What it adds up; without it each counts one. */
  readonly sum?: string;
}

/** How much there is of each part. */
export type Parts = ReadonlyMap<string, number>;

/** What parts come to. */
export type Said = Pick<Extract<Result, { readonly value: unknown }>, 'n' | 'value' | 'parts'>;

/** A number that reports say, declared: whoever makes a report knows none of them by name. */
export interface Measure {
  /** As people read it: "First reply time". */
  readonly title: string;
  readonly unit: Result['unit'];
  /** Which way is good; absent where neither is. */
  readonly better?: 'more' | 'less';
  /** What starts and ends it, what is left out, by which clock, and what n is: two or three sentences for leads. */
  readonly definition: string;
  readonly how: How;
}

export type How =
  /** The spread of a field in milliseconds; `business` is its twin in working time. */
  | {
      readonly is: 'spread';
      readonly of: string;
      readonly business?: string;
      readonly from: readonly Source[];
    }
  | {
      readonly is: 'tally';
      readonly from: readonly Source[];
      readonly say: (parts: Parts) => Said;
    }
  /** Not from facts: how it stands at the moment of the report. */
  | { readonly is: 'standing' };
