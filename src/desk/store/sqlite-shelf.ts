import { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';
import { Keyv, type KeyvStorageAdapter } from 'keyv';
import type { Shelf } from '../ports.ts';

type Write = <T>(run: () => T) => Promise<T>;

/** A Keyv over the embedded store's own file, for what can be looked up again. */
export function openShelf<T>(database: DatabaseSync, write: Write, name: string): Shelf<T> {
  const keyv = new Keyv<T>({ store: adapter(database, write, name), useKeyPrefix: false });
  const put = database.prepare(
    `INSERT INTO shelf (name, key, value, expires) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (name, key) DO UPDATE SET value = ?3, expires = ?4 WHERE expires <= ?5`,
  );
  return {
    get: (key) => keyv.get(key),
    set: (key, value, ttl) => keyv.set(key, value, ttl),
    async putIfAbsent(key, value, ttl) {
      const now = Date.now();
      const expires = now + ttl;
      const kept = String(await keyv.encode({ value, expires }));
      return write(() => put.run(name, key, kept, expires, now).changes > 0);
    },
    delete: (key) => keyv.delete(key),
  };
}

/** Keyv's storage contract on one table. Values reach it as JSON text, expiry as an absolute instant. */
function adapter(database: DatabaseSync, write: Write, name: string): KeyvStorageAdapter {
  const read = database.prepare(
    'SELECT value FROM shelf WHERE name = ? AND key = ? AND (expires IS NULL OR expires > ?)',
  );
  const put = database.prepare(
    'INSERT OR REPLACE INTO shelf (name, key, value, expires) VALUES (?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM shelf WHERE name = ? AND key = ?');
  const empty = database.prepare('DELETE FROM shelf WHERE name = ?');

  const get = (key: string) => read.get(name, key, Date.now())?.['value'] as string | undefined;
  const set = (key: string, value: unknown, expires?: number) =>
    write(() => put.run(name, key, String(value), expires ?? null).changes > 0);
  const drop = (key: string) => write(() => remove.run(name, key).changes > 0);

  return Object.assign(new EventEmitter(), {
    capabilities: { expires: true },
    get: async (key: string) => get(key),
    getMany: async (keys: string[]) => keys.map(get),
    has: async (key: string) => get(key) !== undefined,
    hasMany: async (keys: string[]) => keys.map((key) => get(key) !== undefined),
    set,
    setMany: (entries: { key: string; value: unknown; expires?: number }[]) =>
      Promise.all(entries.map(({ key, value, expires }) => set(key, value, expires))),
    delete: drop,
    deleteMany: (keys: string[]) => Promise.all(keys.map(drop)),
    clear: () => write(() => void empty.run(name)),
  }) as unknown as KeyvStorageAdapter;
}
