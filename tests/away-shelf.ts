import type { Desk, Shelf } from '../src/desk/ports.ts';
import { StoreUnavailable } from '../src/desk/store/store.ts';

/** A desk whose shelf of this name can be neither read nor written while `isAway` says so. */
export function withAwayShelf(
  real: Desk,
  name: string,
  isAway: (key: string, call: 'get' | 'set') => boolean,
): Desk {
  return {
    ...real,
    shelf<T>(wanted: string): Shelf<T> {
      const shelf = real.shelf<T>(wanted);
      if (wanted !== name) return shelf;
      return {
        putIfAbsent: (key, value, ttl) => shelf.putIfAbsent(key, value, ttl),
        delete: (key) => shelf.delete(key),
        async get(key) {
          if (isAway(key, 'get')) throw new StoreUnavailable(new Error('ECONNRESET'));
          return shelf.get(key);
        },
        async set(key, value, ttl) {
          if (isAway(key, 'set')) throw new StoreUnavailable(new Error('ECONNRESET'));
          return shelf.set(key, value, ttl);
        },
      };
    },
  };
}
