import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../conversation.ts';
import type { Calendar } from '../../handbook.ts';
import { isOpenAt } from '../calendar.ts';
import { endOfDay } from '../days.ts';
import type { ClosingTime } from './opening.ts';
import type { Clock, NamedDay, Span } from './shapes.ts';
import type { Part } from './tongues/tongue.ts';
import type { SaidDay, When } from './when.ts';

export type Precision = 'minute' | 'hour' | 'day' | 'week' | 'open';

/** When somebody spoke, and by whose clock and opening hours the words are meant. */
export interface Spoken {
  readonly at: Instant;
  readonly calendar: Calendar;
  /** IANA: where "3 pm" and "tomorrow" are said. */
  readonly zone: string;
  readonly closes: ClosingTime;
}

/** The last instant that keeps what was said, and how exactly it was said. */
export interface Due {
  readonly due: Instant;
  readonly precision: Precision;
  /** What of it was read into the words, for agents. */
  readonly because: string;
}

type Moment = Extract<When, { is: 'moment' }>;

const MINUTE = 60_000;
/** Closed for longer than this, the day that was said stands. */
const LONGEST_CLOSED = 14;
/** More working days than these are none that anybody promises. */
const MOST_DAYS = 100;
/** When an afternoon ends on a day without opening, in minutes after midnight. */
const EVENING = 18 * 60;
const NOON = 12 * 60;

/**
 * The instant by which a promise is due. Whoever names a day means the end of the team's opening on it, and on a day that is
 * closed the end of the next; the morning ends at noon, the evening at midnight. An hour that may be twice a day is the one at
 * which the team is there. Times that a change of the clocks skips or repeats are the calendar's.
 */
export function dueOf(when: Exclude<When, { is: 'vague' }>, spoken: Spoken): Due {
  const found = when.is === 'span' ? afterSpan(when.span, spoken) : atMoment(when, spoken);
  if (found.due > spoken.at) return found;
  return { ...found, because: 'the time had already passed when it was promised' };
}

function afterSpan({ count, unit }: Span, spoken: Spoken): Due {
  const { at, zone } = spoken;
  const today = dateAt(at, zone);
  switch (unit) {
    case 'minute':
      return { due: at + count * MINUTE, precision: 'minute', because: 'counted from now' };
    case 'hour':
      return { due: at + count * 60 * MINUTE, precision: 'hour', because: 'counted from now' };
    case 'day':
      return { ...endOf(today.add({ days: count }), spoken), precision: 'day' };
    case 'working-day':
      return afterWorkingDays(count, today, spoken);
    case 'week':
      return { ...endOf(today.add({ weeks: count }), spoken), precision: 'week' };
    case 'month':
      return { ...endOf(today.add({ months: count }), spoken), precision: 'week' };
    default:
      return unit satisfies never;
  }
}

function afterWorkingDays(count: number, today: Temporal.PlainDate, spoken: Spoken): Due {
  let left = Math.min(count, MOST_DAYS);
  let day = today;
  for (let closed = 0; left > 0 && closed < LONGEST_CLOSED; ) {
    day = day.add({ days: 1 });
    if (spoken.closes(day) === undefined) {
      closed++;
      continue;
    }
    closed = 0;
    left--;
  }
  const due = spoken.closes(day) ?? endOfDay(day.toString(), spoken.zone);
  return { due, precision: 'day', because: 'counted in days on which the team is there' };
}

function atMoment(when: Moment, spoken: Spoken): Due {
  const { day, part, clock } = when;
  if (day?.is === 'week' || day?.is === 'month') {
    if (clock === undefined) return { ...endOfLongest(day, spoken), precision: 'week' };
  }
  if (clock !== undefined) {
    return { due: clockTime(clock, when, spoken), precision: 'minute', because: 'the time named' };
  }
  const date = dateOf(when, spoken.zone, spoken);
  if (part !== undefined && part !== 'end') {
    return { due: endOfPart(part, date, spoken), precision: 'hour', because: BOUNDS[part] };
  }
  const isToday = day === undefined || (day.is === 'days' && day.ahead === 0);
  return { ...(isToday ? endOfToday(date, spoken) : endOf(date, spoken)), precision: 'day' };
}

