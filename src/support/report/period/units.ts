import { Temporal } from 'temporal-polyfill';
import { MONTHS, sayDate, sayMonth, WEEKDAYS } from './dates.ts';
import type { Span } from './span.ts';

export type Dated = Extract<Span, { start: Temporal.PlainDate }>;

/** A piece of the calendar that has a name: a day, a week, a month, a quarter, a year. Or why it is none. */
export type Unit = Dated | { readonly wrong: string };

/**
 * Reads what is called by one name: "today", "last week", "2026-10", "October", "3 Oct 2026", "Monday". Without a year the latest
 * is meant that has begun.
 * @param words in lower case, without commas, single spaces between
 * @returns undefined where it is no such name
 */
export function readUnit(words: string, today: Temporal.PlainDate): Unit | undefined {
  return (
    ofToday(words, today) ??
    ofKind(words, today) ??
    ofNumbers(words, today) ??
    ofMonth(words, today) ??
    ofWeekday(words, today)
  );
}

/** The same, where it has begun. */
export function readBegun(words: string, today: Temporal.PlainDate): Unit | undefined {
  const unit = readUnit(words, today);
  if (!unit || 'wrong' in unit) return unit;
  if (Temporal.PlainDate.compare(unit.start, today) <= 0) return unit;
  return { wrong: `${capital(unit.words)} has not begun yet, so there is nothing to report.` };
}

export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function ofToday(words: string, today: Temporal.PlainDate): Dated | undefined {
  if (words === 'today') return { ...day(today), words, before: 'yesterday' };
  if (words === 'tomorrow') return { ...day(today.add({ days: 1 })), words };
  if (words !== 'yesterday') return undefined;
  return { ...day(today.subtract({ days: 1 })), words };
}

const TO_DATE: ReadonlyMap<string, string> = new Map(
  ['week', 'month', 'quarter', 'year'].flatMap((kind) => [
    [`${kind} to date`, `this ${kind}`],
    [`${kind.slice(0, 1)}td`, `this ${kind}`],
  ]),
);

function ofKind(words: string, today: Temporal.PlainDate): Dated | undefined {
  const [, which, kind] =
    /^(this|current|last|previous|next) (week|month|quarter|year)(?: (?:so far|to date))?$/.exec(
      TO_DATE.get(words) ?? words,
    ) ?? [];
  if (kind === undefined) return undefined;
  const unit = beginning(kind, today);
  const running = which === 'this' || which === 'current';
  if (running) return { ...unit, words: `this ${kind}`, before: `last ${kind}` };
  if (which === 'next') {
    return { ...beginning(kind, unit.start.add(unit.length)), words: `next ${kind}` };
  }
  const start = unit.start.subtract(unit.length);
  return { ...beginning(kind, start), words: `last ${kind}`, before: `the ${kind} before` };
}

function beginning(kind: string, date: Temporal.PlainDate): Dated {
  if (kind === 'week') return week(date.subtract({ days: date.dayOfWeek - 1 }));
  if (kind === 'month') return month(date.with({ day: 1 }));
  if (kind === 'year') return year(date.year);
  return quarter(date.year, Math.ceil(date.month / 3));
}

/** Numbers as ISO 8601 has them, quarters, and what can be read in one way only: "10/2026", "13.10.2026". */
function ofNumbers(words: string, today: Temporal.PlainDate): Unit | undefined {
  const [, y, m, d] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(words) ?? [];
  if (y !== undefined) {
    if (m === undefined) return year(Number(y));
    return d === undefined ? monthOf(Number(y), Number(m)) : dayOf(Number(y), Number(m), Number(d));
  }
  const [, before, q, after] = /^(?:(\d{4})[- ]?)?q([1-4])(?:[- ]?(\d{4}))?$/.exec(words) ?? [];
  if (q === undefined) return ofNumbersTurned(words);
  const ofYear = before ?? after;
  if (ofYear !== undefined) return quarter(Number(ofYear), Number(q));
  const thisYear = quarter(today.year, Number(q));
  const begun = Temporal.PlainDate.compare(thisYear.start, today) <= 0;
  return begun ? thisYear : quarter(today.year - 1, Number(q));
}

