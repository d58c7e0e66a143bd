import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../conversation.ts';
import { dueOf, type Spoken } from './due.ts';
import { promiseEarFor } from './tongues/tongues.ts';
import { readWhen, type When } from './when.ts';

/** Whatever is promised for later is promised for good. Days. */
const LONGEST = 366;
const DAY = 86_400_000;
const LONGEST_WORDS = 100;
const SHORT = /^(\d{1,4}) ?(m|min|h|d|w)$/;
const UNITS = { m: 'minutes', min: 'minutes', h: 'hours', d: 'days', w: 'weeks' } as const;
const INSTANT = /^\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:z|[+-]\d\d:\d\d)$/i;
const REMEDY = 'Write one such as 15:00, tomorrow 9:00, 2h or Friday noon.';

/** A time as an agent types it, or why it is none, in words for them. */
export function readDue(
  words: string,
  spoken: Spoken,
  language: string,
): { readonly due: Instant } | { readonly fault: string } {
  const said = words.trim().replace(/\s+/g, ' ');
  if (said === '') return { fault: `Nothing says by when. ${REMEDY}` };
  const shown = `“${said.slice(0, 40)}${said.length > 40 ? '…' : ''}”`;
  const none = { fault: `${shown} is no time that could be kept. ${REMEDY}` };
  if (said.length > LONGEST_WORDS) return none;
  if (INSTANT.test(said)) {
    const due = Date.parse(said.toUpperCase());
    return Number.isNaN(due) ? none : ahead(due, shown, spoken);
  }
  const when = whenIn(said, language);
  if (when === undefined || when.is === 'vague') return none;
  if (isNoDate(when)) return { fault: `There is no such day as ${shown}. ${REMEDY}` };
  const { due } = dueOf(when, spoken);
  if (isSkipped(when, due, spoken.zone)) {
    const fault = `${shown} does not exist that day in ${spoken.zone}: the clocks go forward. ${REMEDY}`;
    return { fault };
  }
  if (when.is === 'moment' && namesAnother(said, due, when.clock?.zone ?? spoken.zone)) return none;
  return ahead(due, shown, spoken);
}

/** In the team's language or in English; "2h" is said in none. */
function whenIn(said: string, language: string): Exclude<When, undefined> | undefined {
  const [, count, unit] = SHORT.exec(said.toLowerCase()) ?? [];
  const text = count ? `in ${count} ${UNITS[unit as keyof typeof UNITS]}` : said.normalize('NFKC');
  for (const one of ['en', language]) {
    const ear = promiseEarFor(one);
    const read = ear && (readWhen(text, ear) ?? readWhen(`by ${text}`, ear));
    if (read) return read.when;
  }
  return undefined;
}

function ahead(
  due: Instant,
  shown: string,
  { at }: Spoken,
): { readonly due: Instant } | { readonly fault: string } {
  if (due <= at) {
    return { fault: `${shown} has passed already. Say the day too, such as tomorrow 15:00.` };
  }
  if (due - at > LONGEST * DAY) return { fault: `${shown} is more than a year away.` };
  return { due };
}

/** "31 June". */
function isNoDate(when: When): boolean {
  if (when.is !== 'moment' || when.day?.is !== 'named') return false;
  const { day, month, year = 2024 } = when.day.day;
  if (month === undefined) return false;
  return day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/** Whether a number stands in these words that the instant has not: "tomorrow 25:99", "2026-13-45 16:30". */
function namesAnother(said: string, due: Instant, zone: string): boolean {
  const is = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(zone);
  // "A quarter to 4" is before four; noon and midnight are 12, 0 or 24.
  const hours = [is.hour, is.hour + 1].flatMap((hour) => [hour % 24, hour % 12 || 12, hour || 24]);
  const known = new Set([is.year, is.year % 100, is.month, is.day, is.minute, ...hours]);
  return (said.normalize('NFKC').match(/\d+/g) ?? []).some((digits) => !known.has(Number(digits)));
}

/** A time of day that a change of the clocks skips. */
function isSkipped(when: When, due: Instant, zone: string): boolean {
  if (when.is !== 'moment' || when.clock === undefined) return false;
  const is = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(
    when.clock.zone ?? zone,
  );
  return (is.hour * 60 + is.minute) % 720 !== when.clock.minute % 720;
}
