import type { Conversation, Instant } from '../../conversation.ts';

/** What a customer heard from the desk unasked, over all their conversations. */
export interface Lately {
  /** In one of them they asked us not to. */
  readonly quiet?: true;
  /** When they were last asked how it was. */
  readonly surveyed?: Instant;
}

/** @param conversations the customer's */
export function latelyOf(conversations: readonly Pick<Conversation, 'survey'>[]): Lately {
  const asked = conversations.flatMap(({ survey }) => survey?.asked?.at ?? []);
  return asked.length === 0 ? {} : { surveyed: Math.max(...asked) };
}
