import type { Instant } from '../support/conversation.ts';
import type { Clock } from './clock.ts';

/** Milliseconds for which everybody in a lane waits because a platform does not say who one of them is. */
const PATIENCE = 10 * 60_000;
/** So many are remembered, those asked for last. */
const MOST = 1_000;

/** About whom a platform could not be asked, and since when. */
export interface Doubts {
  /** Asked in vain. Whether that is so for long, while others were answered: then nobody waits for it any more. */
  remain(key: string): boolean;
  /** The platform has answered. */
  end(key: string): void;
}

/** Where a platform is away, whoever wrote is waited for; where it never tells of one person, the others must not wait for that. */
export function createDoubts(clock: Clock): Doubts {
  const since = new Map<string, Instant>();
  let answered = Number.NEGATIVE_INFINITY;
  return {
    remain(key) {
      const first = since.get(key) ?? clock.now();
      since.delete(key);
      since.set(key, first);
      if (since.size > MOST) since.delete(since.keys().next().value!);
      return clock.now() - first >= PATIENCE && answered > first;
    },
    end(key) {
      since.delete(key);
      answered = clock.now();
    },
  };
}
