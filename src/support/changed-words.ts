import {
  type Conversation,
  customerMessages,
  type Message,
  type VoidReason,
  withMessages,
  withoutDraft,
} from './conversation.ts';
import { wrote } from './customer.ts';
import type { Outcome } from './decide.ts';
import { draftShown, restart } from './drafting.ts';
import type { Intent } from './effects.ts';
import type { Deleted, Edited } from './events.ts';
import type { Handbook } from './handbook.ts';
import { forgetLessons, forgotten } from './lessons.ts';

/** An edit of a message older than this, of which nothing is known, was never ours. */
const LATE_EDIT = 15 * 60_000;

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
