import { type Conversation, customerMessages, type Instant } from './conversation.ts';
import type { Handbook, Policy } from './handbook.ts';
import type { Circumstances } from './triage/urgency.ts';

/** What makes a matter more urgent than its words: how long and how often the customer has asked, and who it is. */
export function circumstancesOf(
  conversation: Conversation,
  { policy }: Handbook,
  at: Instant,
): Circumstances {
  const answered = lastAnswered(conversation);
  const asked = customerMessages(conversation)
    .map((message) => message.at)
    .filter((since) => since > answered);
  const vip = vipEntry(conversation, policy);
  return {
    ...(asked[0] === undefined ? {} : { waited: Math.max(0, at - asked[0]) }),
    contacts: countContacts(asked, policy.followUpWindow),
    ...(vip === undefined ? {} : { vip }),
  };
}

/** When a human or a draft of ours last answered the customer; minus infinity before the first time. */
export function lastAnswered({ drafts, messages }: Conversation): Instant {
  const sent = drafts.flatMap((d) =>
    d.state.is === 'sent' || d.state.is === 'approved' ? [d.state.at] : [],
  );
  const spoken = messages.filter((m) => m.author.role !== 'customer').map((m) => m.at);
  return Math.max(Number.NEGATIVE_INFINITY, ...sent, ...spoken);
}

/** Messages that follow each other are one request; after a longer silence the customer asks again. */
function countContacts(asked: readonly Instant[], pause: number): number {
  const again = asked.filter((since, i) => i > 0 && since - asked[i - 1]! > pause);
  return 1 + again.length;
}

/** Which entry of the VIP list the customer is on. */
export function vipEntry(conversation: Conversation, { vip }: Policy): string | undefined {
  const known = new Set(idsOf(conversation).map((id) => id.toLowerCase()));
  return vip.find((entry) => known.has(entry.toLowerCase()));
}

/** By what the policy may name the customer: themselves, their channel, or whom they belong to. */
export function idsOf({ customer, place }: Pick<Conversation, 'customer' | 'place'>): string[] {
  // In Teams a person's id is their tenant's and their own, with a slash between.
  return [...new Set([customer.id, ...customer.id.split('/'), place.channel, place.workspace])];
}
