import { Temporal } from 'temporal-polyfill';
import { dateOf, MONTHS, sayDates, sayMonth, WEEKDAYS } from './dates.ts';
import { type Asker, type Compared, isTooLong, type Length, periodsOf, type Span } from './span.ts';
import { type Dated, readBegun, readUnit } from './units.ts';

/** The words of which periods are made, for a "did you mean". */
export const PERIOD_WORDS: readonly string[] = [
  ...['today', 'yesterday', 'this', 'last', 'past', 'previous', 'since', 'until', 'from', 'to'],
  ...['hours', 'days', 'week', 'weeks', 'month', 'months', 'quarter', 'year'],
  ...MONTHS,
  ...WEEKDAYS,
];

/**
 * Reads a period: "7d", "last month", "2026-10", "2026-10-03..2026-10-09", "since Monday". Weeks begin on Monday, and all is in the
 * asker's zone.
 * @param words in lower case, without commas, single spaces between
 * @returns undefined where it is none; `wrong` where it is one that cannot be reported, in a sentence
 */
export function readPeriod(
  words: string,
  asker: Asker,
  today = dateOf(asker.now, asker.zone),
): Compared | { readonly wrong: string } | undefined {
  const span = readLast(words) ?? readRange(words, today) ?? readBegun(words, today);
  if (!span || 'wrong' in span) return span;
  if (isTooLong(span)) return { wrong: TOO_LONG };
  return periodsOf(span, asker);
}

const TOO_LONG =
  'A report goes over two years at most. Ask for a shorter time, such as 365d or last year.';

type Said = Span | { readonly wrong: string } | undefined;

const KINDS: Readonly<Record<string, keyof Length>> = {
  h: 'hours',
  d: 'days',
  w: 'weeks',
  m: 'months',
  y: 'years',
};

/** So long up to now: "7d", "last 7 days", "past week". */
function readLast(words: string): Said {
  const [, said, kind = ''] =
    /^(?:(?:last|past|previous) )?(\d+) ?(d|days?|w|weeks?|h|hours?|months?|years?)$/.exec(words) ??
    /^past()? (day|week|month|year)$/.exec(words) ??
    [];
  const unit = KINDS[kind.slice(0, 1)];
  if (unit === undefined) return undefined;
  const many = said === undefined ? 1 : Number(said);
  if (many < 1) return { wrong: 'That is no time at all. The shortest is 1d, or 1h.' };
  if (many > 9999) return { wrong: TOO_LONG };
  // "The last week" would be the calendar's.
  if (many === 1 && unit !== 'hours') return upToNow(ONE[unit], 'days');
  return upToNow(many, unit);
}

const ONE = { hours: 1, days: 1, weeks: 7, months: 30, years: 365 } as const;

function upToNow(many: number, unit: keyof Length): Span {
  if (many === 1 && unit === 'days') return upToNow(24, 'hours');
  const length = many === 1 ? unit.slice(0, -1) : `${many} ${unit}`;
  return {
    start: undefined,
    length: { [unit]: many },
    words: `the last ${length}`,
    before: `the ${length} before`,
  };
}

const RANGES: readonly RegExp[] = [
  /^(?:from )?(.{1,30}?) ?(?:\.{2,3}|…) ?(.{1,30})$/,
  /^(?:from |between )?(.{1,30}?) (?:to|until|till|through|and|-|–) (.{1,30})$/,
];

/** From one day, week or month to another, both counted; or since one until now. */
function readRange(words: string, today: Temporal.PlainDate): Said {
  const [, since] = /^(?:since|from) (\S+(?: \S+){0,2})$/.exec(words) ?? [];
  if (since !== undefined) {
    const unit = readBegun(since, today);
    return unit && ('wrong' in unit ? unit : sinceUnit(unit, today));
  }
  for (const range of RANGES) {
    const [, from = '', to = ''] = range.exec(words) ?? [];
    // "3 to 9 October", "October 3 to 9": what both share is said once.
    const first = readBegun(from, today) ?? readBegun(`${from} ${butFirst(to)}`, today);
    const last = readUnit(to, today) ?? readUnit(`${butLast(from)} ${to}`, today);
    if (!first || !last) continue;
    if ('wrong' in first) return first;
    return 'wrong' in last ? last : between(first, last, { from, to, today });
  }
  return undefined;
}

const butFirst = (words: string) => words.split(' ').slice(1).join(' ');
const butLast = (words: string) => words.split(' ').slice(0, -1).join(' ');

function sinceUnit({ start, words }: Dated, today: Temporal.PlainDate): Span {
  const days = start.until(today, { largestUnit: 'days' }).days + 1;
  return { start, length: { days }, words: `since ${words}`, before: theBefore(days, 'day') };
}

function between(
  first: Dated,
  last: Dated,
  { from, to, today }: { from: string; to: string; today: Temporal.PlainDate },
): Said {
  const { start } = first;
  if (Temporal.PlainDate.compare(last.start, start) < 0) {
    return { wrong: `That ends before it begins. Did you mean “${to} to ${from}”?` };
  }
  const end = last.start.add(last.length);
  const soFar = Temporal.PlainDate.compare(end, today) > 0 ? ' so far' : '';
  const ofMonths = [first, last].every(({ length }) => length.months ?? length.years);
  if (ofMonths) {
    const { months } = start.until(end, { largestUnit: 'months' });
    const ends = end.subtract({ days: 1 });
    const begins = start.year === ends.year ? sayMonth(start).split(' ')[0]! : sayMonth(start);
    const words = months === 1 ? sayMonth(start) : `${begins} to ${sayMonth(ends)}`;
    const before = theBefore(months, 'month');
    return { start, length: { months }, words: words + soFar, before };
  }
  const { days } = start.until(end, { largestUnit: 'days' });
  const words = sayDates(start, end.subtract({ days: 1 }));
  return { start, length: { days }, words: words + soFar, before: theBefore(days, 'day') };
}

function theBefore(many: number, unit: 'day' | 'month'): string {
  return many === 1 ? `the ${unit} before` : `the ${many} ${unit}s before`;
}
