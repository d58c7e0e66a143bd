import type { Conversation, Instant } from '../../support/conversation.ts';
import { channelKey } from '../../support/grouping.ts';
import type { KeyOf } from './redis-keys.ts';
import { customerKey, ownerKey } from './store.ts';

/** Of an owner's conversations, those in which nobody waits lie beyond this: no instant is as late. */
export const AT_EASE = 4e15;

/** In which lists a conversation is found, and where in each. */
function placesOf(conversation: Conversation, touched: Instant, key: KeyOf): Map<string, number> {
  const { place, customer, openedAt, waitingSince } = conversation;
  const owner = ownerKey(conversation);
  return new Map([
    [key(`customer:${customerKey(place.platform, place.workspace, customer.id)}`), openedAt],
    [key(`channel:${channelKey(place)}`), touched],
    ...(waitingSince === undefined ? [] : [[key('waiting'), waitingSince] as const]),
    ...(owner === null
      ? []
      : [[key(`owner:${owner}`), waitingSince ?? AT_EASE + openedAt] as const]),
  ]);
}

/** The commands that keep the lists true after a decision. */
export function indexed(
  before: Conversation | undefined,
  next: Conversation,
  at: Instant,
  key: KeyOf,
): string[][] {
  // When it was touched before does not matter: it is touched now.
  const was = before ? placesOf(before, Number.NaN, key) : new Map<string, number>();
  const is = placesOf(next, at, key);
  const owner = ownerKey(next);
  const { platform } = next.place;
  const left = [...was.keys()].filter((list) => !is.has(list));
  const found = [...is].filter(([list, score]) => was.get(list) !== score);
  return [
    ...left.map((list) => ['ZREM', list, next.id]),
    ...found.map(([list, score]) => ['ZADD', list, String(score), next.id]),
    ...(owner === null || (before && ownerKey(before) === owner)
      ? []
      : [['ZADD', key(`people:${platform}`), 'GT', '0', owner.slice(platform.length + 1)]]),
  ];
}
