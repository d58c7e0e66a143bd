import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../support/conversation.ts';
import type { Kept } from './store.ts';

/**
 * Deliveries of the embedded store. In which lanes some wait, and who has them, is known in memory, since nobody but this process
 * has the file: looking writes nothing.
 */
export interface SqliteInbox {
  /** Within a write. One whose id is known already is absorbed. */
  keep(delivery: Omit<Kept, 'number' | 'attempts'>): void;
  waits(delivery: Kept): boolean;
  /** Nobody else has taken it up since. */
  isOurs(delivery: Kept): boolean;
  /** Within a write. Its lane is free again, also where the write fails: the delivery is taken up anew then. */
  settle(delivery: Kept, as: 'settled' | 'dead'): void;
  /** See `Store.claimDeliveries`. */
  claim(now: Instant, lease: Instant, limit: number): Kept[];
  /** See `Store.postpone`. */
  postpone(delivery: Kept, until: Instant): void;
}

/** A lane in which something waits. */
interface Lane {
  /** When to look at it. */
  look: Instant;
  /** What was taken up last, and how often. */
  head: number;
  attempts: number;
}

export function openInbox(database: DatabaseSync): SqliteInbox {
  const sql = {
    keep: database.prepare(
      'INSERT OR IGNORE INTO inbox (id, platform, lane, body, at) VALUES (?, ?, ?, ?, ?)',
    ),
    waits: database.prepare('SELECT 1 AS yes FROM inbox WHERE number = ? AND state = 0'),
    settled: database.prepare(
      'UPDATE inbox SET state = 1, body = NULL WHERE number = ? AND state = 0',
    ),
    dead: database.prepare('UPDATE inbox SET state = 2 WHERE number = ? AND state = 0'),
    lanes: database.prepare(
      'SELECT lane FROM inbox WHERE state = 0 GROUP BY lane ORDER BY min(number)',
    ),
    head: database.prepare(
      'SELECT number, id, platform, lane, body FROM inbox WHERE lane = ? AND state = 0 ORDER BY number LIMIT 1',
    ),
  };
  const lanes = new Map<string, Lane>();
  const free = (): Lane => ({ look: Number.NEGATIVE_INFINITY, head: 0, attempts: 0 });
  for (const { lane } of sql.lanes.iterate() as Iterable<{ lane: string }>) lanes.set(lane, free());

  const isOurs = ({ lane, number, attempts }: Kept) => {
    const found = lanes.get(lane);
    return found?.head === number && found.attempts === attempts;
  };

  return {
    isOurs,
    keep({ id, platform, lane, body }) {
      const { changes } = sql.keep.run(id, platform, lane, body, Date.now());
      if (changes && !lanes.has(lane)) lanes.set(lane, free());
    },
    waits: ({ number }) => sql.waits.get(number) !== undefined,
    settle({ lane, number }, as) {
      if (sql[as].run(number).changes === 0) return;
      lanes.delete(lane);
      // Behind the others. Whether anything waits there is seen when it is looked at.
      lanes.set(lane, free());
    },
    claim(now, lease, limit) {
      const claimed: Kept[] = [];
      for (const [name, lane] of lanes) {
        if (claimed.length === limit) break;
        if (lane.look > now) continue;
        const head = sql.head.get(name) as Omit<Kept, 'attempts'> | undefined;
        if (!head) {
          lanes.delete(name);
          continue;
        }
        const attempts = lane.head === head.number ? lane.attempts + 1 : 1;
        lanes.set(name, { look: lease, head: head.number, attempts });
        claimed.push({ ...head, attempts });
      }
      return claimed;
    },
    postpone(delivery, until) {
      if (isOurs(delivery)) lanes.get(delivery.lane)!.look = until;
    },
  };
}
