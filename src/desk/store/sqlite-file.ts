import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { FORMAT, MIGRATIONS, SCHEMA } from './schema.ts';

/** Somebody else has the store open. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

/** A file that is ours alone, in today's format. */
export interface OwnFile {
  readonly database: DatabaseSync;
  /** Lets others have it. */
  close(): void;
}

/**
 * Opens a file, or `:memory:`, in WAL, and brings it to today's format. One that is not there yet is made for its owner's eyes alone.
 * @param powerCuts whether each write is flushed to the disk
 * @throws StoreInUse when another process has the file open, Error when the file cannot be read or is of a newer format.
 */
export function openFile(file: string, { powerCuts = false }: { powerCuts?: boolean }): OwnFile {
  const lock = file === ':memory:' ? undefined : takeLock(file);
  if (lock) makeOwn(file);
  const database = new DatabaseSync(file);
  // The timeout is for whoever looks into the file or backs it up meanwhile.
  database.exec('PRAGMA busy_timeout = 500; PRAGMA journal_mode = WAL;');
  database.exec(`PRAGMA synchronous = ${powerCuts ? 'FULL' : 'NORMAL'};`);
  const { user_version } = database.prepare('PRAGMA user_version').get() as {
    user_version: number;
  };
  if (user_version > FORMAT) {
    throw new Error(
      `${file} was written by a newer Warmline (format ${user_version}). Upgrade, or use another file.`,
    );
  }
  const older = Array.from({ length: FORMAT }, (_, format) => format).slice(user_version || FORMAT);
  const migrations = older.map((format) => MIGRATIONS[format] ?? '').join('');
  database.exec(`BEGIN; ${migrations} ${SCHEMA} PRAGMA user_version = ${FORMAT}; COMMIT;`);
  return {
    database,
    close() {
      database.close();
      lock?.close();
    },
  };
}

/** A statement that is prepared once, and says of what its rows are. */
export interface Statement {
  run(...values: SQLInputValue[]): { readonly changes: number | bigint };
  get<T>(...values: SQLInputValue[]): T | undefined;
  all<T>(...values: SQLInputValue[]): T[];
}

/** Prepares statements on a database. */
export function statementsOf(database: DatabaseSync): (text: string) => Statement {
  return (text) => {
    const prepared = database.prepare(text);
    return {
      run: (...values) => prepared.run(...values),
      get: <T>(...values: SQLInputValue[]) => prepared.get(...values) as T | undefined,
      all: <T>(...values: SQLInputValue[]) => prepared.all(...values) as T[],
    };
  };
}

/** A lock that dies with its process: an exclusive transaction on a file beside the store. */
function takeLock(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  makeOwn(`${file}.lock`);
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('PRAGMA busy_timeout = 1000; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new StoreInUse(
      `Another Warmline has ${file} open. Stop it first, or give this one a file of its own with STORE_URL=sqlite:<file>.`,
      { cause },
    );
  }
  return lock;
}

/** Customers' words are in it; SQLite gives `-wal` and `-shm` the rights of their file. */
function makeOwn(file: string): void {
  // Opened where it is there, and closed, it would lose the locks that this process has on it.
  if (existsSync(file)) return;
  try {
    // A link to what is not there yet is followed, as SQLite does.
    closeSync(openSync(file, 'a', 0o600));
  } catch {
    // It cannot be made, which SQLite is about to say.
  }
}
