import type { Instant } from '../conversation.ts';
import type { Calendar, Policy } from '../handbook.ts';
import { endOfOpening, isOpenAt, nextOpening } from './calendar.ts';
import type { Team } from './policy.ts';

/** Milliseconds. Whoever goes for so long at most, such as for lunch, comes back to the same shift. */
const LONGEST_BREAK = 3 * 3_600_000;

/** Who is there. */
export interface OnShift {
  /** Everybody who is in no team. */
  readonly office: boolean;
  readonly teams: readonly Team[];
  /** Ids of the people of these teams, each once. */
  readonly people: readonly string[];
}

export function onShift({ calendar, teams }: Policy, at: Instant): OnShift {
  const open = teams.filter((team) => isOpenAt(team.calendar, at));
  return {
    office: isOpenAt(calendar, at),
    teams: open,
    people: [...new Set(open.flatMap(({ people }) => people))],
  };
}

/**
 * Whether somebody is on shift: while one of their teams is open, or the office for whoever is in none.
 * @param person the platform's id; in Teams with the tenant's before it, and a policy may name either
 */
export function isOnShift(policy: Policy, person: string, at: Instant): boolean {
  const own = teamsOf(policy, person);
  if (own.length === 0) return isOpenAt(policy.calendar, at);
  return own.some(({ calendar }) => isOpenAt(calendar, at));
}

/** By whose clock and hours somebody works: those of their first team, or else the office's. */
export function calendarOf(policy: Policy, person: string): Calendar {
  return teamsOf(policy, person)[0]?.calendar ?? policy.calendar;
}

function teamsOf({ teams }: Policy, person: string): readonly Team[] {
  const ids = new Set([person, ...person.split('/')].map((id) => id.toLowerCase()));
  return teams.filter(({ people }) => people.some((id) => ids.has(id.toLowerCase())));
}

/** A shift that is over; the office's where no team is named. */
export interface ShiftEnd {
  readonly at: Instant;
  readonly team?: Team;
}

/**
 * The shifts that end after `from` and until `to`, in order: when a note of what is open should be handed over. A break
 * within a shift ends none, and day and night there is no end.
 */
export function shiftEnds(policy: Policy, from: Instant, to: Instant): ShiftEnd[] {
  const office = endsOf(policy.calendar, from, to).map((at): ShiftEnd => ({ at }));
  const teams = policy.teams.flatMap((team) =>
    endsOf(team.calendar, from, to).map((at): ShiftEnd => ({ at, team })),
  );
  return [...office, ...teams].sort((a, b) => a.at - b.at);
}

function endsOf(calendar: Calendar, from: Instant, to: Instant): Instant[] {
  const ends: Instant[] = [];
  for (let opens = nextOpening(calendar, from - 1); opens !== undefined && opens < to; ) {
    const end = endOfOpening(calendar, opens);
    if (end === undefined || end > to) break;
    opens = nextOpening(calendar, end);
    if (end > from && (opens === undefined || opens - end > LONGEST_BREAK)) ends.push(end);
  }
  return ends;
}
