/** Who somebody is to the desk. A lead is an agent who also reads reports. */
export type Role = 'customer' | 'agent' | 'lead' | 'colleague' | 'bot';

/** Somebody who wrote or pressed. `id` is the platform's own, unique within its workspace. */
export interface Person {
  readonly id: string;
  /** As people see it; empty when the platform would not tell. */
  readonly name: string;
  readonly role: Role;
  /** IANA, where their platform tells which zone they live in. Whether there is such a zone is not known. */
  readonly zone?: string;
}

/** Whether this may be the name of a zone, as far as its letters tell. */
export function isZoneName(name: string | undefined): name is string {
  return (
    name !== undefined && /^[A-Za-z][\w+-]*(?:\/[\w+-]+){0,2}$/.test(name) && name.length <= 64
  );
}

/** The desk itself, where it answers a customer of its own accord. */
export const ASSISTANT: Person = { id: 'warmline', name: 'The assistant', role: 'bot' };

/** What a door found out about somebody. Facts only; `roleOf` draws the conclusion. */
export interface Standing {
  readonly bot: boolean;
  /** A member of the organisation that runs the desk, by the platform's word (never by "is in the channel"). */
  readonly home: boolean;
  readonly guest: boolean;
  readonly onAgentRoster: boolean;
  readonly onLeadRoster: boolean;
}

/**
 * The role that the facts allow. Rights need home membership, no guest flag and a roster entry at once:
 * single-channel guests carry the home team's id, and customers of a shared channel may be on any list.
 */
export function roleOf(standing: Standing): Role {
  if (standing.bot) return 'bot';
  if (!standing.home || standing.guest) return 'customer';
  if (standing.onLeadRoster) return 'lead';
  return standing.onAgentRoster ? 'agent' : 'colleague';
}

/** Whether this person may approve, edit, take over and read drafts. */
export function mayAct(person: Person): boolean {
  return person.role === 'agent' || person.role === 'lead';
}
