import { findPhrases, longestOf } from '../../triage/phrases.ts';
import { readTokens } from '../../triage/words.ts';
import type { Clock, NamedDay, Span } from './shapes.ts';
import type { Part } from './tongues/tongue.ts';
import type { PromiseEar } from './tongues/tongues.ts';

/** The day that is meant, as it is said. */
export type SaidDay =
  | { readonly is: 'days'; readonly ahead: number }
  | { readonly is: 'weekday'; readonly weekday: number; readonly weeks?: number }
  | { readonly is: 'named'; readonly day: NamedDay }
  | { readonly is: 'week' | 'month'; readonly ahead: number };

/** A time as somebody said it, before any calendar or clock makes an instant of it. */
export type When =
  | { readonly is: 'span'; readonly span: Span }
  | {
      readonly is: 'moment';
      readonly day?: SaidDay;
      readonly part?: Part;
      readonly clock?: Clock;
    }
  /** "Soon". */
  | { readonly is: 'vague' };

/** What a clause says of time, and how much it says besides. */
export interface Timed {
  readonly when: When;
  /** The letters that tell no time: few where the clause is nothing but a time. */
  readonly besides: number;
}

/** Hours and parts of an hour are told to the minute; the longest wins where there are several. */
const LENGTH = { minute: 1, hour: 60, day: 1440, 'working-day': 1440, week: 10_080, month: 43_200 };

/** Reads the time out of a clause; of several days or lengths the latest counts, since nothing before it was promised. */
export function readWhen(clause: string, { shapes, times }: PromiseEar): Timed | undefined {
  const { spans, clocks, days, rest } = shapes.read(clause);
  const tokens = readTokens(rest);
  const found = longestOf(findPhrases(times, { text: rest, tokens }));
  const words = found.map(({ of }) => of);
  const taken = found.reduce((sum, { phrase }) => sum + phrase.replace(/\P{L}/gu, '').length, 0);
  const besides = rest.replace(/[(（][^)）]{0,80}[)）]|\P{L}/gu, '').length - taken;
  const said = <T>(pick: (word: (typeof words)[number]) => T | undefined) =>
    words.flatMap((word) => pick(word) ?? []);

  const lengths = [...spans, ...said(({ span }) => span && { count: span[0], unit: span[1] })];
  const clock = clocks.at(-1);
  if (clock === undefined && lengths.length > 0) {
    const span = lengths.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
    return { when: { is: 'span', span }, besides };
  }
  const part = said((word) => word.part).at(-1);
  const day = dayIn(words, days);
  if (day === undefined && part === undefined && clock === undefined) {
    return words.some(({ vague }) => vague) ? { when: { is: 'vague' }, besides } : undefined;
  }
  return {
    when: {
      is: 'moment',
      ...(day && { day }),
      ...(part && { part }),
      ...(clock && { clock }),
    },
    besides,
  };
}

function lengthOf({ count, unit }: Span): number {
  return count * LENGTH[unit];
}

function dayIn(
  words: readonly {
    days?: number;
    weeks?: number;
    months?: number;
    weekday?: number;
    next?: true;
  }[],
  named: readonly NamedDay[],
): SaidDay | undefined {
  const last = named.at(-1);
  if (last !== undefined) return { is: 'named', day: last };
  const greatest = (pick: (word: (typeof words)[number]) => number | undefined) => {
    const all = words.flatMap((word) => pick(word) ?? []);
    return all.length === 0 ? undefined : Math.max(...all);
  };
  const weekday = words.flatMap((word) => word.weekday ?? []).at(-1);
  const weeks = greatest((word) => word.weeks);
  if (weekday !== undefined) {
    const ahead = weeks ?? (words.some(({ next }) => next) ? 1 : undefined);
    return { is: 'weekday', weekday, ...(ahead !== undefined && { weeks: ahead }) };
  }
  const days = greatest((word) => word.days);
  if (days !== undefined) return { is: 'days', ahead: days };
  if (weeks !== undefined) return { is: 'week', ahead: weeks };
  const months = greatest((word) => word.months);
  return months === undefined ? undefined : { is: 'month', ahead: months };
}
