import { lastAnswered } from '../../circumstances.ts';
import type { Conversation, Instant } from '../../conversation.ts';
import type { Change } from '../../decide.ts';
import type { Event } from '../../events.ts';
import type { Fact } from '../../facts.ts';
import type { Cause } from '../../following.ts';
import { escalate } from '../escalation/escalation.ts';
import { sayRating } from './scales.ts';

/** We have let a customer down, and make up for it: a matter of its own, though of the same conversation. */
export interface Recovery {
  readonly openedAt: Instant;
  readonly because: 'low rating' | 'angry words';
  readonly settled?: { readonly at: Instant; readonly by: 'agent' | 'customer' | 'time' };
}

/** Whether something is to be made up for still. */
export function inRecovery({ recovery }: Pick<Conversation, 'recovery'>): boolean {
  return recovery !== undefined && recovery.settled === undefined;
}

/** Whether the customer has not heard yet that we make up for it. */
export function awaitsAmends(conversation: Conversation): boolean {
  const { recovery } = conversation;
  return inRecovery(conversation) && lastAnswered(conversation) <= recovery!.openedAt;
}

/** The conversation as a person's from here on, who makes up for what went wrong: the desk answers nothing more by itself. */
export function beginRecovery(
  conversation: Conversation,
  because: Recovery['because'],
  at: Instant,
): Conversation {
  const { handedOverAt = at } = conversation;
  return { ...conversation, handedOverAt, recovery: { openedAt: at, because } };
}

/** Humans are called in as the policy has it for a low rating, and reports count it. */
export function announceRecovery(change: Change, at: Instant): Change {
  const { id, recovery, owner } = change.conversation;
  if (!recovery) return change;
  const { because } = recovery;
  const by = owner ? { agent: owner.id } : {};
  const called = escalate(change, 'low rating', sayWhy(change.conversation), at);
  const fact: Fact = { type: 'recovery-opened', at, conversation: id, because, ...by };
  return { ...called, facts: [...(called.facts ?? []), fact] };
}

/** In our own words: the customer's stand under the card as long as they stand. */
function sayWhy({ recovery, survey }: Conversation): string {
  const { asked, rating } = survey ?? {};
  return recovery?.because === 'low rating' && asked && rating
    ? sayRating(asked.scale, rating.value)
    : 'angry after it was resolved';
}

/** What is made up for is settled when the matter comes to rest, by whoever brings it there. */
export function settleRecovery(change: Change, { event, before }: Cause): Change {
  const { conversation } = change;
  const { recovery, status } = conversation;
  const rests = (status === 'resolved' || status === 'set-aside') && before?.status !== status;
  if (!recovery || recovery.settled || !rests) return change;
  const settled = { at: event.at, by: settledBy(event) };
  return {
    ...change,
    conversation: { ...conversation, recovery: { ...recovery, settled } },
    facts: [
      ...(change.facts ?? []),
      {
        type: 'recovery-settled',
        at: event.at,
        conversation: conversation.id,
        because: recovery.because,
        by: settled.by,
        after: event.at - recovery.openedAt,
      },
    ],
  };
}

function settledBy({ type }: Event): 'agent' | 'customer' | 'time' {
  if (type === 'timer.fired') return 'time';
  return type === 'agent.pressed' ? 'agent' : 'customer';
}
