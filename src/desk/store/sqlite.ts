import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Conversation } from '../../support/conversation.ts';
import { type KeptEffect, slotOf } from '../../support/effects.ts';
import type { Event } from '../../support/events.ts';
import type { Aside } from '../../support/grouping/stream.ts';
import { channelKey } from '../../support/grouping.ts';
import type { KeptLesson } from '../../support/lessons.ts';
import type { Round } from '../../support/rounds/round.ts';
import { leaseOf } from '../lease.ts';
import type { Ref } from '../ports.ts';
import { changedTimers, keptLessons, laneOfEffect } from './derived.ts';
import { groupCommit } from './group-commit.ts';
import { createLimits } from './limits.ts';
import { readBefore, type Version } from './read-before.ts';
import { FORMAT, MIGRATIONS, SCHEMA } from './schema.ts';
import { openInbox } from './sqlite-inbox.ts';
import { openLedger } from './sqlite-ledger.ts';
import { openShelf } from './sqlite-shelf.ts';
import { openTimers } from './sqlite-timers.ts';
import {
  type Commit,
  customerKey,
  ownerKey,
  type Pending,
  raisedDelivery,
  type Store,
} from './store.ts';

/** Somebody else has the store open. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

/**
 * The embedded store: one SQLite file (or `:memory:`), one process, in WAL. What was acknowledged survives kill -9; with
 * `powerCuts` a power cut too, at the price of a flush to the disk for each write.
 * @throws StoreInUse when another process has the file open, Error when the file cannot be read or is of a newer format.
 */
