import type { Instant } from '../../support/conversation.ts';
import type { Aside } from '../../support/grouping/stream.ts';
import { type Ordered, ordered } from './ordered.ts';
import type { Commit } from './store.ts';

/** What was said beside conversations, in memory. */
export interface MemoryAsides {
  /** As it reads now, or forgotten. */
  hear(overheard: NonNullable<Commit['overheard']>): void;
  /** See `Store.asides`. */
  since(channel: string, since: Instant, limit: number): Aside[];
  forget(before: Instant): void;
}

export function createAsides(): MemoryAsides {
  const heard = new Map<string, { readonly channel: string; readonly aside: Aside }>();
  /** Of each channel the keys. */
  const channels = new Map<string, Ordered<string>>();
  const forget = (key: string) => {
    channels.get(heard.get(key)?.channel ?? '')?.take(key);
    heard.delete(key);
  };
  return {
    hear({ channel, key, aside }) {
      forget(key);
      if (!aside) return;
      const keys = channels.get(channel) ?? ordered((one: string) => one);
      channels.set(channel, keys);
      heard.set(key, { channel, aside });
      keys.put(key, aside.message.at);
    },
    since: (channel, since, limit) =>
      channels
        .get(channel)
        ?.since(since, limit)
        .map((key) => heard.get(key)!.aside) ?? [],
    forget(before) {
      for (const [key, { aside }] of heard) if (aside.message.at < before) forget(key);
    },
  };
}
