import { lastAnswered } from '../../circumstances.ts';
import type { Conversation, Instant } from '../../conversation.ts';
import type { Change } from '../../decide.ts';
import type { Event } from '../../events.ts';
import type { Cause } from '../keeping-time.ts';
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

/** The leads learn of it, and reports count it. */
export function announceRecovery(
  conversation: Conversation,
  at: Instant,
): Required<Pick<Change, 'intents' | 'facts'>> {
  const { id, recovery, owner } = conversation;
  if (!recovery) return { intents: [], facts: [] };
  const { because } = recovery;
  const by = owner ? { agent: owner.id } : {};
  return {
    intents: [{ type: 'call', whom: 'leads', by: 'mention', text: sayRecovery(conversation) }],
    facts: [{ type: 'recovery-opened', at, conversation: id, because, ...by }],
  };
}

const LONGEST_NAME = 80;

/** For the leads: who, why, of what and whose. Never the customer's own words: those stand under the card as long as they stand. */
function sayRecovery({ customer, recovery, survey, owner, openedAt, messages }: Conversation) {
  const who = customer.name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) || 'The customer';
  const { asked, rating } = survey ?? {};
  const rated = recovery?.because === 'low rating' && asked && rating;
  const what = rated
    ? `rated us ${sayRating(asked.scale, rating.value)}`
    : 'came back angry after we had called it resolved';
  const whose = owner ? `It was with ${owner.name || 'somebody of the team'}` : 'It was nobody’s';
  const days = Math.round(((recovery?.openedAt ?? openedAt) - openedAt) / 86_400_000);
  const lasted = days < 1 ? 'under a day' : days === 1 ? 'a day' : `${days} days`;
  const count = messages.length === 1 ? 'one message' : `${messages.length} messages`;
  const length = `${count}, ${lasted} since they first wrote`;
  return `💔 ${who} ${what}. ${whose}: ${length}. Read what went wrong, and write to them yourself: a draft stands under the card.`;
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
