import type { Conversation, Instant } from '../conversation.ts';
import type { Policy } from '../handbook.ts';
import { nextOpening } from '../time/calendar.ts';
import type { Team } from '../time/policy.ts';
import { teamsFor } from '../time/service-level.ts';
import { shiftEnds } from '../time/shifts.ts';
import { listed, type NotePart, sayWaiting } from './note.ts';
import type { Begun, Kind, Round } from './round.ts';
import { standingOf } from './standing.ts';

const DAY = 24 * 3_600_000;
/** How far we look for the end of a shift, in days: mostly it is near. */
const AHEAD = [2, 10, 60];

/** Whose shift it is; undefined is the office. */
export type Shift = Team | undefined;

/**
 * At the end of a shift, whoever comes next reads who waits there, on what and since when. Each shift is told of a matter once
 * as it stands.
 */
export const shiftNote: Kind = {
  due(conversation, { since, told }, policy) {
    const standing = standingOf(conversation);
    if (standing === undefined) return undefined;
    const untold = shiftsFor(conversation, policy).filter(
      (shift) => told[keyOf(shift, conversation)] !== standing,
    );
    return firstEnd(policy, since, (team) => untold.includes(team));
  },
  tell(waiting, round, at, policy) {
    const matters = waiting.filter((one) => standingOf(one) !== undefined);
    const parts: NotePart[] = [];
    const listedAlready = new Set<string>();
    const told: Record<string, string> = stillWaiting(matters, round, policy);
    for (const shift of endedBy(round, at, policy)) {
      const theirs = matters.filter((one) => shiftsFor(one, policy).includes(shift));
      const isNew = theirs.some((one) => told[keyOf(shift, one)] !== standingOf(one));
      if (!isNew) continue;
      for (const one of theirs) told[keyOf(shift, one)] = standingOf(one)!;
      const rest = theirs.filter(({ id }) => !listedAlready.has(id));
      if (rest.length === 0) continue;
      for (const { id } of rest) listedAlready.add(id);
      const title = `🤝 Hand-over from ${shift ? shift.name : 'the office'}: ${sayWaiting(rest.length)}`;
      parts.push({ title, ...comesNext(policy, shift, at), ...listed(rest) });
    }
    return { notes: parts.length === 0 ? [] : [{ to: 'triage', parts }], told };
  },
};

/** Who looks after a matter: its teams, or where it has none the office and the teams that have no categories of their own. */
export function shiftsFor({ triage }: Conversation, policy: Policy): readonly Shift[] {
  const teams = triage ? teamsFor(policy, triage) : [];
  return teams.length > 0 ? teams : [undefined, ...generalists(policy)];
}

function generalists({ teams }: Policy): Team[] {
  return teams.filter(({ categories }) => categories.length === 0);
}

/** The shifts that have ended since the round last came to pass, each once; the office, whose matters others may share, last. */
function endedBy({ since }: Begun, at: Instant, policy: Policy): readonly Shift[] {
  const ended = new Set(shiftEnds(policy, since, at).map(({ team }) => team));
  const office = ended.delete(undefined) ? [undefined] : [];
  return [...ended, ...office];
}

function firstEnd(
  policy: Policy,
  from: Instant,
  isTheirs: (shift: Shift) => boolean,
): Instant | undefined {
  for (const days of AHEAD) {
    const end = shiftEnds(policy, from, from + days * DAY).find(({ team }) => isTheirs(team));
    if (end) return end.at;
  }
  return undefined;
}

/** Of those with the same work, whoever is there, or is there first. */
function comesNext(policy: Policy, shift: Shift, at: Instant): Pick<NotePart, 'next'> {
  const able =
    shift === undefined || shift.categories.length === 0
      ? generalists(policy)
      : policy.teams.filter((team) => team.categories.some((c) => shift.categories.includes(c)));
  const office = { name: 'the office', calendar: policy.calendar, people: [] };
  const known = able.length > 0 ? able : [office];
  const opens = known.map(({ calendar }) => nextOpening(calendar, at));
  const from = Math.min(...opens.map((one) => one ?? Number.POSITIVE_INFINITY));
  if (from === Number.POSITIVE_INFINITY) return {};
  const next = known.filter((_, i) => opens[i] === from);
  const who = next.map(({ name }) => name).join(', ');
  return { next: { who, from, people: [...new Set(next.flatMap(({ people }) => people))] } };
}

/** What was told of those who still wait. */
function stillWaiting(
  matters: readonly Conversation[],
  { told }: Round,
  policy: Policy,
): Record<string, string> {
  const keys = matters.flatMap((one) => shiftsFor(one, policy).map((shift) => keyOf(shift, one)));
  return Object.fromEntries(keys.flatMap((key) => (told[key] ? [[key, told[key]]] : [])));
}

function keyOf(shift: Shift, { id }: Conversation): string {
  return `${shift?.name ?? ''}/${id}`;
}
