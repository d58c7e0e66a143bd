import { mkdtempSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openLedgerAt } from '../../src/desk/store/open.ts';
import { readBefore } from '../../src/desk/store/read-before.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { StoreInUse } from '../../src/desk/store/sqlite-file.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import { dayOf } from '../../src/support/report/page.ts';
import { MONDAY_MORNING as NOW } from '../clock.ts';
import { reopened } from '../ledger.contract.ts';
import { describeStore } from '../store.contract.ts';

const DAY = 24 * 3_600_000;
const file = () => join(mkdtempSync(join(tmpdir(), 'warmline-')), 'desk.sqlite');
const delivery = (id: string) => ({ id, platform: 'playground', lane: id, body: '{}' }) as const;

describeStore('SQLite', async () => openSqlite(file()));

describe('the SQLite file', () => {
  it('refuses a second process with an error that says what to do', async () => {
    const path = file();
    await using _first = openSqlite(path);
    expect(() => openSqlite(path)).toThrow(StoreInUse);
    expect(() => openSqlite(path)).toThrow(/Stop it first/);
  });

  it('is for its owner’s eyes alone, with all that lies beside it', async () => {
    const path = file();
    await using store = openSqlite(path);
    await store.accept([delivery('one')]);
    const folder = dirname(path);
    const names = readdirSync(folder);
    expect(names).toEqual(expect.arrayContaining(['desk.sqlite-wal', 'desk.sqlite.lock']));
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  });

  it('is so too where a link leads to a file that is not there yet', async () => {
    const [link, target] = [file(), file()];
    symlinkSync(target, link);
    await using _ = openSqlite(link);
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it('refuses a file of a newer format', () => {
    const path = file();
    const newer = new DatabaseSync(path);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openSqlite(path)).toThrow(/newer Warmline/);
  });

  it('takes over a file of the first format, and knows then what goes on in its channels', async () => {
    const path = file();
    const older = new DatabaseSync(path);
    older.exec(`CREATE TABLE conversation (id TEXT PRIMARY KEY, version INTEGER NOT NULL, customer TEXT NOT NULL,
      opened INTEGER NOT NULL, waiting INTEGER, document TEXT NOT NULL) STRICT; PRAGMA user_version = 1;`);
    const known = {
      id: 'c',
      version: 3,
      place: { platform: 'slack', workspace: 'T', channel: 'C' },
      lastCustomerAt: 5_000,
    };
    older
      .prepare('INSERT INTO conversation VALUES (?, 3, ?, 1000, NULL, ?)')
      .run('c', 'slack/T/nora', JSON.stringify(known));
    older.close();
    {
      await using store = openSqlite(path);
      expect(await store.ofChannel('slack/T/C', 5_000, 10)).toEqual([known]);
    }
    await using again = openSqlite(path);
    expect(await again.conversation('c')).toEqual(known);
  });

  it('opens a file of an older format, which knew of no lessons', async () => {
    const path = file();
    await openSqlite(path)[Symbol.asyncDispose]();
    const older = new DatabaseSync(path);
    older.exec(`DROP TABLE fact; DROP TABLE lesson; DROP INDEX ref_place; DROP TABLE aside; DROP INDEX conversation_channel;
      DROP INDEX conversation_owner; ALTER TABLE conversation DROP COLUMN owner;
      ALTER TABLE conversation DROP COLUMN channel; ALTER TABLE conversation DROP COLUMN touched;
      PRAGMA user_version = 1`);
    older.close();
    await using store = openSqlite(path);
    expect(await store.lessons()).toEqual([]);
  });

  it('opens a file of an older format, which knew nobody’s conversations, and knows then whose they are', async () => {
    const path = file();
    await openSqlite(path)[Symbol.asyncDispose]();
    const older = new DatabaseSync(path);
    older.exec(`DROP INDEX conversation_owner; ALTER TABLE conversation DROP COLUMN owner; DROP TABLE turn;
      DROP TABLE fact;      PRAGMA user_version = 3`);
    const keep = older.prepare(
      "INSERT INTO conversation VALUES (?, 1, 'slack/T/nora', 'slack/T/C', 1000, 1000, 1000, ?)",
    );
    const place = { platform: 'slack', workspace: 'T', channel: 'C' };
    for (const [id, status] of [
      ['open', 'waiting'],
      ['closed', 'resolved'],
    ] as const) {
      keep.run(id, JSON.stringify({ id, version: 1, place, status, owner: { id: 'sam' } }));
    }
    keep.run('free', JSON.stringify({ id: 'free', version: 1, place, status: 'waiting' }));
    older.close();
    await using store = openSqlite(path);
    expect((await store.ofOwner('slack', 'sam', 10)).map(({ id }) => id)).toEqual(['open']);
    expect(await store.loads('slack')).toEqual([{ person: 'sam', open: 1 }]);
  });

  it('takes over the timers of an older format, those that somebody was looking at too', async () => {
    const path = file();
    const older = new DatabaseSync(path);
    older.exec(`CREATE TABLE conversation (id TEXT PRIMARY KEY, version INTEGER NOT NULL, customer TEXT NOT NULL, channel TEXT NOT NULL,
      opened INTEGER NOT NULL, touched INTEGER NOT NULL, waiting INTEGER, document TEXT NOT NULL) STRICT;
      CREATE TABLE timer (conversation TEXT NOT NULL, name TEXT NOT NULL, due INTEGER NOT NULL, look INTEGER NOT NULL,
      PRIMARY KEY (conversation, name)) STRICT, WITHOUT ROWID; CREATE INDEX timer_look ON timer (look);
      INSERT INTO timer VALUES ('b', 'clock', 2000, 2000), ('a', 'burst', 1000, 9000); PRAGMA user_version = 3;`);
    older.close();
    await using store = openSqlite(path);
    expect(await store.nextDue()).toBe(1000);
    expect(await store.claimTimers(5000, 9000, 10)).toEqual([
      { conversation: 'a', name: 'burst', due: 1000 },
      { conversation: 'b', name: 'clock', due: 2000 },
    ]);
  });

  it('takes over the facts of an older format, with what their conversations are now', async () => {
    const path = file();
    await openSqlite(path)[Symbol.asyncDispose]();
    const older = new DatabaseSync(path);
    older.exec(`DROP TABLE fact; DROP TABLE part;
      CREATE TABLE fact (id TEXT PRIMARY KEY, at INTEGER NOT NULL, type TEXT NOT NULL, conversation TEXT NOT NULL,
      document TEXT NOT NULL) STRICT, WITHOUT ROWID; CREATE INDEX fact_at ON fact (at);
      CREATE INDEX fact_type ON fact (type, at); PRAGMA user_version = 4`);
    const known = {
      place: { platform: 'slack', workspace: 'T', channel: 'C' },
      customer: { id: 'nora' },
      triage: { category: 'billing', urgency: 'p2', language: 'de' },
      owner: { id: 'ada' },
    };
    older
      .prepare("INSERT INTO conversation VALUES ('c', 1, '', '', 0, 0, NULL, NULL, ?)")
      .run(JSON.stringify(known));
    const keep = older.prepare('INSERT INTO fact VALUES (?, ?, ?, ?, ?)');
    const facts = [
      { type: 'reopened', at: 2 * DAY + 9, conversation: 'c' },
      { type: 'reopened', at: 2 * DAY + 5, conversation: 'gone' },
      { type: 'resolved', at: 3 * DAY, conversation: 'c', agent: 'ada' },
    ];
    for (const [i, fact] of facts.entries()) {
      keep.run(
        `${fact.conversation}/${i}`,
        fact.at,
        fact.type,
        fact.conversation,
        JSON.stringify(fact),
      );
    }
    older.close();
    const place = { platform: 'slack', workspace: 'T', channel: 'C', customer: 'nora' };
    const about = { ...place, category: 'billing', urgency: 'p2', language: 'de', owner: 'ada' };
    const none = Object.fromEntries(Object.keys(about).map((field) => [field, '']));
    await using store = openSqlite(path);
    const [first, second, third] = facts;
    expect(await store.ledger.day(2)).toEqual({
      parts: [],
      facts: [
        { ...second, about: none },
        { ...first, about },
      ],
    });
    expect((await store.ledger.day(3)).facts).toEqual([{ ...third, about }]);
  });

  it('binds facts while others read it, and deletes them a few at a time', async () => {
    const path = file();
    const facts = Array.from({ length: 1_300 }, (_, i) => reopened(NOW + i));
    const day = dayOf(NOW);
    {
      await using store = openSqlite(path);
      await store.commit({ event: 'e', at: NOW, claims: [], effects: [], raised: [], facts });
      using reader = await openLedgerAt(store.ledger.url!);
      expect((await reader.day(day)).facts).toHaveLength(1_300);
      expect(await store.ledger.bind(day, { parts: 0, facts: 1_299 }, Uint8Array.of(7))).toBe(true);
      expect((await reader.day(day)).facts).toEqual([facts.at(-1)]);
      expect(await reader.days(0, day)).toEqual([{ day, parts: 1, facts: 1 }]);
      // It is closed while most of them still lie about.
    }
    const left = () => {
      const database = new DatabaseSync(path, { readOnly: true });
      const row = database.prepare('SELECT count(*) AS n FROM fact').get();
      database.close();
      return row?.['n'];
    };
    expect(left()).toBeGreaterThan(1);
    await using store = openSqlite(path);
    expect((await store.ledger.day(day)).facts).toEqual([facts.at(-1)]);
    expect(await store.ledger.bind(day, { parts: 1, facts: 1 }, Uint8Array.of(8))).toBe(true);
    await expect.poll(left).toBe(0);
    expect((await store.ledger.day(day)).parts).toHaveLength(2);
  });

  it('has everything again when it is opened anew', async () => {
    const path = file();
    {
      await using store = openSqlite(path);
      await store.accept([delivery('one')]);
    }
    await using store = openSqlite(path);
    expect((await store.claimDeliveries(0, 0, 10)).map((kept) => kept.id)).toEqual(['one']);
  });

  it('rejects what it cannot keep, keeps what it can, and works again when the disk does', async () => {
    const path = file();
    await using store = openSqlite(path);
    await store.accept([delivery('one')]);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.accept([delivery('two')])).rejects.toThrow(/locked|busy/i);
    other.exec('ROLLBACK');
    other.close();
    await store.accept([delivery('two')]);
    expect((await store.claimDeliveries(0, 0, 10)).map((kept) => kept.id)).toEqual(['one', 'two']);
  });

  it('lets one poisoned write fail alone among others of the same moment', async () => {
    await using store = openSqlite(file());
    const poisoned = {
      ...delivery('bad'),
      body: undefined as unknown as string,
      lane: null as unknown as string,
    };
    const outcomes = await Promise.allSettled([
      store.accept([delivery('one')]),
      store.accept([poisoned]),
      store.accept([delivery('two')]),
    ]);
    expect(outcomes.map((o) => o.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.claimDeliveries(0, 0, 10)).map((kept) => kept.id)).toEqual(['one', 'two']);
  });
});

