import { type Conversation, customerMessages, type Instant } from './conversation.ts';
import { mayAct } from './roles.ts';

/**
 * Which answer of a human of the team it was: the first that the customer got here, one to what they wrote afterwards, or a further
 * word while they did not wait for any.
 */
export type Nth = 'first' | 'next' | 'further';

/** Whoever writes again within so many milliseconds is still saying the same thing. */
const SAME_BREATH = 60_000;

/**
 * Which answer this is going to be.
 * @param waitingSince when the customer wrote what it answers; undefined where they do not wait
 */
export function nthReply(conversation: Conversation, waitingSince: Instant | undefined): Nth {
  if (waitingSince === undefined) return 'further';
  return repliedAt(conversation, ['sent']).length === 0 ? 'first' : 'next';
}

/**
 * How many answers the customer has had from humans of the team, those on their way among them. Lines that follow each other within a
 * minute, with no word of the customer between, are one.
 */
export function countReplies(conversation: Conversation): number {
  const asked = customerMessages(conversation).map(({ at }) => at);
  const replied = repliedAt(conversation, ['sent', 'approved']);
  return replied.filter((at, i) => {
    const before = replied[i - 1];
    if (before === undefined || at - before > SAME_BREATH) return true;
    return asked.some((wrote) => wrote > before && wrote < at);
  }).length;
}

/** When humans of the team answered, in the order of time; of drafts, those in one of these states. */
function repliedAt(
  { messages, drafts }: Conversation,
  states: readonly ('sent' | 'approved')[],
): Instant[] {
  const spoken = messages.flatMap(({ author, at }) => (mayAct(author) ? [at] : []));
  const sent = drafts.flatMap(({ state }) =>
    (state.is === 'sent' || state.is === 'approved') && states.includes(state.is)
      ? mayAct(state.by)
        ? [state.at]
        : []
      : [],
  );
  return [...spoken, ...sent].toSorted((a, b) => a - b);
}
