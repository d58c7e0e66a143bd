import { type Conversation, customerMessages, type Instant } from './conversation.ts';
import type { Handbook } from './handbook.ts';
import { countReplies } from './human-replies.ts';
import { type Taken, takenBy } from './time/taken.ts';

/** How long a matter took, from its customer's first words until it was resolved, and how many answers of humans. */
export interface Ending extends Taken {
  readonly replies: number;
}

/**
 * The matter's ending, where it is resolved at this instant. Nothing of it where a low rating is made up for: the matter had ended
 * before, and what came then is a recovery.
 */
export function endingOf(
  conversation: Conversation,
  at: Instant,
  handbook: Handbook,
): Ending | Readonly<Record<never, never>> {
  const { recovery, openedAt } = conversation;
  if (recovery?.because === 'low rating' && !recovery.settled) return {};
  const since = Math.min(openedAt, customerMessages(conversation)[0]?.at ?? openedAt);
  return { ...takenBy(conversation, since, at, handbook), replies: countReplies(conversation) };
}
