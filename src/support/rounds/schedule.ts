import type { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';
import type { Calendar } from '../handbook.ts';
import { dateOf, WEEKDAYS } from '../report/period/dates.ts';
import { atMinute, isWorkingDay } from '../time/openings.ts';
import type { ScheduledReport } from '../time/policy.ts';

/** Days after which a calendar that opens on none of them is taken as one that never does. */
const LONGEST_CLOSED = 400;

/**
 * When a report comes next after an instant: on the office's clock, and where nobody works on its day, at the same time of the
 * next working day. A time of day that a clock change skips is the moment of the change.
 * @returns undefined where the office never opens
 */
export function nextReport(
  { every, at }: Pick<ScheduledReport, 'every' | 'at'>,
  calendar: Calendar,
  after: Instant,
): Instant | undefined {
  let day = dayBefore(every, dateOf(after, calendar.zone), calendar);
  for (;;) {
    const open = workingDayFrom(day, calendar);
    if (open === undefined) return undefined;
    const comes = atMinute(calendar.zone, open, at);
    if (comes > after) return comes;
    day = dayAfter(every, day, open);
  }
}

/** A day of this report of which the one before has come for sure, however long the office was closed. */
function dayBefore(
  every: ScheduledReport['every'],
  today: Temporal.PlainDate,
  calendar: Calendar,
): Temporal.PlainDate {
  const last = workingDayUntil(today, calendar);
  if (every === 'day') return last;
  if (every === 'month') return last.with({ day: 1 });
  return last.subtract({ days: (last.dayOfWeek - 1 - WEEKDAYS.indexOf(every) + 7) % 7 });
}

function dayAfter(
  every: ScheduledReport['every'],
  day: Temporal.PlainDate,
  open: Temporal.PlainDate,
): Temporal.PlainDate {
  if (every === 'day') return open.add({ days: 1 });
  return day.add(every === 'month' ? { months: 1 } : { weeks: 1 });
}

function workingDayFrom(
  day: Temporal.PlainDate,
  calendar: Calendar,
): Temporal.PlainDate | undefined {
  for (let days = 0; days < LONGEST_CLOSED; days++) {
    const one = day.add({ days });
    if (isWorkingDay(calendar, one)) return one;
  }
  return undefined;
}

/** The last working day up to this one, or this one where there is none. */
function workingDayUntil(day: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  for (let days = 0; days < LONGEST_CLOSED; days++) {
    const one = day.subtract({ days });
    if (isWorkingDay(calendar, one)) return one;
  }
  return day;
}
