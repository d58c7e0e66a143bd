import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that a checked STORE_URL names: `sqlite:<file>` or `sqlite:<file>?synchronous=full`.
 * @throws StoreInUse when another process has the file open.
 */
export function openStore(url: string): Store {
  const [file = '', query] = url.replace(/^sqlite:(\/\/)?/, '').split('?');
  return openSqlite(file, { powerCuts: query === 'synchronous=full' });
}
