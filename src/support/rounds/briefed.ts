import type { Conversation } from '../conversation.ts';
import type { Calendar, Policy } from '../handbook.ts';
import { promisesOwed } from '../time/promises/given.ts';
import { belongsTo, hoursOf } from '../time/shifts.ts';
import { shiftsFor } from './shift-note.ts';
import { standingOf } from './standing.ts';

/** Somebody who may be briefed; the same one for each way to write their id. */
export interface Briefed {
  /** As the policy writes it, where it names them. */
  readonly id: string;
  readonly key: string;
  readonly hours: Calendar;
}

/** Whom a matter concerns: its owner and whoever promised something there; while it is nobody's, the teams that look after it. */
export function concerned(conversation: Conversation, policy: Policy): readonly Briefed[] {
  const { owner } = conversation;
  const owing = promisesOwed(conversation).map(({ by }) => by.id);
  const waits = standingOf(conversation) !== undefined && conversation.snooze === undefined;
  const theirs = waits && owner ? [owner.id] : [];
  const teams = waits && !owner ? shiftsFor(conversation, policy) : [];
  const all = [...owing, ...theirs, ...teams.flatMap((team) => team?.people ?? [])];
  return [...new Set(all.map((id) => briefed(policy, id)))];
}

const known = new WeakMap<Policy, Map<string, Briefed>>();

/** The person behind an id, as a policy or a platform writes it. */
export function briefed(policy: Policy, person: string): Briefed {
  const all = known.get(policy) ?? new Map<string, Briefed>();
  known.set(policy, all);
  const found = all.get(person);
  if (found) return found;
  const team = policy.teams.find((one) => belongsTo(one, person));
  const id = team?.people.find((one) => belongsTo({ ...team, people: [one] }, person)) ?? person;
  const key = id.toLowerCase();
  const one = all.get(key) ?? { id, key, hours: hoursOf(policy, person) };
  all.set(key, one).set(person, one);
  return one;
}
