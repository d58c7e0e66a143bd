import type { Conversation } from '../../support/conversation.ts';
import type { Event } from '../../support/events.ts';
import type { Aside } from '../../support/grouping/stream.ts';
import { channelKey } from '../../support/grouping.ts';
import type { KeptLesson } from '../../support/lessons.ts';
import type { Round } from '../../support/rounds/round.ts';
import { leaseOf } from '../lease.ts';
import { changedTimers, keptLessons } from './derived.ts';
import { groupCommit } from './group-commit.ts';
import { createLimits } from './limits.ts';
import { readBefore, type Version } from './read-before.ts';
import { openFile, statementsOf } from './sqlite-file.ts';
import { openInbox } from './sqlite-inbox.ts';
import { openLedger } from './sqlite-ledger.ts';
import { openOutbox } from './sqlite-outbox.ts';
import { openShelf } from './sqlite-shelf.ts';
import { openTimers } from './sqlite-timers.ts';
import { type Commit, customerKey, ownerKey, raisedDelivery, type Store } from './store.ts';

/**
 * The embedded store: one SQLite file (or `:memory:`), one process, in WAL. What was acknowledged survives kill -9; with
 * `powerCuts` a power cut too, at the price of a flush to the disk for each write.
 * @throws StoreInUse when another process has the file open, Error when the file cannot be read or is of a newer format.
 */
export function openSqlite(file: string, options: { powerCuts?: boolean } = {}): Store {
  const { database, close } = openFile(file, options);
  const write = groupCommit(database);
  const statement = statementsOf(database);
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
    dropLessons: statement('DELETE FROM lesson WHERE conversation = ?'),
    saveLesson: statement(
      'INSERT OR REPLACE INTO lesson (id, conversation, state, at, document) VALUES (?, ?, ?, ?, ?)',
    ),
    lessons: statement('SELECT document FROM lesson ORDER BY at, id'),
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
  const { add: addEffect, next: nextEffect, ...outbox } = openOutbox(database, write, raise);

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
    ...outbox,
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
      close();
    },
  };
}
