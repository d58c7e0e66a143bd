import type { Conversation, Draft, VoidReason } from './conversation.ts';
import type { Pressed } from './events.ts';

/** Why a draft is void, as a card says it. */
export function sayVoid(because: VoidReason, customer: string): string {
  const who = customer || 'The customer';
  switch (because) {
    case 'customer-wrote':
      return `${who} wrote again before this was sent.`;
    case 'customer-edited':
      return `${who} changed their message.`;
    case 'customer-deleted':
      return `${who} deleted their message.`;
    case 'human-answered':
      return 'Somebody of the team answered the customer directly.';
    case 'replaced':
      return 'Replaced by a newer draft.';
    case 'not-a-request':
      return 'Marked as not a request.';
    case 'resolved':
      return 'The conversation was resolved.';
    case 'moved':
      return 'The messages it answers were moved.';
    default:
      return because satisfies never;
  }
}

/** Whether a draft that failed may be in the customer's hands all the same. */
export function sayFailed({ uncertain }: { readonly uncertain?: true }): string {
  return uncertain ? 'It may or may not have been delivered' : 'Not delivered';
}

/**
 * Why a press sent nothing, to the one who pressed. An agent's own words are given back: nobody types twice.
 */
export function whyNotSent(
  conversation: Conversation,
  drafted: Draft | undefined,
  event: Pressed,
): string {
  const yours =
    event.button === 'edit' && event.text?.trim() ? `\nYour text:\n${event.text.trim()}` : '';
  if (!drafted) return `There is no such draft. Nothing was sent.${yours}`;
  const { state } = drafted;
  switch (state.is) {
    case 'approved':
    case 'sent': {
      const who = state.by.id === event.actor.id ? 'You' : state.by.name || 'Somebody else';
      return `${who} already sent this reply. Nothing was sent twice.${yours}`;
    }
    case 'void': {
      const newer =
        (conversation.drafts.at(-1)?.number ?? 0) > drafted.number
          ? ' A newer draft is below.'
          : '';
      return `${sayVoid(state.because, conversation.customer.name)} Nothing was sent.${newer}${yours}`;
    }
    case 'open':
    case 'failed':
      return `A newer draft is below. Nothing was sent.${yours}`;
    default:
      return state satisfies never;
  }
}
