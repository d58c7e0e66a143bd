import { solvedInWords } from './answers.ts';
import {
  type Conversation,
  customerMessages,
  type Message,
  openDraft,
  type VoidReason,
  withMessages,
  withoutDraft,
} from './conversation.ts';
import type { Change, Outcome } from './decide.ts';
import { gather } from './drafting.ts';
import type { Intent } from './effects.ts';
import type { CustomerWrote, Deleted, Edited, TeamWrote } from './events.ts';
import { conversationId } from './grouping.ts';
import type { Handbook } from './handbook.ts';
import { forgetLessons, forgotten } from './lessons.ts';
import { praiseIn } from './praise/praise.ts';
import { isHeated } from './reply/upset.ts';
import { mayAct } from './roles.ts';
import { askedWhetherItWorked, hearBack } from './time/follow-up/hearing-back.ts';
import { restOf } from './time/follow-up/nudges.ts';
import { hearRating } from './time/survey/rating.ts';
import { announceRecovery, beginRecovery, inRecovery } from './time/survey/recovery.ts';
import { answersUs } from './triage/request.ts';
import { type History, triage } from './triage/triage.ts';
import { readWords } from './triage/words.ts';
import { saidUntil, understand } from './understanding.ts';

/** An edit of a message older than this, of which nothing is known, was never ours. */
const LATE_EDIT = 15 * 60_000;

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
    const more = heardBack ?? asks(message, handbook, saidUntil(conversation));
    if (praises || !more) return { conversation: next, intents: [shown] };
  }
  if (reopened && restedFor(conversation, event.at) > handbook.policy.followUp.reopenWithin) {
    return open(event, handbook, conversation);
  }
  const wronged = angry && !inRecovery(next) ? beginRecovery(next, 'angry words', event.at) : next;
  const gathered = restart(wronged, 'customer-wrote', event.at, handbook, [shown]);
  if (!reopened) return gathered;
  const change: Change = {
    ...gathered,
    facts: [...(gathered.facts ?? []), { type: 'reopened', at: event.at, conversation: next.id }],
  };
  return wronged === next ? change : announceRecovery(change, event.at);
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
function asks(message: Message, handbook: Handbook, history: History = []): boolean {
  return (
    message.files.length > 0 ||
    triage(message.text, handbook, { history }).isRequest ||
    answersUs(readWords(message.text), history)
  );
}

