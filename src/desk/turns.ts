import type { Conversation } from '../support/conversation.ts';
import type { Event } from '../support/events.ts';
import type { Fact } from '../support/facts.ts';
import { looksAtOwner } from '../support/ownership/keeping.ts';
import type { Claim, Store } from './store/store.ts';

/** Who was last given something on this platform, as an event: whoever is chosen next depends on it. */
export interface Turn {
  readonly key: string;
  readonly last: string | undefined;
}

/** Looked up before the choice, where this event may make one. */
export async function lookAtTurn(
  store: Store,
  event: Event,
  conversation: Conversation | undefined,
): Promise<Turn | undefined> {
  if (!conversation || !looksAtOwner(event)) return undefined;
  const key = `turn/${conversation.place.platform}`;
  return { key, last: (await store.named([key])).get(key) };
}

/** Two desks that choose at once: one of them chooses again, and knows of the other's choice. */
export function claimTurn(
  turn: Turn | undefined,
  event: Event,
  facts: readonly Fact[],
): readonly Claim[] {
  if (!turn || !facts.some(({ type }) => type === 'assigned')) return [];
  return [{ key: turn.key, was: turn.last, now: event.id }];
}
