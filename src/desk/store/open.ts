import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that a checked STORE_URL names.
 * @throws StoreInUse when another process has the file open.
 */
export function openStore(url: string): Store {
  return openSqlite(url.replace(/^sqlite:(\/\/)?/, ''));
}
