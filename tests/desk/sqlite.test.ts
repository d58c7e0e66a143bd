import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openSqlite, StoreInUse } from '../../src/desk/store/sqlite.ts';
import { describeStore } from '../store.contract.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'warmline-')), 'desk.sqlite');
const delivery = (id: string) => ({ id, platform: 'playground', lane: 'a', body: '{}' }) as const;

describeStore('SQLite', async () => openSqlite(file()));

describe('the SQLite file', () => {
  it('refuses a second process with an error that says what to do', async () => {
    const path = file();
    await using _first = openSqlite(path);
    expect(() => openSqlite(path)).toThrow(StoreInUse);
    expect(() => openSqlite(path)).toThrow(/Stop it first/);
  });

  it('refuses a file of a newer format', () => {
    const path = file();
    const newer = new DatabaseSync(path);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openSqlite(path)).toThrow(/newer Warmline/);
  });

  it('opens a file of an older format, which knew of no lessons', async () => {
    const path = file();
    await openSqlite(path)[Symbol.asyncDispose]();
    const older = new DatabaseSync(path);
    older.exec('DROP TABLE lesson; DROP INDEX ref_place; PRAGMA user_version = 1');
    older.close();
    await using store = openSqlite(path);
    expect(await store.lessons()).toEqual({ accepted: [], waiting: [] });
  });

  it('has everything again when it is opened anew', async () => {
    const path = file();
    {
      await using store = openSqlite(path);
      await store.accept([delivery('one')]);
    }
    await using store = openSqlite(path);
    expect((await store.inbox(0, 10)).map((kept) => kept.id)).toEqual(['one']);
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
    expect((await store.inbox(0, 10)).map((kept) => kept.id)).toEqual(['one', 'two']);
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
    expect((await store.inbox(0, 10)).map((kept) => kept.id)).toEqual(['one', 'two']);
  });
});
