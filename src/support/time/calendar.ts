import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';
import type { Calendar } from '../handbook.ts';

const MINUTE = 60_000;
/** A calendar with no opening in so many days is taken as one that never opens. */
const LONGEST_CLOSED = 1_000;

/**
 * The instant at which `minutes` of opening time have passed since `at`.
 * Minutes are real ones: on the night a clock is set, a span across it is as long as it truly lasts.
 * @throws RangeError when the calendar does not open within the next years.
 */
export function workingTimeAfter(calendar: Calendar, at: Instant, minutes: number): Instant {
  let left = Math.max(0, minutes) * MINUTE;
  let day = dayOf(calendar, at);
  for (let closed = 0; closed < LONGEST_CLOSED; closed++) {
    for (const span of openingsOn(calendar, day)) {
      const from = Math.max(span.from, at);
      if (from >= span.to) continue;
      closed = 0;
      if (from + left <= span.to) return from + left;
      left -= span.to - from;
    }
    day = day.add({ days: 1 });
  }
  throw new RangeError(`The calendar in ${calendar.zone} never opens.`);
}

/** Whether somebody of the team is there. A span ends with its last minute: closed at 17:00 sharp. */
export function isOpenAt(calendar: Calendar, at: Instant): boolean {
  return openingsOn(calendar, dayOf(calendar, at)).some((s) => s.from <= at && at < s.to);
}

function dayOf(calendar: Calendar, at: Instant): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone).toPlainDate();
}

/** The opening spans of a local day as instants, in order. */
function openingsOn(calendar: Calendar, day: Temporal.PlainDate): { from: Instant; to: Instant }[] {
  if (calendar.holidays.includes(day.toString())) return [];
  const spans = calendar.week[day.dayOfWeek - 1] ?? [];
  return spans.map(({ from, to }) => ({
    from: atMinute(calendar.zone, day, from),
    to: atMinute(calendar.zone, day, to),
  }));
}

/** A wall-clock time that a clock change skips counts as the moment after the change. */
function atMinute(zone: string, day: Temporal.PlainDate, minute: number): Instant {
  return day.add({ days: Math.floor(minute / 1440) }).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from({
      hour: Math.floor((minute % 1440) / 60),
      minute: minute % 60,
    }),
  }).epochMilliseconds;
}
