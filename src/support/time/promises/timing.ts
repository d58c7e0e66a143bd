import type { Conversation, Instant } from '../../conversation.ts';
import type { Handbook } from '../../handbook.ts';
import type { Person } from '../../roles.ts';
import { workingTimeAfter, workingTimeBetween } from '../calendar.ts';
import { matterOf } from '../clocks.ts';
import { calendarFor } from '../service-level.ts';
import { calendarOf } from '../shifts.ts';
import { dueOf, type Spoken } from './due.ts';
import type { GivenPromise } from './given.ts';
import { closingTimes } from './opening.ts';

const MINUTE = 60_000;
/** Working time in which a promise can still be kept by whoever is reminded of it. */
const ENOUGH = 30 * MINUTE;

/**
 * The promise with its time, counted from `since`; what was rung for another time is forgotten. The reminder comes when the share
 * of the time has passed that the policy warns at, or sooner where less than half an hour of opening time would be left; never
 * before half of the time.
 */
export function timedPromise(
  promise: GivenPromise,
  { since, due }: { readonly since: Instant; readonly due: Instant },
  conversation: Conversation,
  { policy }: Handbook,
): GivenPromise {
  const { warned: _, passed: __, ...fresh } = promise;
  const calendar = calendarFor(policy, matterOf(conversation));
  const opening = workingTimeBetween(calendar, since, due);
  // Where nobody is there in between, the clock on the wall counts.
  const share = (total: number) =>
    Math.max(total / 2, Math.min(total * policy.warnAt, total - ENOUGH));
  const warnAt =
    opening > 0
      ? workingTimeAfter(calendar, since, share(opening) / MINUTE)
      : since + share(due - since);
  return { ...fresh, due, warnAt: Math.round(Math.min(warnAt, due)) };
}

/** By whose clock and opening hours somebody's words are meant: their team's, or else the office's. */
export function spokenBy(person: Person, at: Instant, { policy }: Handbook): Spoken {
  const calendar = calendarOf(policy, person.id);
  return { at, calendar, zone: calendar.zone, closes: closingTimes(calendar) };
}

/** What holds for a promise that names no time: the end of the next working day. */
export function usualDue(spoken: Spoken): Instant {
  return dueOf({ is: 'span', span: { count: 1, unit: 'working-day' } }, spoken).due;
}
