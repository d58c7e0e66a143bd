import type { Conversation, Platform } from './conversation.ts';
import type { Person } from './roles.ts';

/**
 * The conversation that somebody most likely means who names none: of those they took over the one that the customer
 * wrote in last, else that of all that wait.
 */
export function likelyMeant(
  waiting: readonly Conversation[],
  person: Person,
  platform: Platform,
): Conversation | undefined {
  const here = waiting.filter(({ place }) => place.platform === platform);
  const theirs = here.filter(({ owner }) => owner?.id === person.id);
  return newest(theirs) ?? newest(here);
}

function newest(conversations: readonly Conversation[]): Conversation | undefined {
  return conversations.toSorted((a, b) => b.lastCustomerAt - a.lastCustomerAt)[0];
}
