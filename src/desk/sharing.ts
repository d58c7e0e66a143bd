import type { Desk } from './ports.ts';
import type { Store } from './store/store.ts';

const MINUTE = 60_000;
/** For so long a report that was shared from a message is known to have been, and the same words of anybody's. */
const KNOWN = 24 * 60 * MINUTE;
const LATELY = 5 * MINUTE;

/** Who shares a report first: a second press, and a second lead with the same report in hand, share nothing. */
export function createSharing(store: Pick<Store, 'shelf'>): Pick<Desk, 'shareOnce'> {
  const shared = store.shelf<true>('shared-reports');
  return {
    async shareOnce({ platform, message, words }, share) {
      const said = words.toLowerCase().split(/\s+/).filter(Boolean).join(' ');
      const taken: string[] = [];
      const release = async () => {
        for (const key of taken) await shared.delete(key);
      };
      try {
        for (const [key, ttl] of [
          [`${platform}/of/${message}`, KNOWN],
          [`${platform}/as/${said}`, LATELY],
        ] as const) {
          if (!(await shared.putIfAbsent(key, true, ttl))) return undefined;
          taken.push(key);
        }
        const done = await share();
        if (typeof done === 'object' && done !== null && 'problem' in done) await release();
        return done;
      } catch (error) {
        await release();
        throw error;
      }
    },
  };
}
