import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A promise's time as people say it: "by 3:30 pm today (Berlin time)", "by Monday, 10 am (Berlin time)".
 * Rounded up to the quarter hour, so that nobody is promised less time than there is.
 */
export function sayWhen(due: Instant, now: Instant, zone: string): string {
  const today = zoned(now, zone).toPlainDate();
  const when = quarterAfter(Math.max(due, now), zone);
  const midnight = when.hour === 0 && when.minute === 0;
  const date = midnight ? when.toPlainDate().subtract({ days: 1 }) : when.toPlainDate();
  const place = sayZone(when);
  const days = today.until(date, { largestUnit: 'days' }).days;
  if (midnight) {
    return `by ${days === 0 ? 'midnight tonight' : `the end of ${sayDay(date, today)}`} (${place})`;
  }
  if (days === 0) return `by ${sayTime(when)} today (${place})`;
  return `by ${sayDay(date, today)}, ${sayTime(when)} (${place})`;
}

/** The name of a time zone as people say it: "Berlin time", "UTC". */
function sayZone(when: Temporal.ZonedDateTime): string {
  const zone = when.timeZoneId;
  if (/^(Etc\/)?(UTC|GMT|Zulu|UCT|Universal|Greenwich)$/i.test(zone)) return 'UTC';
  if (/^(Etc\/|[+-])/i.test(zone)) return `UTC${when.offset}`;
  const city = zone.split('/').at(-1) ?? zone;
  return `${city.replaceAll('_', ' ')} time`;
}

function zoned(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function quarterAfter(at: Instant, zone: string): Temporal.ZonedDateTime {
  return zoned(at, zone).round({
    smallestUnit: 'minute',
    roundingIncrement: 15,
    roundingMode: 'ceil',
  });
}

/** A day is named as shortly as it is still unmistakable: a weekday only within the next six days. */
function sayDay(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(day, { largestUnit: 'days' }).days;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  const weekday = WEEKDAYS[day.dayOfWeek - 1];
  if (days < 7) return `${weekday}`;
  const date = `${weekday} ${day.day} ${MONTHS[day.month - 1]}`;
  return day.year === today.year ? date : `${date} ${day.year}`;
}

function sayTime(when: Temporal.ZonedDateTime): string {
  if (when.hour === 12 && when.minute === 0) return 'noon';
  const hour = when.hour % 12 || 12;
  const minute = when.minute === 0 ? '' : `:${String(when.minute).padStart(2, '0')}`;
  return `${hour}${minute} ${when.hour < 12 ? 'am' : 'pm'}`;
}
