import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Day, dayOf, type KeptFact } from '../../support/report/page.ts';
import type { Held, Ledger, LedgerReader } from './ledger.ts';

/** Bound facts are deleted so many at a time, so far apart: nobody waits for more than a few milliseconds. */
const SLICE = 500;
const PAUSE = 20;

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
      `SELECT number FROM fact
         WHERE day = ?1 AND number > coalesce((SELECT max(through) FROM part WHERE day = ?1), 0)
         ORDER BY number LIMIT 1 OFFSET ?2`,
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

/** The loose facts of a day as far as somebody looked at them: so many, the last of this number. */
interface Looked extends Held {
  readonly last: number;
}

function readLedger(database: DatabaseSync): LedgerReader {
  const sql = {
    // Of each day the index is looked at once.
    daysOfFacts: database.prepare(
      `WITH RECURSIVE one (day) AS (SELECT min(day) FROM fact WHERE day >= ?1
         UNION ALL SELECT (SELECT min(day) FROM fact WHERE day > one.day) FROM one WHERE day IS NOT NULL)
       SELECT day FROM one WHERE day <= ?2`,
    ),
    daysOfParts: database.prepare('SELECT DISTINCT day FROM part WHERE day BETWEEN ? AND ?'),
    bound: database.prepare(
      'SELECT count(*) AS parts, coalesce(max(through), 0) AS through FROM part WHERE day = ?',
    ),
    count: database.prepare('SELECT count(*) AS facts FROM fact WHERE day = ? AND number > ?'),
    parts: database.prepare('SELECT bytes FROM part WHERE day = ? AND number >= ? ORDER BY number'),
    facts: database.prepare(
      'SELECT number, document FROM fact WHERE day = ? AND number > ? ORDER BY number LIMIT -1 OFFSET ?',
    ),
    begin: database.prepare('BEGIN'),
    end: database.prepare('COMMIT'),
  };
  /** Numbers only grow: what was counted once is not counted again. */
  const looked = new Map<Day, Looked>();

  /** As it is at one moment, whoever writes meanwhile. */
  const atOnce = <T>(read: () => T): T => {
    sql.begin.run();
    try {
      return read();
    } finally {
      sql.end.run();
    }
  };

  const boundOf = (day: Day) => sql.bound.get(day) as { parts: number; through: number };
  /** What was looked at of a day's loose facts, if it is bound no further since. */
  const lookedAt = (day: Day, { parts, through }: { parts: number; through: number }): Looked => {
    const known = looked.get(day);
    return known?.parts === parts ? known : { parts, facts: 0, last: through };
  };

  return {
    days: async (from, to) =>
      atOnce(() => {
        const rows = [...sql.daysOfParts.all(from, to), ...sql.daysOfFacts.all(from, to)];
        const days = new Set(rows.map((row) => row['day'] as Day));
        const held = [...days].map((day) => {
          const { parts, facts, last } = lookedAt(day, boundOf(day));
          const more = sql.count.get(day, last) as { facts: number };
          return { day, parts, facts: facts + more.facts };
        });
        return held.filter(({ parts, facts }) => parts + facts > 0).sort((a, b) => a.day - b.day);
      }),
    day: async (day, seen = { parts: 0, facts: 0 }) =>
      atOnce(() => {
        const bound = boundOf(day);
        const parts = bound.parts > seen.parts ? sql.parts.all(day, seen.parts) : [];
        const from = parts.length > 0 ? 0 : seen.facts;
        const known = lookedAt(day, bound);
        const { facts, last } = known.facts <= from ? known : { facts: 0, last: bound.through };
        const rows = sql.facts.all(day, last, from - facts) as {
          number: number;
          document: string;
        }[];
        const end = rows.at(-1);
        if (end)
          looked.set(day, { parts: bound.parts, facts: from + rows.length, last: end.number });
        return {
          parts: parts.map((row) => row['bytes'] as Uint8Array),
          facts: rows.map(({ document }) => JSON.parse(document) as KeptFact),
        };
      }),
  };
}
