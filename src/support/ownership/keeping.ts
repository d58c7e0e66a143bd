import { type Conversation, type Instant, isOpen } from '../conversation.ts';
import type { Change } from '../decide.ts';
import type { Event, PresenceChanged, TimerFired } from '../events.ts';
import type { Cause } from '../following.ts';
import type { Handbook } from '../handbook.ts';
import { paceOf } from '../time/pace.ts';
import { assigns, hasShifts, shiftChange } from './presence.ts';

/** When somebody must look next whether a conversation has an owner who is there. */
export function nextOwnerLook({ status, ownerLook }: Conversation): Instant | undefined {
  return status === 'waiting' ? ownerLook : undefined;
}

/**
 * The change with when its owner is looked at next: at once where it comes to wait, where its time runs out while they are not
 * there, and when their shift ends or begins. Whoever takes a matter is there, whatever their hours.
 */
export function keepOwner(
  change: Change,
  { event, before }: Cause,
  { policy }: Pick<Handbook, 'policy'>,
): Change {
  if (looksAtOwner(event)) return change;
  const { ownerLook, ownerAbsent, ...conversation } = change.conversation;
  const { owner } = conversation;
  const { at } = event;
  if (!isOpen(conversation)) return lookingAt(change, conversation, undefined);
  if (!before || !isOpen(before)) {
    const concerns = owner ? hasShifts(policy) : assigns(policy);
    return lookingAt(change, conversation, concerns ? at : undefined);
  }
  if (owner && owner.id !== before.owner?.id) {
    return lookingAt(change, conversation, shiftChange(owner, policy, at));
  }
  const runsOut = ownerAbsent && isAtRisk(conversation) && !isAtRisk(before);
  return runsOut ? { ...change, conversation: { ...change.conversation, ownerLook: at } } : change;
}

/** Whether a clock is near its end, or past it. */
export function isAtRisk(conversation: Pick<Conversation, 'clocks'>): boolean {
  const pace = paceOf(conversation);
  return pace !== undefined && pace.is !== 'on track';
}

/** Whether by this event somebody looks at the owner: what is found then stands. */
export function looksAtOwner(event: Event): event is TimerFired | PresenceChanged {
  return (
    event.type === 'presence.changed' ||
    (event.type === 'timer.fired' && event.name === 'assignment')
  );
}

function lookingAt(change: Change, conversation: Conversation, look: Instant | undefined): Change {
  return {
    ...change,
    conversation: look === undefined ? conversation : { ...conversation, ownerLook: look },
  };
}
