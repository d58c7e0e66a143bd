import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../support/conversation.ts';
import { type KeptEffect, slotOf } from '../../support/effects.ts';
import type { Event } from '../../support/events.ts';
import type { Ref } from '../ports.ts';
import { laneOfEffect } from './derived.ts';
import { statementsOf } from './sqlite-file.ts';
import type { Pending, Store } from './store.ts';

/** What waits to be carried out, in the embedded store, and where it was posted. */
export interface SqliteOutbox extends Pick<Store, 'claimEffects' | 'settle' | 'refs' | 'postedAt'> {
  /** Within a write. */
  add(conversation: string, effect: KeptEffect, at: Instant): void;
  /** When to look at the first of it. */
  next(): Instant | undefined;
}

/** @param raise keeps an event within a write, to come in by the front door */
export function openOutbox(
  database: DatabaseSync,
  write: <T>(run: () => T) => Promise<T>,
  raise: (event: Event) => void,
): SqliteOutbox {
  // Whoever held a lease is gone: this process is alone on the file.
  database.exec('UPDATE effect SET look = 0 WHERE look IS NOT NULL AND uncertain = 1;');
  const statement = statementsOf(database);
  const sql = {
    add: statement(
      `INSERT INTO effect (conversation, lane, slot, document, look)
       VALUES (?1, ?2, ?3, ?4, CASE WHEN EXISTS (SELECT 1 FROM effect WHERE lane = ?2) THEN NULL ELSE ?5 END)`,
    ),
    untried: statement('SELECT 1 AS yes FROM effect WHERE lane = ? AND slot = ? AND attempts = 0'),
    // See sqlite.ts of `LIMIT +?`.
    due: statement(
      `SELECT number, conversation, document, attempts + 1 AS attempts, uncertain
       FROM effect WHERE look <= ? ORDER BY look LIMIT +?`,
    ),
    lease: statement(
      'UPDATE effect SET look = ?, attempts = attempts + 1, uncertain = 1 WHERE number = ?',
    ),
    again: statement('UPDATE effect SET look = ?, uncertain = ? WHERE number = ? AND attempts = ?'),
    isOurs: statement('SELECT 1 AS yes FROM effect WHERE number = ? AND attempts = ?'),
    drop: statement('DELETE FROM effect WHERE number = ? RETURNING lane'),
    nextOfLane: statement(
      'UPDATE effect SET look = ? WHERE number = (SELECT min(number) FROM effect WHERE lane = ?) AND look IS NULL',
    ),
    next: statement('SELECT min(look) AS look FROM effect WHERE look IS NOT NULL'),
    saveRef: statement(
      'INSERT OR REPLACE INTO ref (conversation, slot, channel, id) VALUES (?, ?, ?, ?)',
    ),
    refs: statement('SELECT slot, channel, id FROM ref WHERE conversation = ?'),
    postedAt: statement('SELECT conversation FROM ref WHERE channel = ? AND id = ?'),
  };

  /** What was looked up since an effect was last added, claimed or settled. */
  let looked: { readonly next: Instant | undefined } | undefined;
  const next = () => {
    looked ??= { next: sql.next.get<{ look: number | null }>()?.look ?? undefined };
    return looked.next;
  };

  return {
    next,
    add(conversation, effect, at) {
      const lane = laneOfEffect(conversation, effect);
      const slot = slotOf(effect);
      // Showing is idempotent and shows the latest: one that has not begun serves for this one too.
      if (effect.type.startsWith('show-') && sql.untried.get(lane, slot)) return;
      looked = undefined;
      sql.add.run(conversation, lane, slot, JSON.stringify(effect), at);
    },
    async claimEffects(now, lease, limit) {
      // Looking is cheap, claiming is a write.
      if ((next() ?? Number.POSITIVE_INFINITY) > now) return [];
      return write(() => {
        type Row = Omit<Pending, 'effect' | 'uncertain' | 'lease'> & {
          document: string;
          uncertain: number;
        };
        looked = undefined;
        const due = sql.due.all<Row>(now, limit);
        for (const { number } of due) sql.lease.run(lease, number);
        return due.map(({ document, uncertain, ...row }) => ({
          ...row,
          effect: JSON.parse(document) as KeptEffect,
          uncertain: uncertain === 1,
          lease,
        }));
      });
    },
    async settle({ number, conversation, effect, attempts }, settlement, at) {
      await write(() => {
        looked = undefined;
        if (settlement.is === 'again') {
          sql.again.run(settlement.at, settlement.uncertain ? 1 : 0, number, attempts);
          return;
        }
        if (settlement.is === 'given-up' && !sql.isOurs.get(number, attempts)) return;
        const dropped = sql.drop.get<{ lane: string }>(number);
        // Somebody else settled it after our lease had ended.
        if (!dropped) return;
        sql.nextOfLane.run(at, dropped.lane);
        if (settlement.is === 'done' && settlement.ref) {
          sql.saveRef.run(conversation, slotOf(effect), settlement.ref.channel, settlement.ref.id);
        }
        if (settlement.raised) raise(settlement.raised);
      });
    },
    async refs(conversation) {
      type Row = Ref & { slot: string };
      const rows = sql.refs.all<Row>(conversation);
      return new Map(rows.map(({ slot, channel, id }) => [slot, { channel, id }]));
    },
    async postedAt({ channel, id }) {
      return sql.postedAt.get<{ conversation: string }>(channel, id)?.conversation;
    },
  };
}
