import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';
import type { Period } from './report.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A day on which the clock is set back has so many hours; up to here a course goes by the hour, */
const LONGEST_DAY = 25 * HOUR;
/** and up to so many days by the day. */
const MOST_DAYS = 92;

/**
 * The instants at which the steps of a period begin, in its zone: hours of a day, days, or beyond 92 days the weeks (from Monday; the
 * first may be a part of one). What has not begun yet is no step.
 * @param now when the report is made
 */
export function stepsOf({ from, to, zone }: Period, now: Instant): Instant[] {
  const end = Math.min(to, now);
  if (to - from <= LONGEST_DAY) return until(end, from, (start) => start + HOUR);
  const days = Math.round((to - from) / DAY);
  const unit = days > MOST_DAYS ? 'week' : 'day';
  return until(end, from, (start) => nextIn(zone, start, unit));
}

function until(end: Instant, from: Instant, next: (start: Instant) => Instant): Instant[] {
  const steps = [from];
  for (let start = next(from); start < end; start = next(start)) steps.push(start);
  return steps;
}

function nextIn(zone: string, at: Instant, unit: 'week' | 'day'): Instant {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const days = unit === 'day' ? 1 : 8 - day.dayOfWeek;
  return day.add({ days }).toZonedDateTime(zone).epochMilliseconds;
}

/** Finds the last of these instants, ascending, that is not after another: quick where one asks for near ones in turn. */
export function createFinder(steps: readonly Instant[]): (at: Instant) => number {
  const starts = Float64Array.from(steps);
  let last = 0;
  return (at) => {
    if (at >= starts[last]! && !(at >= starts[last + 1]!)) return last;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    last = Math.max(0, low - 1);
    return last;
  };
}

/** Tells the hour that the clock of a zone shows, 0 to 23, at instants of a period. */
export function createHours({ from, to, zone }: Period): (at: Instant) => number {
  const changes: Instant[] = [from];
  const offsets: number[] = [];
  for (let at = from; ; ) {
    const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    offsets.push(here.offsetNanoseconds / 1e6);
    const next = here.getTimeZoneTransition('next')?.epochMilliseconds;
    if (next === undefined || next >= to) break;
    changes.push(next);
    at = next;
  }
  const find = createFinder(changes);
  return (at) => Math.floor((at + offsets[find(at)]!) / HOUR) % 24;
}
