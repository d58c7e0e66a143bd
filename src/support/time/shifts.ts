import type { Instant } from '../conversation.ts';
import type { Policy } from '../handbook.ts';
import { isOpenAt } from './calendar.ts';

/** Whether somebody is there: one of their teams is open, or the office where they are in none. */
export function isOnShift(policy: Policy, person: string, at: Instant): boolean {
  const id = person.toLowerCase();
  const theirs = policy.teams.filter((team) => team.people.some((one) => one.toLowerCase() === id));
  const calendars = theirs.length > 0 ? theirs.map((team) => team.calendar) : [policy.calendar];
  return calendars.some((calendar) => isOpenAt(calendar, at));
}