/** @param before the matter that it goes on from, where that has been closed for too long */
function open(event: CustomerWrote, handbook: Handbook, before?: Conversation): Outcome {
  const { message, place } = event;
  if (!before && !asks(message, handbook))
    return { ignored: 'a greeting, thanks or chatter opens nothing' };
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

/** The message as it reads now. What was drafted for the old words is void. */
export function edited(
  conversation: Conversation | undefined,
  event: Edited,
  handbook: Handbook,
): Outcome {
  const message: Message = { ...event.message, editedAt: event.at };
  const known = conversation?.messages.find((m) => m.id === message.id);
  if (!conversation || !known) {
    const late = event.at - message.at > LATE_EDIT;
    if (late)
      return forgotten(conversation, message.id, 'an edit of a message that never was a request');
    return wrote(conversation, { ...event, type: 'customer.wrote', message }, handbook);
  }
  if (known.deleted) {
    if (!event.restored) return { ignored: 'the message was deleted' };
    return restored(
      conversation,
      { ...message, author: known.author, at: known.at },
      event,
      handbook,
    );
  }
  if (event.at < (known.editedAt ?? 0)) return { ignored: 'it was edited again since' };
  if (known.text === message.text) return { ignored: 'the words did not change' };
  const next = withMessages(forgetLessons(conversation, message.id), [
    { ...message, author: known.author, at: known.at, before: known.text },
  ]);
  return changed(conversation, next, message.id, 'customer-edited', event.at, handbook);
}

/** The message is withdrawn, its words forgotten. With none left, so is the request. */
export function deleted(conversation: Conversation, event: Deleted, handbook: Handbook): Outcome {
  const known = conversation.messages.find((m) => m.id === event.message);
  if (!known || known.deleted)
    return forgotten(conversation, event.message, 'not a message of this conversation');
  const { before: _, ...rest } = known;
  const next = withMessages(forgetLessons(conversation, event.message), [
    { ...rest, text: '', files: [], deleted: true },
  ]);
  if (customerMessages(next).length > 0) {
    return changed(conversation, next, event.message, 'customer-deleted', event.at, handbook);
  }
  // What we understood quotes what is gone.
  const withdrawn = withoutDraft(next, 'customer-deleted', event.at);
  const { waitingSince: _waiting, triage: _triage, ...rested } = withdrawn;
  return {
    conversation: { ...rested, status: 'set-aside', timers: {} },
    intents: [
      { type: 'show-message', message: event.message },
      ...draftShown(conversation),
      { type: 'show-card' },
    ],
  };
}

/** A deleted message is back. If it was all there was, so is the request. */
function restored(
  conversation: Conversation,
  message: Message,
  event: Edited,
  handbook: Handbook,
): Outcome {
  const next = withMessages(conversation, [message]);
  const shown: Intent = { type: 'show-message', message: message.id };
  const wasWithdrawn =
    conversation.status === 'set-aside' && customerMessages(conversation).length === 0;
  if (wasWithdrawn) return restart(next, 'customer-edited', event.at, handbook, [shown]);
  return changed(conversation, next, message.id, 'customer-edited', event.at, handbook);
}

/** A message changed: agents see it; a draft made for what it said is replaced where the customer still waits. */
function changed(
  before: Conversation,
  next: Conversation,
  message: string,
  because: VoidReason,
  at: number,
  handbook: Handbook,
): Outcome {
  const shown: Intent = { type: 'show-message', message };
  const waits = before.status === 'waiting' || before.status === 'gathering';
  if (waits) return restart(next, because, at, handbook, [shown]);
  return { conversation: next, intents: [shown, { type: 'show-card' }] };
}

/** The customer waits with something new: the draft is void and the burst begins again. */
function restart(
  conversation: Conversation,
  because: VoidReason,
  at: number,
  handbook: Handbook,
  shown: readonly Intent[],
): Change {
  const stale = draftShown(conversation);
  const gathered = gather(
    understand(withoutDraft(conversation, because, at), handbook, at),
    at,
    handbook,
  );
  return { ...gathered, intents: [...shown, ...stale, ...gathered.intents] };
}

/** A human of the team answered the customer: the draft is withdrawn and the bot is silent from here on. */
export function teamWrote(conversation: Conversation, event: TeamWrote): Outcome {
  const { message } = event;
  if (conversation.messages.some((m) => m.id === message.id)) {
    return { ignored: 'this message is known already' };
  }
  const shown: Intent[] = [
    { type: 'show-message', message: message.id },
    ...draftShown(conversation),
    { type: 'show-card' },
  ];
  const next: Conversation = {
    ...withoutDraft(withMessages(conversation, [message]), 'human-answered', event.at),
    humanSpoke: true,
    timers: {},
  };
  const waits = next.status === 'waiting' || next.status === 'gathering';
  if (!mayAct(message.author)) {
    return { conversation: waits ? { ...next, status: 'waiting' } : next, intents: shown };
  }
  const { waitingSince, ...rested } = next;
  return {
    conversation: {
      ...rested,
      status: waits ? 'answered' : next.status,
      owner: next.owner ?? message.author,
      deeds: [...next.deeds, { at: event.at, by: message.author, did: 'answered-directly' }],
    },
    intents: shown,
    facts:
      waitingSince === undefined
        ? []
        : [
            {
              type: 'answered-directly',
              at: event.at,
              conversation: next.id,
              by: message.author.id,
              after: event.at - waitingSince,
            },
          ],
  };
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

function draftShown(conversation: Conversation): Intent[] {
  const draft = openDraft(conversation);
  return draft ? [{ type: 'show-draft', draft: draft.number }] : [];
}
