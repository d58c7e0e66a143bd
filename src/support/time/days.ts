import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';

/**
 * The first instant after a day, where the clocks of `zone` show it.
 * @param day an ISO date that exists
 */
export function endOfDay(day: string, zone: string): Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}