/** With the year last. What some read as day and month, and others as month and day, is asked back about. */
function ofNumbersTurned(words: string): Unit | undefined {
  const [, first, sign, second, last] =
    /^(?:(\d{1,2})([./]))?(\d{1,2})[./](\d{4})$/.exec(words) ?? [];
  if (last === undefined) return undefined;
  const [y, b] = [Number(last), Number(second)];
  if (first === undefined) return monthOf(y, b);
  const a = Number(first);
  if (sign === '.' || a > 12 || a === b) return dayOf(y, b, a);
  if (b > 12) return dayOf(y, a, b);
  const iso = (month: number, day: number) =>
    [y, ...[month, day].map((one) => String(one).padStart(2, '0'))].join('-');
  return { wrong: `Is that ${iso(b, a)} or ${iso(a, b)}? Say it as one of the two.` };
}

/** "october", "oct 2026", "3 october", "october 3rd 2026". */
function ofMonth(words: string, today: Temporal.PlainDate): Unit | undefined {
  const parts = words.split(' ');
  const at = parts.findIndex((part) => monthNumber(part) !== undefined);
  if (at < 0 || parts.length > 3) return undefined;
  const number = monthNumber(parts[at]!)!;
  const [first, second, ...more] = parts.filter((_, i) => i !== at);
  const isYear = (part: string | undefined) => part !== undefined && /^\d{4}$/.test(part);
  const which = isYear(first) ? undefined : first;
  const ofYear = isYear(first) ? first : second;
  if (more.length > 0 || (isYear(first) && second !== undefined)) return undefined;
  if (ofYear !== undefined && !isYear(ofYear)) return undefined;
  const [, d] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(which ?? '') ?? [];
  if (which !== undefined && d === undefined) return undefined;
  const read = (y: number) => (d === undefined ? monthOf(y, number) : dayOf(y, number, Number(d)));
  if (ofYear !== undefined) return read(Number(ofYear));
  const thisYear = read(today.year);
  const begun = 'wrong' in thisYear || Temporal.PlainDate.compare(thisYear.start, today) <= 0;
  return begun ? thisYear : read(today.year - 1);
}

/** The last of that name: on a Monday, "Monday" is today and "last Monday" the one before. */
function ofWeekday(words: string, today: Temporal.PlainDate): Dated | undefined {
  const [, last, name = ''] = /^(last |this )?([a-z]+)$/.exec(words) ?? [];
  const weekday = WEEKDAYS.findIndex((one) => one === name || one.slice(0, 3) === name) + 1;
  if (weekday === 0) return undefined;
  const back = (today.dayOfWeek - weekday + 7) % 7;
  const date = today.subtract({ days: back === 0 && last === 'last ' ? 7 : back });
  return { ...day(date), words: sayDate(date, 'weekday') };
}

function monthNumber(word: string): number | undefined {
  const at = MONTHS.findIndex(
    (name) =>
      name === word || name.slice(0, 3) === word || (name === 'september' && word === 'sept'),
  );
  return at < 0 ? undefined : at + 1;
}

function dayOf(y: number, m: number, d: number): Unit {
  const whole = monthOf(y, m);
  if ('wrong' in whole) return whole;
  const { daysInMonth } = whole.start;
  if (d >= 1 && d <= daysInMonth) return day(whole.start.with({ day: d }));
  return { wrong: `There is no day ${d} in ${whole.words}: it has ${daysInMonth}.` };
}

function monthOf(y: number, m: number): Unit {
  if (m >= 1 && m <= 12) return month(Temporal.PlainDate.from({ year: y, month: m, day: 1 }));
  return {
    wrong: `There is no month ${m}: dates are written year, month, day, such as 2026-10-03.`,
  };
}

function day(start: Temporal.PlainDate): Dated {
  return { start, length: { days: 1 }, words: sayDate(start), before: 'the day before' };
}

function week(start: Temporal.PlainDate): Dated {
  return { start, length: { weeks: 1 }, words: 'the week', before: 'the week before' };
}

function month(start: Temporal.PlainDate): Dated {
  const before = sayMonth(start.subtract({ months: 1 }));
  return { start, length: { months: 1 }, words: sayMonth(start), before };
}

function quarter(y: number, q: number): Dated {
  const start = Temporal.PlainDate.from({ year: y, month: q * 3 - 2, day: 1 });
  return {
    start,
    length: { months: 3 },
    words: `Q${q} ${y}`,
    before: q === 1 ? `Q4 ${y - 1}` : `Q${q - 1} ${y}`,
  };
}

function year(y: number): Dated {
  const start = Temporal.PlainDate.from({ year: y, month: 1, day: 1 });
  return { start, length: { years: 1 }, words: String(y), before: String(y - 1) };
}