export function openSqlite(file: string, options: { powerCuts?: boolean } = {}): Store {
  const lock = file === ':memory:' ? undefined : takeLock(file);
  const database = new DatabaseSync(file);
  // The timeout is for whoever looks into the file or backs it up meanwhile.
  database.exec('PRAGMA busy_timeout = 500; PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;');
  database.exec(`PRAGMA synchronous = ${options.powerCuts ? 'FULL' : 'NORMAL'};`);
  const { user_version } = database.prepare('PRAGMA user_version').get() as {
    user_version: number;
  };
  if (user_version > FORMAT) {
    throw new Error(
      `${file} was written by a newer Warmline (format ${user_version}). Upgrade, or use another file.`,
    );
  }
  const older = Array.from({ length: FORMAT }, (_, format) => format).slice(user_version || FORMAT);
  const migrations = older.map((format) => MIGRATIONS[format] ?? '').join('');
  database.exec(`BEGIN; ${migrations} ${SCHEMA} PRAGMA user_version = ${FORMAT}; COMMIT;`);
  // Whoever held a lease is gone: this process is alone on the file.
  database.exec('UPDATE effect SET look = 0 WHERE look IS NOT NULL AND uncertain = 1;');

  const write = groupCommit(database);
  const statement = (text: string) => {
    const prepared = database.prepare(text);
    return {
      run: (...values: SQLInputValue[]) => prepared.run(...values),
      get: <T>(...values: SQLInputValue[]) => prepared.get(...values) as T | undefined,
      all: <T>(...values: SQLInputValue[]) => prepared.all(...values) as T[],
    };
  };
  // `LIMIT ?` has SQLite plan a statement anew each time it runs, in case the number matters; of `LIMIT +?` it knows that it does not.
  const sql = {
    document: statement('SELECT document FROM conversation WHERE id = ?'),
    version: statement('SELECT id, version FROM conversation WHERE id = ?'),
    saveConversation: statement(
      // Not OR REPLACE, which would write every index anew.
      `INSERT INTO conversation (id, version, customer, channel, opened, touched, waiting, owner, document)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, customer = excluded.customer,
         channel = excluded.channel, opened = excluded.opened, touched = excluded.touched,
         waiting = excluded.waiting, owner = excluded.owner, document = excluded.document`,
    ),
    round: statement('SELECT document FROM round WHERE id = ?'),
    saveRound: statement('INSERT OR REPLACE INTO round (id, document) VALUES (?, ?)'),
    waiting: statement(
      'SELECT id, version FROM conversation WHERE waiting IS NOT NULL ORDER BY waiting LIMIT +?',
    ),
    ofCustomer: statement(
      'SELECT id, version FROM conversation WHERE customer = ? ORDER BY opened DESC LIMIT +?',
    ),
    ofOwner: statement(
      'SELECT id, version FROM conversation WHERE owner = ? ORDER BY waiting IS NULL, waiting, opened LIMIT +?',
    ),
    // Platforms are words of letters: what begins with one and a slash lies between it and the next sign.
    loads: statement(
      `SELECT person, max(open) AS open, max(at) AS at FROM (
         SELECT owner AS person, count(waiting) AS open, NULL AS at FROM conversation
           WHERE owner > ?1 || '/' AND owner < ?1 || '0' GROUP BY owner
         UNION ALL SELECT person, 0, at FROM turn WHERE person > ?1 || '/' AND person < ?1 || '0')
       GROUP BY person`,
    ),
    takeTurn: statement(
      'INSERT INTO turn (person, at) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET at = max(at, excluded.at)',
    ),
    ofChannel: statement(
      'SELECT id, version FROM conversation WHERE channel = ? AND touched >= ? ORDER BY touched DESC LIMIT +?',
    ),
    asides: statement(
      'SELECT document FROM aside WHERE channel = ? AND at >= ? ORDER BY at DESC LIMIT +?',
    ),
    keepAside: statement(
      'INSERT OR REPLACE INTO aside (key, channel, at, document) VALUES (?, ?, ?, ?)',
    ),
    dropAside: statement('DELETE FROM aside WHERE key = ?'),
    named: statement('SELECT conversation FROM name WHERE key = ?'),
    claim: statement('INSERT OR REPLACE INTO name (key, conversation) VALUES (?, ?)'),
    decided: statement('SELECT 1 AS yes FROM decided WHERE event = ?'),
    decide: statement('INSERT INTO decided (event, at) VALUES (?, ?)'),
    addEffect: statement(
      `INSERT INTO effect (conversation, lane, slot, document, look)
       VALUES (?1, ?2, ?3, ?4, CASE WHEN EXISTS (SELECT 1 FROM effect WHERE lane = ?2) THEN NULL ELSE ?5 END)`,
    ),
    untried: statement('SELECT 1 AS yes FROM effect WHERE lane = ? AND slot = ? AND attempts = 0'),
    dueEffects: statement(
      `SELECT number, conversation, document, attempts + 1 AS attempts, uncertain
       FROM effect WHERE look <= ? ORDER BY look LIMIT +?`,
    ),
    leaseEffect: statement(
      'UPDATE effect SET look = ?, attempts = attempts + 1, uncertain = 1 WHERE number = ?',
    ),
    again: statement('UPDATE effect SET look = ?, uncertain = ? WHERE number = ? AND attempts = ?'),
    isOurs: statement('SELECT 1 AS yes FROM effect WHERE number = ? AND attempts = ?'),
    dropEffect: statement('DELETE FROM effect WHERE number = ? RETURNING lane'),
    nextOfLane: statement(
      'UPDATE effect SET look = ? WHERE number = (SELECT min(number) FROM effect WHERE lane = ?) AND look IS NULL',
    ),
    saveRef: statement(
      'INSERT OR REPLACE INTO ref (conversation, slot, channel, id) VALUES (?, ?, ?, ?)',
    ),
    refs: statement('SELECT slot, channel, id FROM ref WHERE conversation = ?'),
    postedAt: statement('SELECT conversation FROM ref WHERE channel = ? AND id = ?'),
    dropLessons: statement('DELETE FROM lesson WHERE conversation = ?'),
    saveLesson: statement(
      'INSERT OR REPLACE INTO lesson (id, conversation, state, at, document) VALUES (?, ?, ?, ?, ?)',
    ),
    lessons: statement('SELECT document FROM lesson ORDER BY at, id'),
    nextEffect: statement('SELECT min(look) AS look FROM effect WHERE look IS NOT NULL'),
    depth: statement(
      `SELECT (SELECT count(*) FROM inbox WHERE state = 0) AS inbox,
              (SELECT count(*) FROM effect) AS effects, (SELECT count(*) FROM timer) AS timers`,
    ),
    pruneInbox: statement('DELETE FROM inbox WHERE state = 1 AND at < ?'),
    pruneDecided: statement('DELETE FROM decided WHERE at < ?'),
    pruneAsides: statement('DELETE FROM aside WHERE at < ?'),
    pruneShelf: statement('DELETE FROM shelf WHERE expires < ?'),
  };

  const inbox = openInbox(database);
  const timers = openTimers(database);
  const { add: addFact, stop: stopLedger, ...ledger } = openLedger(database, write, file);
  const read = readBefore((id) => sql.document.get<{ document: string }>(id)!.document);
  const raise = (event: Event) => inbox.keep(raisedDelivery(event));

  const commit = (c: Commit, document?: string): 'kept' | 'decided' | 'overtaken' => {
    const settle = () => {
      if (c.delivery) inbox.settle(c.delivery, 'settled');
      if (c.timer) timers.drop(c.timer);
    };
    // A timer stands until it is decided: it needs no other mark that it was.
    const known = c.timer ? !timers.stands(c.timer) : sql.decided.get(c.event) !== undefined;
    if (known || (c.delivery && !inbox.waits(c.delivery))) {
      settle();
      return 'decided';
    }
    const { before, next } = c.conversation ?? {};
    if (next) {
      const version = sql.version.get<Version>(next.id)?.version ?? 0;
      if (version !== (before?.version ?? 0)) return 'overtaken';
    }
    const changes = next && next.version !== before?.version;
    for (const { key, was } of c.claims) {
      if (sql.named.get<{ conversation: string }>(key)?.conversation !== was) return 'overtaken';
    }
    if (c.round) {
      const { before, next } = c.round;
      if (readRound(next.id)?.version !== before?.version) return 'overtaken';
    }
    if (!c.timer) sql.decide.run(c.event, c.at);
    settle();
    for (const { key, now } of c.claims) sql.claim.run(key, now);
    if (changes) {
      sql.saveConversation.run(
        next.id,
        next.version,
        customerKey(next.place.platform, next.place.workspace, next.customer.id),
        channelKey(next.place),
        next.openedAt,
        c.at,
        next.waitingSince ?? null,
        ownerKey(next),
        document!,
      );
      saveTimers(before, next);
      saveLessons(before, next);
      for (const effect of c.effects) addEffect(next.id, effect, c.at);
    }
    if (c.round) {
      const { before, next } = c.round;
      sql.saveRound.run(next.id, JSON.stringify(next));
      saveTimers(before, next);
      for (const effect of c.effects) addEffect(next.id, effect, c.at);
    }
    if (c.overheard) overhear(c.overheard);
    c.raised.forEach(raise);
    for (const fact of c.facts) {
      if (fact.type === 'assigned' && next) {
        sql.takeTurn.run(`${next.place.platform}/${fact.agent}`, fact.at);
      }
      addFact(fact);
    }
    return 'kept';
  };

  /** What was looked up since an effect was last added, claimed or settled. */
  let looked: { readonly next: number | undefined } | undefined;
  const nextEffect = () => {
    looked ??= { next: sql.nextEffect.get<{ look: number | null }>()?.look ?? undefined };
    return looked.next;
  };

  const overhear = ({ channel, key, aside }: NonNullable<Commit['overheard']>) => {
    if (aside) sql.keepAside.run(key, channel, aside.message.at, JSON.stringify(aside));
    else sql.dropAside.run(key);
  };

  const readRound = (id: string) => {
    const row = sql.round.get<{ document: string }>(id);
    return row && (JSON.parse(row.document) as Round);
  };

  type Timed = Pick<Conversation | Round, 'id' | 'timers'>;
  const saveTimers = (before: Timed | undefined, next: Timed) => {
    const { gone, set } = changedTimers(before, next);
    gone.forEach(timers.drop);
    set.forEach(timers.set);
  };

  const saveLessons = (before: Conversation | undefined, next: Conversation) => {
    if (before?.lessons === next.lessons) return;
    sql.dropLessons.run(next.id);
    for (const kept of keptLessons(next)) {
      sql.saveLesson.run(kept.id, next.id, kept.state, kept.at, JSON.stringify(kept));
    }
  };

  const addEffect = (conversation: string, effect: KeptEffect, at: number) => {
    const lane = laneOfEffect(conversation, effect);
    const slot = slotOf(effect);
    // Showing is idempotent and shows the latest: one that has not begun serves for this one too.
    if (effect.type.startsWith('show-') && sql.untried.get(lane, slot)) return;
    looked = undefined;
    sql.addEffect.run(conversation, lane, slot, JSON.stringify(effect), at);
  };

  return {
    lease: leaseOf(),
    async accept(deliveries) {
      await write(() => deliveries.forEach(inbox.keep));
    },
    claimDeliveries: async (now, lease, limit) => inbox.claim(now, lease, limit),
    postpone: async (delivery, until) => inbox.postpone(delivery, until),
    async dismiss(delivery, how) {
      if (!inbox.isOurs(delivery)) return;
      await write(() => inbox.settle(delivery, how === 'dead' ? 'dead' : 'settled'));
    },
    async conversation(id) {
      const row = sql.version.get<Version>(id);
      return row && read(row);
    },
    round: async (id) => readRound(id),
    async named(keys) {
      const found = new Map<string, string>();
      for (const key of keys) {
        const row = sql.named.get<{ conversation: string }>(key);
        if (row) found.set(key, row.conversation);
      }
      return found;
    },
    waiting: async (limit) => sql.waiting.all<Version>(limit).map(read),
    ofCustomer: async (platform, workspace, customer, limit) =>
      sql.ofCustomer.all<Version>(customerKey(platform, workspace, customer), limit).map(read),
    ofOwner: async (platform, owner, limit) =>
      sql.ofOwner.all<Version>(`${platform}/${owner}`, limit).map(read),
    async loads(platform) {
      type Row = { person: string; open: number; at: number | null };
      return sql.loads.all<Row>(platform).map(({ person, open, at }) => ({
        person: person.slice(platform.length + 1),
        open,
        ...(at === null ? {} : { assignedAt: at }),
      }));
    },
    ofChannel: async (channel, since, limit) =>
      sql.ofChannel.all<Version>(channel, since, limit).map(read),
    asides: async (channel, since, limit) =>
      sql.asides
        .all<{ document: string }>(channel, since, limit)
        .map(({ document }) => JSON.parse(document) as Aside),
    async commit(c) {
      const { next } = c.conversation ?? {};
      const document = next && JSON.stringify(next);
      const kept = await write(() => commit(c, document));
      if (next && document && kept === 'kept') read.written(next, document.length);
      return kept;
    },
    claimTimers: async (now, lease, limit) => timers.claim(now, lease, limit),
    async claimEffects(now, lease, limit) {
      // Looking is cheap, claiming is a write.
      if ((nextEffect() ?? Number.POSITIVE_INFINITY) > now) return [];
      return write(() => {
        type Row = Omit<Pending, 'effect' | 'uncertain' | 'lease'> & {
          document: string;
          uncertain: number;
        };
        looked = undefined;
        const due = sql.dueEffects.all<Row>(now, limit);
        for (const { number } of due) sql.leaseEffect.run(lease, number);
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
        const dropped = sql.dropEffect.get<{ lane: string }>(number);
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
    lessons: async () =>
      sql.lessons
        .all<{ document: string }>()
        .map(({ document }) => JSON.parse(document) as KeptLesson),
    ledger,
    ...createLimits(),
    async nextDue() {
      const effect = nextEffect();
      const timer = timers.next();
      return effect === undefined || (timer !== undefined && timer < effect) ? timer : effect;
    },
    depth: async () => sql.depth.get<{ inbox: number; effects: number; timers: number }>()!,
    async prune(before, said) {
      await write(() => {
        sql.pruneInbox.run(before);
        sql.pruneDecided.run(before);
        sql.pruneAsides.run(said);
        sql.pruneShelf.run(before);
      });
    },
    shelf: (name) => openShelf(database, write, name),
    async [Symbol.asyncDispose]() {
      stopLedger();
      // Whatever was queued before us is written before us.
      await write(() => undefined);
      database.close();
      lock?.close();
    },
  };
}

/** A lock that dies with its process: an exclusive transaction on a file beside the store. */
function takeLock(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('PRAGMA busy_timeout = 1000; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new StoreInUse(
      `Another Warmline has ${file} open. Stop it first, or give this one a file of its own with STORE_URL=sqlite:<file>.`,
      { cause },
    );
  }
  return lock;
}
