import type { Calendar, Policy } from '../../../src/support/handbook.ts';
import type { Staffer } from '../../../src/support/ownership/staff.ts';
import type { Team } from '../../../src/support/time/policy.ts';
import { handbook, person } from '../stage.ts';

/** The same hours every day, in UTC. */
export function daily(from: number, to: number): Calendar {
  const week = Array.from({ length: 7 }, () => [{ from: from * 60, to: to * 60 }]);
  return { zone: 'Etc/UTC', week, holidays: [] };
}

export function team(people: readonly string[], over: Partial<Team> = {}): Team {
  return {
    name: people.join(),
    calendar: daily(9, 17),
    people,
    categories: [],
    speaks: [],
    ...over,
  };
}

export function policyWith(teams: readonly Team[], assign: Policy['assign']): Policy {
  return { ...handbook.policy, teams, assign };
}

/** Somebody who has nothing to do, unless it says otherwise. */
export function staffer(name: string, over: Partial<Staffer> = {}): Staffer {
  return { person: person(name, 'agent'), open: 0, ...over };
}
