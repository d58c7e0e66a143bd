import type { Instant } from '../conversation.ts';
import type { Policy } from '../handbook.ts';
import { isOpenAt } from '../time/calendar.ts';
import type { Team } from '../time/policy.ts';
import { type Matter, speaks } from '../time/service-level.ts';
import { belongsTo } from '../time/shifts.ts';
import type { Staffer } from './staff.ts';

/**
 * Who gets a matter: somebody of a team that is there now and who is not away. Teams with its category that speak the customer's
 * language come first, then those with its category, then those that speak the language, then whoever is there; among equals
 * whose turn it is by the policy. Undefined where nobody is there, or where the policy leaves it to people.
 */
export function chooseOwner(
  staff: readonly Staffer[],
  matter: Matter,
  policy: Policy,
  at: Instant,
): Staffer | undefined {
  if (policy.assign === 'by hand') return undefined;
  const open = policy.teams.filter(({ calendar }) => isOpenAt(calendar, at));
  const free = staff.filter(({ away }) => away === undefined);
  const has = ({ categories }: Team) => categories.includes(matter.category ?? '');
  const understands = (team: Team) => speaks(team, matter.language);
  const preferences: ((team: Team) => boolean)[] = [
    (team) => has(team) && understands(team),
    has,
    understands,
    () => true,
  ];
  for (const fits of preferences) {
    const teams = open.filter(fits);
    const able = free.filter(({ person }) => teams.some((team) => belongsTo(team, person.id)));
    if (able.length > 0) return able.toSorted(TURNS[policy.assign])[0];
  }
  return undefined;
}

type Order = (one: Staffer, other: Staffer) => number;

/** Whoever was never given one comes first. */
const longestSince: Order = (one, other) =>
  (one.assignedAt ?? Number.MIN_SAFE_INTEGER) - (other.assignedAt ?? Number.MIN_SAFE_INTEGER);
const fewestOpen: Order = (one, other) => one.open - other.open;
/** So that the same facts always choose the same person. */
const byId: Order = (one, other) => (one.person.id < other.person.id ? -1 : 1);

const TURNS: Readonly<Record<Exclude<Policy['assign'], 'by hand'>, Order>> = {
  'round robin': (one, other) =>
    longestSince(one, other) || fewestOpen(one, other) || byId(one, other),
  'least loaded': (one, other) =>
    fewestOpen(one, other) || longestSince(one, other) || byId(one, other),
};
