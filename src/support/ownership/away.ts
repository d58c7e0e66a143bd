import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';
import type { Calendar, Policy } from '../handbook.ts';
import { nextOpening } from '../time/calendar.ts';
import { atMinute } from '../time/openings.ts';
import { hoursOf } from '../time/shifts.ts';
import { sayWhen } from '../time/words.ts';
import type { Away } from './staff.ts';

const HOUR = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: HOUR, d: 24 * HOUR };
/** Whoever is gone for longer has their holidays in the policy, or is no agent any more. */
const LONGEST = 60 * UNITS['d']!;
const LONGEST_WORDS = 60;

export const HOW_TO_BE_AWAY =
  'I do not know until when that is. Say “away 2h”, “away until 15:00”, “away tomorrow” for until your next shift from tomorrow on, or just “away”, and “back” when you are back.';

/**
 * Until when somebody is away in the words behind the command: "until 15:00", "2h", "1d 4h", "until 3pm", "tomorrow"; nothing is
 * until they are back. A time that has passed today is tomorrow's, in the zone in which they work.
 * @returns undefined where it cannot be told
 */
export function readAway(
  words: string,
  person: string,
  policy: Policy,
  at: Instant,
): Away | undefined {
  const said = words
    .slice(0, LONGEST_WORDS)
    .toLowerCase()
    .trim()
    .replace(/^(?:until|till|til|for)\s+/, '');
  if (said === '') return {};
  const hours = hoursOf(policy, person);
  const until = spanIn(said, at) ?? timeIn(said, hours, at) ?? tomorrowIn(said, hours, at);
  return until === undefined || until > at + LONGEST ? undefined : { until };
}

/** What whoever said that they are away is answered. */
export function sayAway({ until }: Away, policy: Policy, at: Instant): string {
  const back = until === undefined ? '' : ` I take you to be back ${sayBackBy(until, policy, at)}.`;
  return `You are away: nothing new is given to you, and those who wait for you are marked on their cards.${back} Say “back” when you are.`;
}

export const SAID_BACK = 'Welcome back. What waits for you is in “mine”.';

function sayBackBy(until: Instant, { calendar }: Policy, at: Instant): string {
  return sayWhen(until, at, calendar.zone);
}

/** "2h", "90m", "1d 4h". */
function spanIn(words: string, at: Instant): Instant | undefined {
  const parts = words
    .replace(/(\d)\s*(m|h|d)(?:in|ins|inutes?|ours?|rs?|ays?)?\b/g, '$1$2')
    .split(/\s+/)
    .map((part) => /^(\d{1,4})([mhd])$/.exec(part));
  if (parts.some((part) => part === null)) return undefined;
  const span = parts.reduce((sum, part) => sum + Number(part![1]) * UNITS[part![2]!]!, 0);
  return span > 0 ? at + span : undefined;
}

/** "15:00", "15.30", "3pm", "9:15 am". */
function timeIn(words: string, { zone }: Calendar, at: Instant): Instant | undefined {
  const [, hour, minute = '0', half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(words) ?? [];
  if (hour === undefined || (half === undefined && !/[:.]/.test(words))) return undefined;
  const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'pm' ? 12 : 0);
  const m = Number(minute);
  if (h > 23 || m > 59 || (half !== undefined && Number(hour) > 12)) return undefined;
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return [0, 1]
    .map((days) => atMinute(zone, today.add({ days }), h * 60 + m))
    .find((instant) => instant > at);
}

/** Until their next shift that begins tomorrow or later. */
function tomorrowIn(words: string, hours: Calendar, at: Instant): Instant | undefined {
  if (words !== 'tomorrow') return undefined;
  const { zone } = hours;
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const midnight = atMinute(zone, today.add({ days: 1 }), 0);
  return nextOpening(hours, midnight) ?? midnight;
}
