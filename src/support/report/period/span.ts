import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../conversation.ts';
import type { Period } from '../report.ts';
import { zoned } from './dates.ts';

/** As a calendar counts: a month is as long as it is. */
export type Length = Readonly<
  Partial<Record<'years' | 'months' | 'weeks' | 'days' | 'hours', number>>
>;

/** What somebody asks about, before any zone makes instants of it. */
export type Span = {
  readonly length: Length;
  /** "October 2026", "the last 7 days". */
  readonly words: string;
  /** What it is compared with: "September 2026", "the 7 days before". */
  readonly before: string;
} & (
  | {
      /** From the beginning of this day on. */
      readonly start: Temporal.PlainDate;
    }
  /** Up to now. */
  | { readonly start: undefined }
);

/** When and where somebody asks; `zone` is IANA. */
export interface Asker {
  readonly now: Instant;
  readonly zone: string;
}

/** A period, and the one that it is compared with. */
export interface Compared {
  readonly period: Period;
  readonly before: Period;
}

/**
 * The instants of a span. What has not ended yet goes up to now, what happens at this very moment included, and is compared with
 * the same part of the one before: a day, a week or a month that runs is not held against a whole one.
 */
export function periodsOf(span: Span, asker: Asker): Compared {
  return span.start ? ofCalendar(span.start, span, asker) : upToNow(span, asker);
}

function upToNow({ length, words, before }: Span, { now, zone }: Asker): Compared {
  const from = zoned(now, zone).subtract(length);
  const earlier = from.subtract(length).epochMilliseconds;
  const start = from.epochMilliseconds;
  return {
    period: { from: start, to: now + 1, zone, words },
    before: { from: earlier, to: start, zone, words: before },
  };
}

function ofCalendar(
  start: Temporal.PlainDate,
  { length, words, before }: Span,
  { now, zone }: Asker,
): Compared {
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  const from = at(start);
  const end = at(start.add(length));
  const earlier = start.subtract(length);
  const whole = { from: at(earlier), to: from, zone };
  if (now >= end) {
    return {
      period: { from, to: end, zone, words },
      before: { ...whole, words: before },
    };
  }
  const here = zoned(now, zone);
  const days = start.until(here.toPlainDate(), { largestUnit: 'days' }).days;
  const then = earlier
    .add({ days })
    .toZonedDateTime({ timeZone: zone, plainTime: here.toPlainTime() });
  return {
    period: { from, to: now + 1, zone, words },
    before: {
      ...whole,
      to: Math.min(then.epochMilliseconds + 1, from),
      words: `the same part of ${before}`,
    },
  };
}

/** Whether a span is longer than a report goes back. */
export function isTooLong({ start, length }: Span): boolean {
  const from = start ?? Temporal.PlainDate.from('2024-01-01');
  const { hours = 0, days = 0, ...rest } = length;
  const end = from.add({ ...rest, days: days + Math.floor(hours / 24) });
  return Temporal.PlainDate.compare(end, from.add(LONGEST)) > 0;
}

const LONGEST = { years: 2 } as const;