describe('conversations that are read again', () => {
  /** A store of documents that counts how often it is asked. */
  const store = () => {
    const loads: string[] = [];
    const load = (id: string) => {
      loads.push(id);
      return JSON.stringify({ id, version: versions[id] ?? 1, text: 'x'.repeat(100) });
    };
    const versions: Record<string, number> = {};
    return { loads, load, versions };
  };

  it('are the same object until they change', () => {
    const { loads, load, versions } = store();
    const read = readBefore(load);
    const first = read({ id: 'c', version: 1 });
    expect(read({ id: 'c', version: 1 })).toBe(first);
    versions['c'] = 2;
    expect(read({ id: 'c', version: 2 })).toMatchObject({ id: 'c', version: 2 });
    expect(loads).toEqual(['c', 'c']);
  });

  it('are not read where they were just written, as long as nobody has written since', () => {
    const { loads, load, versions } = store();
    const read = readBefore(load);
    const written = JSON.parse(load('c')) as Conversation;
    loads.length = 0;
    read.written(written, 100);
    expect(read({ id: 'c', version: 1 })).toBe(written);
    versions['c'] = 2;
    expect(read({ id: 'c', version: 2 })).toMatchObject({ version: 2 });
    expect(loads).toEqual(['c']);
  });

  it('are forgotten, the longest unread first, when there are too many', () => {
    const { loads, load } = store();
    const read = readBefore(load, 500);
    for (const id of ['a', 'b', 'a', 'c', 'd', 'e']) read({ id, version: 1 });
    loads.length = 0;
    for (const id of ['e', 'd', 'c', 'b']) read({ id, version: 1 });
    expect(loads).toEqual(['b']);
  });
});
