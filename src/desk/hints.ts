import type { Handbook } from '../support/handbook.ts';
import { remarksOnReply } from '../support/reply/remarks.ts';
import type { Desk, Log } from './ports.ts';
import type { Store } from './store/store.ts';

/** Hints on what agents write themselves, and who wants none of them. */
export function createHints(parts: {
  readonly store: Store;
  readonly handbook: Handbook;
  readonly log: Log;
}): Pick<Desk, 'hintsOn' | 'wantsHints'> {
  const { store, handbook, log } = parts;
  const without = store.shelf<true>('without-hints');
  return {
    async hintsOn({ conversation: id, draft }, reply, { id: agent }) {
      try {
        const conversation = await store.conversation(id);
        if (conversation === undefined) return [];
        if (await without.get(`${conversation.place.platform}:${agent}`)) return [];
        return remarksOnReply(conversation, draft, reply, handbook);
      } catch (err) {
        log.warn({ err, conversation: id }, 'a reply was sent without looking for hints');
        return [];
      }
    },
    async wantsHints(platform, { id }, wanted) {
      const key = `${platform}:${id}`;
      await (wanted ? without.delete(key) : without.set(key, true));
    },
  };
}
