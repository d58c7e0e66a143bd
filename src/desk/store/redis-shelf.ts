import { Keyv } from 'keyv';
import type { Shelf } from '../ports.ts';
import type { RedisConnection } from './redis-connection.ts';

/**
 * Keyv on Redis, for what can be looked up again. What cannot be read or kept rejects: Keyv has nobody listen for faults, hence
 * takes none for "nothing there".
 */
export function openShelves(
  { adapter, ask }: RedisConnection,
  tag: string,
): <T>(name: string) => Shelf<T> {
  const keyv = new Keyv({ store: adapter, namespace: `${tag}:shelf` });
  return <T>(name: string): Shelf<T> => ({
    get: (key) => ask(() => keyv.get<T>(`${name}/${key}`)) as Promise<T | undefined>,
    set: (key, value, ttl) => ask(() => keyv.set(`${name}/${key}`, value, ttl)),
    async putIfAbsent(key, value, ttl) {
      const kept = String(await keyv.encode({ value, expires: Date.now() + ttl }));
      const at = adapter.createKeyPrefix(`${name}/${key}`, `${tag}:shelf`);
      return (await ask((client) => client.set(at, kept, { NX: true, PX: ttl }))) !== null;
    },
    delete: (key) => ask(() => keyv.delete(`${name}/${key}`)),
  });
}
