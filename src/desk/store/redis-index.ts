import type { Conversation, Instant } from '../../support/conversation.ts';
import { placesOf } from './derived.ts';
import type { KeyOf } from './redis-keys.ts';
import { ownerKey } from './store.ts';

/** The commands that keep the lists true after a decision. */
export function indexed(
  before: Conversation | undefined,
  next: Conversation,
  at: Instant,
  key: KeyOf,
): string[][] {
  // When it was touched before does not matter: it is touched now.
  const was = before ? placesOf(before, Number.NaN) : new Map<string, number>();
  const is = placesOf(next, at);
  const owner = ownerKey(next);
  const { platform } = next.place;
  const left = [...was.keys()].filter((list) => !is.has(list));
  const found = [...is].filter(([list, score]) => was.get(list) !== score);
  return [
    ...left.map((list) => ['ZREM', key(list), next.id]),
    ...found.map(([list, score]) => ['ZADD', key(list), String(score), next.id]),
    ...(owner === null || (before && ownerKey(before) === owner)
      ? []
      : [['ZADD', key(`people:${platform}`), 'GT', '0', owner.slice(platform.length + 1)]]),
  ];
}
