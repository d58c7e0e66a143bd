import { circumstancesOf, lastAnswered } from './circumstances.ts';
import { type Conversation, customerMessages, type Instant } from './conversation.ts';
import type { Handbook } from './handbook.ts';
import { type Reason, type Triage, triage } from './triage/triage.ts';

/**
 * The conversation with what its words mean, read as one text: a burst is one message in several lines. `at` is when it
 * is read: until then the customer has waited.
 */
export function understand(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
): Conversation {
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
  const read = triage(text, handbook, { history, ...circumstancesOf(conversation, handbook, at) });
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
  const answered = lastAnswered(conversation);
  // A message edited after the answer, or nothing new: the whole conversation is what we understand.
  return customerMessages(conversation).some((m) => m.at > answered)
    ? answered
    : Number.NEGATIVE_INFINITY;
}
