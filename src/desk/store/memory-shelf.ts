import { Keyv } from 'keyv';
import type { Shelf } from '../ports.ts';

/** Shelves that last as long as the process. */
export function openShelves(): <T>(name: string) => Shelf<T> {
  const kept = new Map<string, Keyv>();
  let last: Promise<unknown> = Promise.resolve();
  return <T>(name: string): Shelf<T> => {
    const keyv = kept.get(name) ?? new Keyv();
    kept.set(name, keyv);
    return {
      get: (key) => keyv.get<T>(key),
      set: (key, value, ttl) => keyv.set(key, value, ttl),
      // One after the other: what looks and then puts is not disturbed by the next who looks.
      putIfAbsent(key, value, ttl) {
        const added = last.then(async () => !(await keyv.has(key)) && keyv.set(key, value, ttl));
        last = added;
        return added;
      },
      delete: (key) => keyv.delete(key),
    };
  };
}
