import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../support/conversation.ts';
import type { DueTimer } from './store.ts';

/**
 * The timers of the embedded store, in the order of their time and nothing else: a million of them are one tree on the disk.
 * Who looks at one just now is known in memory alone, since nobody but this process has the file, so that looking writes
 * nothing.
 */
export interface SqliteTimers {
  set(timer: DueTimer): void;
  drop(timer: DueTimer): void;
  stands(timer: DueTimer): boolean;
  /** See `Store.claimTimers`. */
  claim(now: Instant, lease: Instant, limit: number): DueTimer[];
  /** When the first is due that nobody looks at, or the first look ends. */
  next(): Instant | undefined;
}

export function openTimers(database: DatabaseSync): SqliteTimers {
  const sql = {
    set: database.prepare(
      'INSERT OR REPLACE INTO timer (due, conversation, name) VALUES (?, ?, ?)',
    ),
    drop: database.prepare('DELETE FROM timer WHERE due = ? AND conversation = ? AND name = ?'),
    stands: database.prepare(
      'SELECT 1 AS yes FROM timer WHERE due = ? AND conversation = ? AND name = ?',
    ),
    first: database.prepare('SELECT min(due) AS due FROM timer'),
    earliest: database.prepare(
      'SELECT conversation, name, due FROM timer WHERE due <= ? ORDER BY due, conversation, name',
    ),
  };
  /** What was looked up since a timer was last set or dropped. */
  let known: { readonly first: Instant | undefined } | undefined;
  const first = () => {
    known ??= { first: (sql.first.get() as { due: Instant | null }).due ?? undefined };
    return known.first;
  };

  /** Until when somebody looks, by timer. */
  const leases = new Map<string, Instant>();

  const keyOf = ({ conversation, name, due }: DueTimer) => `${due}/${name}/${conversation}`;
  const earliest = (until: Instant) => sql.earliest.iterate(until) as Iterable<unknown>;

  return {
    set({ conversation, name, due }) {
      known = undefined;
      sql.set.run(due, conversation, name);
    },
    drop(timer) {
      known = undefined;
      leases.delete(keyOf(timer));
      sql.drop.run(timer.due, timer.conversation, timer.name);
    },
    stands: ({ due, conversation, name }) => sql.stands.get(due, conversation, name) !== undefined,
    claim(now, lease, limit) {
      const claimed: DueTimer[] = [];
      if ((first() ?? Number.POSITIVE_INFINITY) > now) return claimed;
      for (const row of earliest(now)) {
        if (claimed.length === limit) break;
        const timer = { ...(row as DueTimer) };
        const key = keyOf(timer);
        if ((leases.get(key) ?? now) > now) continue;
        leases.set(key, lease);
        claimed.push(timer);
      }
      return claimed;
    },
    next() {
      if (leases.size === 0) return first();
      let next = Number.POSITIVE_INFINITY;
      for (const end of leases.values()) next = Math.min(next, end);
      for (const row of earliest(Number.MAX_SAFE_INTEGER)) {
        const timer = row as DueTimer;
        if (leases.has(keyOf(timer))) continue;
        next = Math.min(next, timer.due);
        break;
      }
      return Number.isFinite(next) ? next : undefined;
    },
  };
}
