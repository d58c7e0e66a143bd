import { type Clock, systemClock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { LedgerReader } from './ledger.ts';
import { isRedisUrl, placeWords, readRedisAddress } from './redis-address.ts';
import { openSqlite } from './sqlite.ts';
import { openLedgerFile } from './sqlite-ledger.ts';
import type { Store } from './store.ts';

/** A store, and whether it can be used just now. */
export interface OpenStore {
  readonly store: Store;
  /** The time by which leases and timers go, for all who share the store. */
  readonly clock: Clock;
  /** Resolves when it can be used for the first time: until then everything that is asked of it rejects. */
  readonly there: Promise<void>;
  /** Why nothing can be kept just now, in words; empty where all is well. */
  reasons(): readonly string[];
}

/**
 * Opens the store that a checked STORE_URL names: `sqlite:<file>`, `sqlite:<file>?synchronous=full`, or `redis://…` as
 * `readRedisAddress` has it. A server that is away is waited for.
 * @throws StoreInUse when another process has the file open, StoreRefuses when a server does not let us in.
 */
export async function openStore(url: string, log: Log): Promise<OpenStore> {
  if (isRedisUrl(url)) {
    // Only those who need it wait for its client to load.
    const { openRedis } = await import('./redis.ts');
    return openRedis(url, log);
  }
  const [file = '', query] = url.replace(/^sqlite:(\/\/)?/, '').split('?');
  const store = openSqlite(file, { powerCuts: query === 'synchronous=full' });
  return { store, clock: systemClock, there: Promise.resolve(), reasons: () => [] };
}

/** Where a checked STORE_URL keeps what it keeps, without a password: to be read by people. */
export function placeOfStore(url: string): string {
  return isRedisUrl(url) ? placeWords(readRedisAddress(url)) : url;
}

/** Opens the facts of a store for reading, beside whoever has it open: at the `url` that its ledger names. */
export async function openLedgerAt(url: string): Promise<LedgerReader & Disposable> {
  if (!isRedisUrl(url)) return openLedgerFile(url.replace(/^sqlite:/, ''));
  const { openRedisLedger } = await import('./redis-ledger.ts');
  return openRedisLedger(url);
}
