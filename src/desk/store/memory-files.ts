import type { Conversation, Instant, Platform } from '../../support/conversation.ts';
import { AT_EASE, placesOf } from './derived.ts';
import { type Ordered, ordered } from './ordered.ts';
import { type Load, ownerKey } from './store.ts';

/** Conversations in memory, and the lists in which they are found. */
export interface MemoryFiles {
  find(id: string): Conversation | undefined;
  /** It is now as it stands here. */
  file(conversation: Conversation, at: Instant): void;
  /** A list that `placesOf` names, the lowest first, or down to and with `since` the highest first. */
  list(name: string, limit: number): Conversation[];
  latest(name: string, since: number, limit: number): Conversation[];
  /** This person was given a conversation. */
  given(platform: Platform, person: string, at: Instant): void;
  loads(platform: Platform): Load[];
}

interface Filed {
  /** Counted from the first that was opened. */
  readonly number: number;
  readonly conversation: Conversation;
  readonly places: ReadonlyMap<string, number>;
}

export function createFiles(): MemoryFiles {
  const files = new Map<string, Filed>();
  const lists = new Map<string, Ordered<string>>();
  /** Who ever owned something, by platform, and when they were last given one, if ever. */
  const people = new Map<Platform, Map<string, Instant | undefined>>();

  const peopleOf = (platform: Platform) => {
    const known = people.get(platform) ?? new Map<string, Instant | undefined>();
    people.set(platform, known);
    return known;
  };
  const listOf = (name: string) => {
    const list = lists.get(name) ?? ordered((id: string) => files.get(id)!.number);
    lists.set(name, list);
    return list;
  };
  const read = (ids: readonly string[] = []) => ids.map((id) => files.get(id)!.conversation);

  return {
    find: (id) => files.get(id)?.conversation,
    file(conversation, at) {
      const { id, place, owner } = conversation;
      const was = files.get(id);
      const places = placesOf(conversation, at);
      files.set(id, { number: was?.number ?? files.size, conversation, places });
      for (const name of was?.places.keys() ?? []) if (!places.has(name)) lists.get(name)?.take(id);
      for (const [name, score] of places) listOf(name).put(id, score);
      const known = owner && ownerKey(conversation) !== null && peopleOf(place.platform);
      if (known && !known.has(owner.id)) known.set(owner.id, undefined);
    },
    list: (name, limit) => read(lists.get(name)?.until(Number.POSITIVE_INFINITY, limit)),
    latest: (name, since, limit) => read(lists.get(name)?.since(since, limit)),
    given(platform, person, at) {
      const known = peopleOf(platform);
      known.set(person, Math.max(at, known.get(person) ?? at));
    },
    loads: (platform) =>
      [...peopleOf(platform)].flatMap(([person, assignedAt]) => {
        const owned = lists.get(`owner:${platform}/${person}`);
        if (!owned?.size && assignedAt === undefined) return [];
        const given = assignedAt === undefined ? {} : { assignedAt };
        return [{ person, open: owned?.below(AT_EASE) ?? 0, ...given }];
      }),
  };
}
