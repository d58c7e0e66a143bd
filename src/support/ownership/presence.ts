import type { Instant } from '../conversation.ts';
import type { Policy } from '../handbook.ts';
import type { Person } from '../roles.ts';
import { isOpenAt, nextChange, nextOpening, nextStart } from '../time/calendar.ts';
import { hoursOf } from '../time/shifts.ts';
import type { Absence, Away, Staffer } from './staff.ts';

/** Whether shifts matter: where no team has people, the office's hours are everybody's. */
export function hasShifts({ teams }: Policy): boolean {
  return teams.some(({ people }) => people.length > 0);
}

/** Whether matters are given to people without their asking. */
export function assigns(policy: Policy): boolean {
  return policy.assign !== 'by hand' && hasShifts(policy);
}

/** Why somebody is not there at this moment; undefined where they are. */
export function absenceOf(
  person: Person,
  away: Away | undefined,
  policy: Policy,
  at: Instant,
): Absence | undefined {
  if (away) return { is: 'away', ...away };
  if (!hasShifts(policy)) return undefined;
  const hours = hoursOf(policy, person.id);
  if (isOpenAt(hours, at)) return undefined;
  const until = nextOpening(hours, at);
  return { is: 'off shift', ...(until === undefined ? {} : { until }) };
}

/** When somebody's shift ends, or their next one begins. */
export function shiftChange(person: Person, policy: Policy, at: Instant): Instant | undefined {
  return hasShifts(policy) ? nextChange(hoursOf(policy, person.id), at) : undefined;
}

/** When somebody comes who is not there now: a shift begins, or they are not away any more. */
export function nextArrival(
  staff: readonly Staffer[],
  policy: Policy,
  at: Instant,
): Instant | undefined {
  const shifts = policy.teams
    .filter(({ people }) => people.length > 0)
    .map(({ calendar }) => nextStart(calendar, at));
  return earliest([...shifts, ...staff.map(({ away }) => away?.until)]);
}

export function earliest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  const some = instants.filter((one) => one !== undefined);
  return some.length === 0 ? undefined : Math.min(...some);
}