/** Which date is meant; the nearest to now where a date names no year. */
function dateOf({ day, part }: Moment, zone: string, spoken: Spoken): Temporal.PlainDate {
  const today = dateAt(spoken.at, zone);
  if (day === undefined) {
    const over = part === 'morning' && at(today, NOON, zone) <= spoken.at;
    return over ? today.add({ days: 1 }) : today;
  }
  switch (day.is) {
    case 'days':
      return today.add({ days: day.ahead });
    case 'weekday': {
      const ahead = day.weekday - today.dayOfWeek;
      if (day.weeks !== undefined) return today.add({ days: ahead + 7 * day.weeks });
      const over = ahead === 0 && endOfToday(today, spoken).due <= spoken.at;
      return today.add({ days: ahead < 0 || over ? ahead + 7 : ahead });
    }
    case 'named':
      return namedDate(day.day, today);
    case 'week':
    case 'month':
      return today;
    default:
      return day satisfies never;
  }
}

function namedDate({ day, month, year }: NamedDay, today: Temporal.PlainDate): Temporal.PlainDate {
  if (month === undefined) {
    const next = day < today.day ? today.add({ months: 1 }) : today;
    return next.with({ day });
  }
  if (year !== undefined) return today.with({ year, month, day });
  const years = [-1, 0, 1].map((years) => today.add({ years }).with({ month, day }));
  const far = (date: Temporal.PlainDate) =>
    Math.abs(today.until(date, { largestUnit: 'days' }).days);
  return years.reduce((a, b) => (far(b) < far(a) ? b : a));
}

function clockTime(clock: Clock, when: Moment, spoken: Spoken): Instant {
  const zone = clock.zone ?? spoken.zone;
  const date = dateOf(when, zone, spoken);
  const early = at(date, clock.minute, zone);
  if (!clock.either || clock.minute > NOON) return early;
  const late = at(date, clock.minute + NOON, zone);
  if (when.part === 'afternoon' || when.part === 'evening') return late;
  if (when.part === 'morning') return early;
  const isOpen = (time: Instant) =>
    isOpenAt(spoken.calendar, time) || isOpenAt(spoken.calendar, time - 1);
  const ahead = [early, late].filter((time) => time > spoken.at);
  return ahead.find(isOpen) ?? ahead[0] ?? [early, late].find(isOpen) ?? late;
}

function endOfPart(part: Exclude<Part, 'end'>, date: Temporal.PlainDate, spoken: Spoken): Instant {
  const { zone, closes } = spoken;
  const noon = at(date, NOON, zone);
  switch (part) {
    case 'morning':
    case 'noon':
      return noon;
    case 'afternoon':
      return Math.max(closes(date) ?? 0, noon) === noon ? at(date, EVENING, zone) : closes(date)!;
    case 'evening':
    case 'midnight':
      return endOfDay(date.toString(), zone);
    default:
      return part satisfies never;
  }
}

const BOUNDS: Readonly<Record<Exclude<Part, 'end'>, string>> = {
  morning: 'noon ends the morning',
  noon: 'the time named',
  afternoon: 'the end of the afternoon',
  evening: 'midnight ends the evening',
  midnight: 'the time named',
};

type End = Omit<Due, 'precision'>;

function endOfToday(today: Temporal.PlainDate, { at, zone, closes }: Spoken): End {
  const closing = closes(today);
  if (closing !== undefined && closing > at) return { due: closing, because: CLOSING };
  return { due: endOfDay(today.toString(), zone), because: 'the end of that day' };
}

const CLOSING = 'the end of the opening hours that day';

function endOf(date: Temporal.PlainDate, { zone, closes }: Spoken): End {
  for (let closed = 0; closed < LONGEST_CLOSED; closed++) {
    const due = closes(date.add({ days: closed }));
    if (due === undefined) continue;
    const because = closed === 0 ? CLOSING : 'the team is closed that day: the end of the next';
    return { due, because };
  }
  return { due: endOfDay(date.toString(), zone), because: 'the end of that day' };
}

/** The last opening of a week or month that is still to come. */
function endOfLongest({ is, ahead }: SaidDay & { is: 'week' | 'month' }, spoken: Spoken): End {
  const today = dateAt(spoken.at, spoken.zone);
  const last =
    is === 'week'
      ? today.add({ days: 7 - today.dayOfWeek + 7 * ahead })
      : today.add({ months: ahead }).with({ day: 31 });
  for (let back = 0; back < 7; back++) {
    const due = spoken.closes(last.subtract({ days: back }));
    if (due !== undefined && due > spoken.at) {
      return { due, because: `the end of the opening hours in that ${is}` };
    }
  }
  return { due: endOfDay(last.toString(), spoken.zone), because: `the end of that ${is}` };
}

function dateAt(instant: Instant, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
}

/** A time that a change of the clocks skips is the moment after it; of one that comes twice, the first. */
function at(date: Temporal.PlainDate, minute: number, zone: string): Instant {
  if (minute >= 1440) return endOfDay(date.toString(), zone);
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
}
