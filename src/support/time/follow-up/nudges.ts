import type { Conversation } from '../../conversation.ts';

/** Where the customer lives, as they last wrote from there; undefined where nobody knows. */
export function zoneOf({ messages, customer }: Conversation): string | undefined {
  const theirs = messages.findLast(({ author }) => author.id === customer.id && author.zone);
  return theirs?.author.zone ?? customer.zone;
}
