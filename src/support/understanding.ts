import { type Conversation, customerMessages } from './conversation.ts';
import type { Handbook } from './handbook.ts';
import { type Reason, type Triage, triage } from './triage/triage.ts';

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
  const read = triage(text, handbook, history);
  const before = history.length > 0 && conversation.status !== 'resolved' && conversation.triage;
  return { ...conversation, triage: before ? goingOn(before, read) : read };
}

/** The same matter after our answer: "still not solved" is about what it was about, and no less urgent than it was. */
function goingOn(before: Triage, now: Triage): Triage {
  const { category, confidence, candidates, urgency } = before;
  const about =
    now.category === 'other'
      ? because({ ...now, category, confidence, candidates }, 'category', 'was about this before')
      : now;
  return urgency < now.urgency
    ? because({ ...about, urgency }, 'urgency', 'was as urgent before')
    : about;
}

/** The reading with another reason for this field. */
function because(read: Triage, field: Reason['field'], why: string): Triage {
  const others = read.reasons.filter((reason) => reason.field !== field);
  return { ...read, reasons: [...others, { field, because: why }] };
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
