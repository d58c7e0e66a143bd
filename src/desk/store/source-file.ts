import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StoreRefuses } from './store.ts';

const REMEDY = 'Name the one that Warmline used: --from sqlite:<file>.';

/**
 * Opens the file of an embedded store for reading only, whether or not a Warmline has it open. One that is not there is not made.
 * @throws StoreRefuses where there is none, or where it is none of Warmline's
 */
export function openSource(file: string): DatabaseSync {
  if (!existsSync(file)) throw new StoreRefuses(`There is no file ${file}. ${REMEDY}`);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    database.exec('PRAGMA busy_timeout = 2000');
    conversationsIn(database);
    return database;
  } catch (cause) {
    database?.close();
    const reason = (cause as Error).message;
    throw new StoreRefuses(`There is nothing of Warmline in ${file} (${reason}). ${REMEDY}`, {
      cause,
    });
  }
}

/** @throws StoreRefuses where there is nothing to move */
export function checkSource(file: string): void {
  const database = openSource(file);
  try {
    if (conversationsIn(database) > 0) return;
    throw new StoreRefuses(`There is nothing in ${file}: no conversation. ${REMEDY}`);
  } finally {
    database.close();
  }
}

export function conversationsIn(database: DatabaseSync): number {
  return Number(database.prepare('SELECT count(*) AS n FROM conversation').get()?.['n']);
}
