import { type Conversation, type Deed, type Instant, isOpen } from '../conversation.ts';
import type { Change, Outcome } from '../decide.ts';
import type { Handbook, Policy } from '../handbook.ts';
import { ASSISTANT, mayAct, type Person } from '../roles.ts';
import { matterOf } from '../time/clocks.ts';
import { chooseOwner } from './choosing.ts';
import { isAtRisk } from './keeping.ts';
import { absenceOf, assigns, earliest, nextArrival, shiftChange } from './presence.ts';
import type { Absence, Staffer } from './staff.ts';
import { sayAbsence, sayDue } from './words.ts';

/** Deeds after which a matter is closed. */
const CLOSED: ReadonlySet<Deed['did']> = new Set(['resolved', 'solved', 'closed-by-silence']);

/**
 * Somebody looks whether a waiting matter has an owner who is there. Where the policy assigns, one without an owner gets one; one
 * whose owner is not there keeps them, so that customers are not passed around, unless its time runs out, it was closed and comes
 * back, or they have left: then it goes to somebody who is there. With nobody there it stays as it is until somebody comes.
 */
export function lookAtOwner(
  conversation: Conversation,
  { at, staff }: { readonly at: Instant; readonly staff?: readonly Staffer[] },
  { policy }: Pick<Handbook, 'policy'>,
): Outcome {
  if (!isOpen(conversation)) return { ignored: 'nobody waits for its owner' };
  const { ownerLook: _, ownerAbsent: known, ...rest } = conversation;
  const { owner } = conversation;
  if (!owner && !assigns(policy)) return { ignored: 'whoever takes it has it' };
  const absence = owner && absenceHere(owner, staff, policy, at);
  const sought = assigns(policy) && seeks(conversation, absence);
  const next = sought ? chooseOwner(staff ?? [], matterOf(conversation), policy, at) : undefined;
  if (next) return assign(rest, next.person, absence, policy, at);
  const look = earliest([
    owner && shiftChange(owner, policy, at),
    absence?.until,
    sought ? nextArrival(staff ?? [], policy, at) : undefined,
  ]);
  return {
    conversation: {
      ...rest,
      ...(absence ? { ownerAbsent: absence } : {}),
      ...(look === undefined ? {} : { ownerLook: look }),
    },
    intents: absence?.is === known?.is && absence?.until === known?.until ? [] : SHOWN,
  };
}

const SHOWN = [{ type: 'show-card' }] as const;

function seeks(conversation: Conversation, absence: Absence | undefined): boolean {
  if (conversation.status !== 'waiting') return false;
  if (!conversation.owner) return true;
  if (!absence) return false;
  return absence.is === 'left' || isAtRisk(conversation) || cameBack(conversation);
}

/** Whether it was closed, and nobody of the team has had a hand in it since. */
function cameBack({ deeds }: Conversation): boolean {
  const closed = deeds.findLastIndex(({ did }) => CLOSED.has(did));
  return closed >= 0 && !deeds.slice(closed + 1).some(({ by, did }) => mayAct(by) || did === DEED);
}

const DEED = 'assigned' satisfies Deed['did'];

function absenceHere(
  owner: Person,
  staff: readonly Staffer[] | undefined,
  policy: Policy,
  at: Instant,
): Absence | undefined {
  // Where nobody is known, a list could not be read: that says nothing of the owner.
  if (!staff || staff.length === 0) return absenceOf(owner, undefined, policy, at);
  const known = staff.find(({ person }) => person.id === owner.id);
  return known ? absenceOf(owner, known.away, policy, at) : { is: 'left' };
}

function assign(
  conversation: Conversation,
  person: Person,
  absence: Absence | undefined,
  policy: Policy,
  at: Instant,
): Change {
  const { id, customer, owner, deeds } = conversation;
  const since =
    owner && absence ? `, since ${owner.name || 'its owner'} ${sayAbsence(absence)}` : '';
  const due = sayDue(conversation, policy.calendar.zone, at);
  const text = `Yours now${since}: ${customer.name || 'a customer'}.${due === '' ? '' : ` ${due}`}`;
  const look = shiftChange(person, policy, at);
  return {
    conversation: {
      ...conversation,
      owner: person,
      deeds: [...deeds, { at, by: ASSISTANT, did: DEED, detail: person.name || person.id }],
      ...(look === undefined ? {} : { ownerLook: look }),
    },
    intents: [...SHOWN, { type: 'call', whom: [person.id], by: 'mention', text }],
    facts: [{ type: 'assigned', at, conversation: id, agent: person.id, how: howOf(policy) }],
  };
}

function howOf({ assign }: Policy): 'round robin' | 'least loaded' {
  return assign === 'least loaded' ? assign : 'round robin';
}
