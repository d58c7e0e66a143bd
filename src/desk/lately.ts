import type { Conversation, Instant } from '../support/conversation.ts';
import type { Event, TimerFired } from '../support/events.ts';
import { type Lately, latelyOf } from '../support/time/follow-up/lately.ts';
import type { Claim, Store } from './store/store.ts';

/**
 * So many of a customer's conversations are looked at, the newest first. Where they asked for quiet in one of them, every further
 * one that would have spoken keeps it too, so that it is not forgotten with the old ones.
 */
const MOST_CONVERSATIONS = 100;

/** What a customer heard unasked, and who spoke last: if somebody speaks meanwhile, it must be looked at anew. */
export interface Heard {
  readonly lately: Lately;
  readonly key: string;
  readonly last: string | undefined;
}

/** Looks at all conversations of a customer, where one of them may speak to them unasked. */
export async function lookLately(
  store: Store,
  event: TimerFired,
  conversation: Conversation | undefined,
  at: Instant,
): Promise<Heard | undefined> {
  const speaks = event.name === 'follow-up' || event.name === 'survey';
  if (!speaks || !conversation) return undefined;
  const { platform, workspace } = conversation.place;
  const { id } = conversation.customer;
  const key = `nudged/${platform}/${workspace}/${id}`;
  const last = (await store.named([key])).get(key);
  const theirs = await store.ofCustomer(platform, workspace, id, MOST_CONVERSATIONS);
  return { lately: latelyOf(theirs, at), key, last };
}

/** Two conversations that speak at once: one of them is decided again, and knows of the other. */
export function claimSpeaking({ key, last }: Heard, { id }: Event): Claim {
  return { key, was: last, now: id };
}
