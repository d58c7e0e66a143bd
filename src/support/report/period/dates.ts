import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../conversation.ts';

const LONG = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const FORMATS = {
  long: new Intl.DateTimeFormat('en-GB', LONG),
  short: new Intl.DateTimeFormat('en-GB', { ...LONG, month: 'short' }),
  weekday: new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }),
} as const;

/** Of the year, in lower case, January first. */
export const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Monday first, in lower case. */
export const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** "3 October 2026", "3 Oct 2026" or "Saturday 3 October". */
export function sayDate(date: Temporal.PlainDate, how: keyof typeof FORMATS = 'long'): string {
  return FORMATS[how].format(Date.UTC(date.year, date.month - 1, date.day)).replace(',', '');
}

/** "October 2026". */
export function sayMonth(date: Temporal.PlainDate): string {
  return sayDate(date).replace(/^\d+ /, '');
}

/** From one day to another, both counted: "3 to 9 October 2026", "28 Sept to 4 Oct 2026". The same day is said once. */
export function sayDates(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  how: 'long' | 'short' = 'long',
): string {
  const end = sayDate(last, how);
  if (first.equals(last)) return end;
  const words = sayDate(first, how).split(' ');
  const told = first.year !== last.year ? 3 : first.month !== last.month ? 2 : 1;
  return `${words.slice(0, told).join(' ')} to ${end}`;
}

/** The day of an instant where the clocks of `zone` show it. */
export function dateOf(at: Instant, zone: string): Temporal.PlainDate {
  return zoned(at, zone).toPlainDate();
}

/** @throws RangeError where there is no such zone. */
export function zoned(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** As people know it: "Europe/Berlin", "UTC". */
export function sayZone(zone: string): string {
  return zone === 'Etc/UTC' ? 'UTC' : zone;
}
