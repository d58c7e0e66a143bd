import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Day, dayOf, type KeptFact } from '../../support/report/page.ts';
import type { Held, Ledger, LedgerReader } from './ledger.ts';

/** Bound facts are deleted so many at a time, so far apart: nobody waits for more than a few milliseconds. */
const SLICE = 500;
const PAUSE = 20;

/** Facts of the day ?1 that are in no part. */
const LOOSE = 'day = ?1 AND number > coalesce((SELECT max(through) FROM part WHERE day = ?1), 0)';

export interface SqliteLedger extends Ledger {
  /** Within the write of a commit. */
  add(fact: KeptFact): void;
  /** Nothing is deleted from here on: what is left is another time's. */
  stop(): void;
}

/** The facts in the embedded store's own file. */
export function openLedger(
  database: DatabaseSync,
  write: <T>(run: () => T) => Promise<T>,
  file: string,
): SqliteLedger {
  const sql = {
    add: database.prepare('INSERT INTO fact (day, document) VALUES (?, ?)'),
    parts: database.prepare('SELECT count(*) AS parts FROM part WHERE day = ?'),
    nth: database.prepare(
      `SELECT number FROM fact WHERE ${LOOSE} ORDER BY number LIMIT 1 OFFSET ?2`,
    ),
    bind: database.prepare('INSERT INTO part (day, number, through, bytes) VALUES (?, ?, ?, ?)'),
    sweep: database.prepare(
      `DELETE FROM fact WHERE number IN (SELECT number FROM fact
         JOIN (SELECT day, max(through) AS through FROM part GROUP BY day) AS bound
         ON fact.day = bound.day AND fact.number <= bound.through LIMIT ${SLICE})`,
    ),
  };
  let stopped = false;
  let sweeping = false;

  /** Until then, and after a crash, bound facts lie about and nobody reads them. */
  const sweep = async () => {
    if (sweeping) return;
    sweeping = true;
    try {
      while (!stopped && (await write(() => sql.sweep.run().changes)) === SLICE) {
        await sleep(PAUSE, undefined, { ref: false });
      }
    } finally {
      sweeping = false;
    }
  };

  return {
    ...readLedger(database),
    ...(file === ':memory:' ? {} : { url: `sqlite:${file}` }),
    add(fact) {
      sql.add.run(dayOf(fact.at), JSON.stringify(fact));
    },
    async bind(day, { parts, facts }, part) {
      const bound = await write(() => {
        if (sql.parts.get(day)?.['parts'] !== parts) return false;
        const last = facts > 0 ? sql.nth.get(day, facts - 1) : undefined;
        if (last) sql.bind.run(day, parts, last['number']!, part);
        return last !== undefined;
      });
      // What cannot be deleted now is deleted when the next day is bound.
      if (bound) sweep().catch(() => {});
      return bound;
    },
    stop() {
      stopped = true;
    },
  };
}

/** The facts in the file of an embedded store that somebody else may have open and write. */
export function openLedgerFile(file: string): LedgerReader & Disposable {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('PRAGMA busy_timeout = 2000');
  return { ...readLedger(database), [Symbol.dispose]: () => database.close() };
}

function readLedger(database: DatabaseSync): LedgerReader {
  const sql = {
    parts: database.prepare(
      'SELECT day, count(*) AS parts FROM part WHERE day BETWEEN ? AND ? GROUP BY day',
    ),
    facts: database.prepare(
      `SELECT fact.day, count(*) AS facts FROM fact
         LEFT JOIN (SELECT day, max(through) AS through FROM part GROUP BY day) AS bound ON fact.day = bound.day
       WHERE fact.day BETWEEN ? AND ? AND fact.number > coalesce(bound.through, 0) GROUP BY fact.day`,
    ),
    partsOf: database.prepare(
      'SELECT bytes FROM part WHERE day = ? AND number >= ? ORDER BY number',
    ),
    factsOf: database.prepare(
      `SELECT document FROM fact WHERE ${LOOSE} ORDER BY number LIMIT -1 OFFSET ?2`,
    ),
    begin: database.prepare('BEGIN'),
    end: database.prepare('COMMIT'),
  };

  /** As it is at one moment, whoever writes meanwhile. */
  const atOnce = <T>(read: () => T): T => {
    sql.begin.run();
    try {
      return read();
    } finally {
      sql.end.run();
    }
  };

  return {
    days: async (from, to) =>
      atOnce(() => {
        const days = new Map<Day, Held>();
        for (const row of sql.parts.all(from, to) as { day: Day; parts: number }[]) {
          days.set(row.day, { parts: row.parts, facts: 0 });
        }
        for (const { day, facts } of sql.facts.all(from, to) as { day: Day; facts: number }[]) {
          days.set(day, { parts: days.get(day)?.parts ?? 0, facts });
        }
        return [...days].sort(([a], [b]) => a - b).map(([day, held]) => ({ day, ...held }));
      }),
    day: async (day, seen = { parts: 0, facts: 0 }) =>
      atOnce(() => {
        const parts = sql.partsOf.all(day, seen.parts) as { bytes: Uint8Array }[];
        const facts = sql.factsOf.all(day, parts.length > 0 ? 0 : seen.facts);
        return {
          parts: parts.map(({ bytes }) => bytes),
          facts: facts.map(({ document }) => JSON.parse(document as string) as KeptFact),
        };
      }),
  };
}
