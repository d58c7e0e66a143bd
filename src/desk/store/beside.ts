import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Conversation } from '../../support/conversation.ts';
import type { KeptLesson } from '../../support/lessons.ts';
import type { LedgerReader } from './ledger.ts';
import { isRedisUrl } from './redis-address.ts';
import { FORMAT } from './schema.ts';
import { openLedgerFile } from './sqlite-ledger.ts';
import type { Store } from './store.ts';

/** A store that cannot be read. The message says what to do. */
export class StoreUnreadable extends Error {
  override readonly name = 'StoreUnreadable';
}

/** What a store holds, for whoever only looks. */
export interface StoreBeside
  extends Pick<Store, 'conversation' | 'waiting' | 'lessons'>,
    AsyncDisposable {
  readonly ledger: LedgerReader;
}

/**
 * Opens a store for reading only, whether or not a Warmline has it open: nothing is locked, written or migrated.
 * @param url as STORE_URL names it
 * @throws StoreUnreadable where there is none, or it is of another format
 */
export async function openBeside(url: string): Promise<StoreBeside> {
  if (!isRedisUrl(url)) return openFile(url.replace(/^sqlite:(\/\/)?/, '').split('?')[0]!);
  // Only those who need it wait for its client to load.
  const { openBesideRedis } = await import('./redis-beside.ts');
  return openBesideRedis(url);
}

function openFile(file: string): StoreBeside {
  if (!existsSync(file)) {
    throw new StoreUnreadable(
      `There is no store at ${file}. Name the one that Warmline writes with STORE_URL or --store sqlite:<file>.`,
    );
  }
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 2000');
    checkFormat(database, file);
  } catch (error) {
    database.close();
    if (error instanceof StoreUnreadable) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreUnreadable(`${file} cannot be read as a store: ${reason}.`, { cause: error });
  }
  const ledger = openLedgerFile(file);
  const conversation = database.prepare('SELECT document FROM conversation WHERE id = ?');
  const waiting = database.prepare(
    'SELECT document FROM conversation WHERE waiting IS NOT NULL ORDER BY waiting LIMIT ?',
  );
  const lessons = database.prepare('SELECT document FROM lesson ORDER BY at, id');
  const read = (row: Record<string, unknown>): unknown => JSON.parse(String(row['document']));
  return {
    ledger,
    conversation: async (id) => {
      const row = conversation.get(id);
      return row && (read(row) as Conversation);
    },
    waiting: async (limit) => waiting.all(limit).map((row) => read(row) as Conversation),
    lessons: async () => lessons.all().map((row) => read(row) as KeptLesson),
    async [Symbol.asyncDispose]() {
      ledger[Symbol.dispose]();
      database.close();
    },
  };
}

function checkFormat(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version === FORMAT) return;
  throw new StoreUnreadable(
    version > FORMAT
      ? `${file} was written by a newer Warmline (format ${version}). Upgrade to read it.`
      : `${file} is no store of this Warmline yet (format ${version}). Start Warmline with it once.`,
  );
}
