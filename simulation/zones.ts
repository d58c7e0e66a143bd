import type { Instant } from '../src/support/conversation.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();
const told = new Map<string, There>();
/** Milliseconds: no clock there changes its hour in between. */
const QUARTER = 15 * 60_000;
/** What was told is forgotten when there is so much of it. */
const MOST_TOLD = 100_000;

/** What the clock and the calendar say somewhere. */
export interface There {
  /** Such as 2026-03-07. */
  readonly date: string;
  readonly hour: number;
  /** 0 is Sunday. */
  readonly day: number;
}

/** What the clock in `zone` says then: told by the platform and not by the desk's own calendar. */
export function there(zone: string, at: Instant): There {
  const key = `${zone}/${Math.floor(at / QUARTER)}`;
  const known = told.get(key);
  if (known) return known;
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(zone, clock);
  const [date, time] = clock.format(at).split(' ') as [string, string];
  const now = { date, hour: Number(time.slice(0, 2)), day: new Date(date).getUTCDay() };
  if (told.size >= MOST_TOLD) told.clear();
  told.set(key, now);
  return now;
}
