import { type Conversation, customerMessages } from './conversation.ts';
import type { Handbook } from './handbook.ts';
import { triage } from './triage/triage.ts';

/** The conversation with what its words mean, read as one text: a burst is one message in several lines. */
export function understand(conversation: Conversation, handbook: Handbook): Conversation {
  const text = customerMessages(conversation)
    .filter((m) => m.at > lastAnswer(conversation))
    .map((m) => m.text)
    .join('\n');
  const history = conversation.messages
    .filter((m) => m.at <= lastAnswer(conversation))
    .map((m) => ({
      role: m.author.role === 'customer' ? ('customer' as const) : ('agent' as const),
      text: m.text,
    }));
  return { ...conversation, triage: triage(text, handbook, history) };
}

/** When we last answered; what came before it is history. */
function lastAnswer(conversation: Conversation): number {
  const sent = conversation.drafts.flatMap((d) =>
    d.state.is === 'sent' || d.state.is === 'approved' ? [d.state.at] : [],
  );
  const spoken = conversation.messages.filter((m) => m.author.role !== 'customer').map((m) => m.at);
  const answered = Math.max(Number.NEGATIVE_INFINITY, ...sent, ...spoken);
  // A message edited after the answer, or nothing new: the whole conversation is what we understand.
  return customerMessages(conversation).some((m) => m.at > answered)
    ? answered
    : Number.NEGATIVE_INFINITY;
}
