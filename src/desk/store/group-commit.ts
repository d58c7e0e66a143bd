import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from './store.ts';

/** SQLite's codes for what is no fault of the write: busy, locked, out of memory, read-only, I/O, full, cannot open. */
const PASSING = new Set([5, 6, 7, 8, 10, 13, 14]);

interface Waiting {
  readonly run: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Writes of one turn of the event loop share one transaction and one fsync: durable and fast at once.
 * A batch that fails as a whole is repeated one by one, so that one poisoned write fails alone.
 */
export function groupCommit(database: DatabaseSync): <T>(run: () => T) => Promise<T> {
  let waiting: Waiting[] = [];
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];

  const inOne = <T>(run: () => T): T => {
    try {
      begin.run();
      const result = run();
      commit.run();
      return result;
    } catch (error) {
      // A full disk may have rolled back already.
      if (database.isTransaction) database.exec('ROLLBACK');
      const { errcode = 0 } = error as { errcode?: number };
      throw PASSING.has(errcode & 0xff) ? new StoreUnavailable(error as Error) : error;
    }
  };

  const alone = ({ run, resolve, reject }: Waiting) => {
    try {
      resolve(inOne(run) as never);
    } catch (error) {
      reject(error);
    }
  };

  const flush = () => {
    const batch = waiting;
    waiting = [];
    try {
      const results = inOne(() => batch.map(({ run }) => run()));
      batch.forEach(({ resolve }, i) => {
        resolve(results[i] as never);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      else batch.forEach(alone);
    }
  };

  return (run) =>
    new Promise((resolve, reject) => {
      // The check phase: everything the poll phase brought in is queued by then.
      if (waiting.push({ run, resolve, reject }) === 1) setImmediate(flush);
    });
}
