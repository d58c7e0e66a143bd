import type { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../conversation.ts';
import type { Calendar } from '../../handbook.ts';
import { workingTimeAfter } from '../calendar.ts';
import { endOfDay } from '../days.ts';

/** A day has no more minutes than these, not even the one on which a clock is set back. */
const LONGEST_DAY = 25 * 60;

/** When the team's last opening of a day ends; undefined on a day on which it is closed. */
export type ClosingTime = (day: Temporal.PlainDate) => Instant | undefined;

/** Asks a calendar when days end for the team, each of them once. */
export function closingTimes(calendar: Calendar): ClosingTime {
  const known = new Map<string, Instant | undefined>();
  let never = false;
  return (day) => {
    const name = day.toString();
    if (known.has(name)) return known.get(name);
    let closes: Instant | undefined;
    try {
      closes = never ? undefined : closingTime(calendar, day);
    } catch (error) {
      // A calendar that never opens has no closing time either.
      if (!(error instanceof RangeError)) throw error;
      never = true;
    }
    known.set(name, closes);
    return closes;
  };
}

/** The most opening time that a day has room for ends with its last opening. */
function closingTime(calendar: Calendar, day: Temporal.PlainDate): Instant | undefined {
  const begins = day.toZonedDateTime(calendar.zone).epochMilliseconds;
  const ends = endOfDay(day.toString(), calendar.zone);
  if (workingTimeAfter(calendar, begins, 1) > ends) return undefined;
  let within = 1;
  let beyond = LONGEST_DAY + 1;
  while (beyond - within > 1) {
    const minutes = Math.floor((within + beyond) / 2);
    if (workingTimeAfter(calendar, begins, minutes) <= ends) within = minutes;
    else beyond = minutes;
  }
  return workingTimeAfter(calendar, begins, within);
}
