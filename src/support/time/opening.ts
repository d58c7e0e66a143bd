import type { Instant } from '../conversation.ts';
import type { Calendar } from '../handbook.ts';
import { isOpenAt, workingTimeAfter } from './calendar.ts';

const MINUTE = 60_000;
/** A team that is there for a week on end is always there. */
const WEEK = 7 * 24 * 60;

/**
 * When the team opens next; undefined where it never closes.
 * @throws RangeError when the calendar does not open within the next years.
 */
export function nextOpening(calendar: Calendar, at: Instant): Instant | undefined {
  const closed = isOpenAt(calendar, at) ? closingAfter(calendar, at) : at;
  return closed === undefined ? undefined : workingTimeAfter(calendar, closed, 0);
}

/** The whole minute at which the span ends that is open now. */
function closingAfter(calendar: Calendar, at: Instant): Instant | undefined {
  const openFor = (minutes: number) =>
    workingTimeAfter(calendar, at, minutes) === at + minutes * MINUTE;
  if (openFor(WEEK)) return undefined;
  let [open, closed] = [0, WEEK];
  while (closed - open > 1) {
    const middle = (open + closed) >> 1;
    if (openFor(middle)) open = middle;
    else closed = middle;
  }
  return Math.floor((at + closed * MINUTE) / MINUTE) * MINUTE;
}
