import { solvedInWords } from './answers.ts';
import { type Conversation, customerMessages, type Message, withMessages } from './conversation.ts';
import type { Change, Outcome } from './decide.ts';
import { gather, restart } from './drafting.ts';
import type { Intent } from './effects.ts';
import type { CustomerWrote } from './events.ts';
import { conversationId } from './grouping.ts';
import type { Handbook } from './handbook.ts';
import { praiseIn } from './praise/praise.ts';
import { isHeated } from './reply/upset.ts';
import { askedWhetherItWorked, hearBack } from './time/follow-up/hearing-back.ts';
import { restOf } from './time/follow-up/nudges.ts';
import { hearRating } from './time/survey/rating.ts';
import { announceRecovery, beginRecovery, inRecovery } from './time/survey/recovery.ts';
import { answersUs } from './triage/request.ts';
import { asksForSomething, type History, triage } from './triage/triage.ts';
import { readWords } from './triage/words.ts';
import { saidUntil, understand } from './understanding.ts';

/** The customer wrote: a matter begins, goes on, or comes back. Thanks and greetings begin nothing. */
export function wrote(
  conversation: Conversation | undefined,
  event: CustomerWrote,
  handbook: Handbook,
): Outcome {
  const { message } = event;
  if (!conversation) return open(event, handbook);
  if (conversation.messages.some((m) => m.id === message.id)) {
    return { ignored: 'this message is known already' };
  }
  const next = heard(withMessages(conversation, [message]), event);
  const shown: Intent = { type: 'show-message', message: message.id };
  const answered = conversation.status !== 'waiting' && conversation.status !== 'gathering';
  // What somebody else says beside it answers nothing that the customer was asked.
  const own = message.author.id === conversation.customer.id;
  const rated = own ? hearRating(conversation, next, message, handbook) : undefined;
  if (rated) return { ...rated, intents: [shown, ...rated.intents] };
  const reopened = conversation.status === 'resolved';
  const angry = reopened && soundsAngry(message, handbook);
  if (answered && !angry) {
    const heardBack = own ? hearBack(conversation, message, handbook.policy.language) : undefined;
    if (heardBack === 'worked') return confirmed(conversation, next, event, handbook);
    const praises = !heardBack && praiseIn(conversation, message, handbook) !== undefined;
    const more = heardBack ?? asks(message, saidUntil(conversation));
    if (praises || !more) return { conversation: next, intents: [shown] };
  }
  if (reopened && restedFor(conversation, event.at) > handbook.policy.followUp.reopenWithin) {
    return open(event, handbook, conversation);
  }
  const wronged = angry && !inRecovery(next) ? beginRecovery(next, 'angry words', event.at) : next;
  const gathered = restart(wronged, 'customer-wrote', event.at, handbook, [shown]);
  return wronged === next ? gathered : announceRecovery(gathered, event.at);
}

/** Whether somebody for whom all was settled is angry now. */
function soundsAngry({ text }: Message, handbook: Handbook): boolean {
  return isHeated(triage(text, handbook));
}

/** They say themselves that it worked. Where somebody of the team had the word, and the desk did not ask, it says nothing. */
function confirmed(
  before: Conversation,
  next: Conversation,
  event: CustomerWrote,
  handbook: Handbook,
): Change {
  const kindly = !before.humanSpoke || askedWhetherItWorked(before);
  const change = solvedInWords(next, event, handbook, kindly);
  const shown: Intent = { type: 'show-message', message: event.message.id };
  return { ...change, intents: [shown, ...change.intents] };
}

/** Milliseconds since it was resolved. */
function restedFor(conversation: Conversation, at: number): number {
  return at - (restOf(conversation)?.at ?? at);
}

/** Whether somebody must read these words: they want something, or answer what we asked. A file without words does. */
function asks(message: Message, history: History = []): boolean {
  return (
    message.files.length > 0 ||
    asksForSomething(message.text, history) ||
    answersUs(readWords(message.text), history)
  );
}

/** @param before the matter that it goes on from, where that has been closed for too long */
function open(event: CustomerWrote, handbook: Handbook, before?: Conversation): Outcome {
  const { message, place } = event;
  if (!before && !asks(message)) return { ignored: 'a greeting, thanks or chatter opens nothing' };
  const conversation: Conversation = {
    id: conversationId(place, message.id),
    version: 0,
    place: { ...place, thread: place.thread ?? message.id },
    customer: message.author,
    status: 'gathering',
    openedAt: event.at,
    lastCustomerAt: event.at,
    messages: [message],
    drafts: [],
    humanSpoke: false,
    timers: {},
    deeds: [],
    ...(before ? { follows: before.id } : {}),
  };
  const gathered = gather(understand(conversation, handbook, event.at), event.at, handbook);
  const { category, urgency } = gathered.conversation.triage!;
  return {
    ...gathered,
    intents: [...gathered.intents, ...(before ? [goesOnFrom(before)] : [])],
    facts: [
      { type: 'opened', at: event.at, conversation: conversation.id, category, urgency },
      ...(gathered.facts ?? []),
    ],
  };
}

/** Characters of what they wrote then. */
const LONGEST_EARLIER = 300;

/** What agents should know of the matter that this one goes on from. */
function goesOnFrom(before: Conversation): Intent {
  const asked = customerMessages(before)[0]?.text ?? '';
  const words =
    asked.length > LONGEST_EARLIER ? `${asked.slice(0, LONGEST_EARLIER).toWellFormed()}…` : asked;
  const on = new Date(restOf(before)?.at ?? before.openedAt).toISOString().slice(0, 10);
  const text = `Goes on from an earlier matter, which was resolved on ${on}${words === '' ? '.' : `: “${words}”`}`;
  return { type: 'show-note', text };
}

/** The customer was heard from: where they last wrote is where the answer goes. */
function heard(conversation: Conversation, event: CustomerWrote): Conversation {
  return {
    ...conversation,
    lastCustomerAt: Math.max(conversation.lastCustomerAt, event.at),
    place: event.place.thread
      ? { ...conversation.place, thread: event.place.thread }
      : conversation.place,
  };
}
