import type { Instant } from '../conversation.ts';
import type { Calendar, Policy } from '../handbook.ts';
import { endOfOpening, isOpenAt, nextOpening, nextStart, workingTimeBetween } from './calendar.ts';
import type { Team } from './policy.ts';
import { hoursTogether } from './service-level.ts';

/** Milliseconds. Whoever goes for so long at most, such as for lunch, comes back to the same shift. */
const LONGEST_BREAK = 3 * 3_600_000;

/** Breaks of one shift: with more, it never ends. */
const MOST_BREAKS = 20;

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

/** Whether somebody is on shift: while one of their teams is open, or the office for whoever is in none. */
export function isOnShift(policy: Policy, person: string, at: Instant): boolean {
  return isOpenAt(hoursOf(policy, person), at);
}

/** When somebody is on shift. */
export function hoursOf(policy: Policy, person: string): Calendar {
  return hoursTogether(
    policy,
    policy.teams.filter((team) => belongsTo(team, person)),
  );
}

/** Whether somebody is of a team. In Teams an id has the tenant's before it, and a policy may name either. */
export function belongsTo({ people }: Team, person: string): boolean {
  const ids = new Set([person, ...person.split('/')].map((id) => id.toLowerCase()));
  return people.some((id) => ids.has(id.toLowerCase()));
}

/** By whose clock and hours somebody works: those of their first team, or else the office's. */
export function calendarOf(policy: Policy, person: string): Calendar {
  return policy.teams.find((team) => belongsTo(team, person))?.calendar ?? policy.calendar;
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

/**
 * When the next shift begins after an instant. Coming back from a break begins none; undefined where it never ends, or for longer
 * than anybody plans.
 */
export function nextShift(calendar: Calendar, after: Instant): Instant | undefined {
  let at = after;
  for (let breaks = 0; breaks <= MOST_BREAKS; breaks++) {
    const starts = nextStart(calendar, at);
    if (starts === undefined) return undefined;
    if (workingTimeBetween(calendar, starts - LONGEST_BREAK, starts) === 0) return starts;
    at = starts;
  }
  return undefined;
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
