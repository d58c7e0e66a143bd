import { circumstancesOf, lastAnswered } from './circumstances.ts';
import {
  type Conversation,
  customerMessages,
  type Instant,
  type Message,
  type Place,
} from './conversation.ts';
import { asCorrected, because, holding } from './corrections.ts';
import type { Handbook } from './handbook.ts';
import { followedUp } from './time/follow-up/nudges.ts';
import { type History, type Triage, triage } from './triage/triage.ts';

/**
 * The conversation with what its words mean, read as one text: a burst is one message in several lines. What the team
 * corrected stays corrected. `at` is when it is read: until then the customer has waited.
 */
export function understand(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
): Conversation {
  const answered = lastAnswer(conversation);
  const text = unanswered(conversation)
    .map((m) => m.text)
    .join('\n');
  const history = saidUntil(conversation, answered);
  const language = languageExpected(conversation.place, handbook);
  const circumstances = circumstancesOf(conversation, handbook, at);
  const read = triage(text, handbook, { history, language, ...circumstances });
  const before = history.length > 0 && conversation.status !== 'resolved' && conversation.triage;
  const held = holding(conversation, read);
  const { corrections: _, ...rest } = conversation;
  return {
    ...rest,
    ...(held ? { corrections: held } : {}),
    triage: asCorrected(before ? goingOn(before, read) : read, held),
  };
}

/** What the customer wrote since we last answered; all of it where there is nothing new. */
export function unanswered(conversation: Conversation): Message[] {
  const answered = lastAnswer(conversation);
  return customerMessages(conversation).filter((m) => m.at > answered);
}

/** What both sides have said until then, oldest first. */
export function saidUntil(conversation: Conversation, until = Number.POSITIVE_INFINITY): History {
  const messages = conversation.messages.map(({ at, text, author }) => ({
    at,
    text,
    role: author.role === 'customer' ? ('customer' as const) : ('agent' as const),
  }));
  const sent = conversation.drafts.flatMap(({ text, state }) =>
    state.is === 'sent' || state.is === 'approved'
      ? [{ at: state.at, text, role: 'agent' as const }]
      : [],
  );
  const nudged = followedUp(conversation).nudges.map(({ at, text }) => ({
    at,
    text,
    role: 'agent' as const,
  }));
  return [...messages, ...sent, ...nudged]
    .filter(({ at }) => at <= until)
    .toSorted((a, b) => a.at - b.at);
}

/** The language that a channel's customers mostly write in. */
function languageExpected({ channel }: Place, { policy }: Handbook): string {
  const { language, languages } = policy;
  return Object.hasOwn(languages, channel) ? languages[channel]! : language;
}

/** The same matter after our answer: "still not solved" is about what it was about, and no less urgent than it was. */
function goingOn(before: Triage, now: Triage): Triage {
  const { category, confidence, candidates, urgency, isRequest, wish } = before;
  const same =
    now.category === 'other'
      ? because({ ...now, category, confidence, candidates }, 'category', 'was about this before')
      : now;
  // An answer to our question wants nothing new, but the conversation still does.
  const asked = { ...same, isRequest: isRequest || same.isRequest };
  const about =
    wish === undefined || asked.wish !== undefined
      ? asked
      : because({ ...asked, wish }, 'wish', 'wished for this before');
  return urgency < now.urgency
    ? because({ ...about, urgency }, 'urgency', 'was as urgent before')
    : about;
}

/** When we last answered; what came before it is history. */
function lastAnswer(conversation: Conversation): number {
  const answered = lastAnswered(conversation);
  // A message edited after the answer, or nothing new: the whole conversation is what we understand.
  return customerMessages(conversation).some((m) => m.at > answered)
    ? answered
    : Number.NEGATIVE_INFINITY;
}
