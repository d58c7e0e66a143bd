import type { Instant } from '../../support/conversation.ts';
import { ordered } from './ordered.ts';
import type { DueTimer } from './store.ts';

/** Timers in memory. */
export interface MemoryTimers {
  readonly size: number;
  /** Of one name a conversation has one. */
  set(timer: DueTimer): void;
  drop(timer: DueTimer): void;
  stands(timer: DueTimer): boolean;
  /** See `Store.claimTimers`. */
  claim(now: Instant, lease: Instant, limit: number): DueTimer[];
  /** When the first is due that nobody looks at, or the first look ends. */
  next(): Instant | undefined;
}

export function createTimers(): MemoryTimers {
  const nameOf = ({ conversation, name }: DueTimer) => `${conversation}\n${name}`;
  const standing = new Map<string, DueTimer>();
  const looks = ordered(nameOf);
  const find = (timer: DueTimer) => {
    const found = standing.get(nameOf(timer));
    return found?.due === timer.due ? found : undefined;
  };
  return {
    get size() {
      return standing.size;
    },
    set(timer) {
      standing.set(nameOf(timer), timer);
      looks.put(timer, timer.due);
    },
    drop(timer) {
      const found = find(timer);
      if (!found) return;
      standing.delete(nameOf(timer));
      looks.take(found);
    },
    stands: (timer) => find(timer) !== undefined,
    claim(now, lease, limit) {
      const claimed = looks.until(now, limit);
      for (const timer of claimed) looks.put(timer, lease);
      return claimed;
    },
    next: looks.first,
  };
}
