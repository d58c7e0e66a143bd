// What a desk's facts take and how fast they are reported. The file for them and the number of conversations as arguments.
import { rmSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLedger, type DeskLedger } from '../src/desk/ledger/ledger.ts';
import { squeezePart } from '../src/desk/ledger/squeezing.ts';
import { move } from '../src/desk/store/move.ts';
import { openStore } from '../src/desk/store/open.ts';
import { openSqlite } from '../src/desk/store/sqlite.ts';
import { dayOf } from '../src/support/report/page.ts';
import type { Period } from '../src/support/report/report.ts';
import { hasRedis, startRedis } from '../tests/redis-server.ts';
import { DAYS, factsOfHalfAYear } from './half-a-year.ts';
import { quantile } from './statistics.ts';

/** What `reports-ours.ts` prints: milliseconds where nothing else is said. */
export interface ReportsTaken {
  readonly facts: number;
  /** A conversation in bound parts. */
  readonly bytes: number;
  /** Binding the last day that is over, and the longest that anything else had to wait meanwhile. */
  readonly bound: number;
  readonly held: number;
  /** The first report, for which the worker starts and reads the present day. */
  readonly first: number;
  /** By days: by the clock, and of the processor, so that a busy machine matters little. */
  readonly reports: Readonly<Record<number, Times>>;
  /** The same facts moved to Redis; undefined where there is no server for it. */
  readonly onRedis: Readonly<Record<number, Times>> | undefined;
  /** The 99th percentile of acknowledgements, by rounds: with nothing beside them, and during reports. */
  readonly alone: readonly number[];
  readonly beside: readonly number[];
}

interface Times {
  readonly took: number[];
  readonly busy: number[];
}

const DAY = 24 * 3_600_000;
/** Afternoon: half of the present day has happened. */
const NOW = Date.UTC(2026, 10, 25, 15);
const TODAY = dayOf(NOW);
const ROUNDS = 5;
/** Deliveries a second, for so many seconds a round. */
const RATE = 200;
const SECONDS = 4;

const [file = '', many = '0'] = process.argv.slice(2);
const conversations = Number(many);
const log = { debug() {}, info() {}, warn: console.error, error: console.error };
const clock = { now: () => NOW, wake: () => () => {} };

await openSqlite(file)[Symbol.asyncDispose]();
const facts = fill();
const bytes = (numberOf('SELECT avg(length(bytes)) AS n FROM part') * DAYS) / conversations;

const store = openSqlite(file);
const ledger = createLedger({ store, clock, log });
const binding = await bind();
const first = (await report(ledger, 7)).took;
const reports = await reportAll(ledger);
const alone: number[] = [];
const beside: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  alone.push(await acknowledge(round));
  const reporting = new AbortController();
  const done = reportUntil(reporting.signal);
  beside.push(await acknowledge(ROUNDS + round));
  reporting.abort();
  await done;
}
await ledger[Symbol.asyncDispose]();
await store[Symbol.asyncDispose]();
const onRedis = hasRedis ? await reportOnRedis() : undefined;
rmSync(file);
const taken: ReportsTaken = { facts, bytes, ...binding, first, reports, onRedis, alone, beside };
console.log(JSON.stringify(taken));

/** Days that are over as parts, all but the last; that and the present one as they were kept. Returns how many facts. */
function fill(): number {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const part = database.prepare('INSERT INTO part VALUES (?, 0, 0, ?)');
  const fact = database.prepare('INSERT INTO fact (day, document) VALUES (?, ?)');
  let all = 0;
  for (const { day, facts } of factsOfHalfAYear(conversations, NOW)) {
    all += facts.length;
    if (day < TODAY - 1) part.run(day, squeezePart(facts, day));
    else for (const one of facts) fact.run(day, JSON.stringify(one));
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return all;
}

function numberOf(query: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare(query).get();
  database.close();
  return Number(row?.['n']);
}

/** Binds yesterday as a desk does, and waits until its facts are deleted. */
async function bind(): Promise<Pick<ReportsTaken, 'bound' | 'held'>> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const began = performance.now();
  await ledger.bind();
  const bound = performance.now() - began;
  const left = `SELECT count(*) AS n FROM fact WHERE day < ${TODAY}`;
  while (numberOf(left) > 0) await sleep(100);
  loop.disable();
  return { bound, held: loop.max / 1e6 };
}

async function reportAll(from: DeskLedger): Promise<Record<number, Times>> {
  const all: Record<number, Times> = {};
  for (const days of [7, 30, DAYS]) {
    const times: Times = { took: [], busy: [] };
    all[days] = times;
    // The first of its length is still compiled for.
    await report(from, days);
    for (let round = 0; round < ROUNDS; round++) {
      const { took, busy } = await report(from, days);
      times.took.push(took);
      times.busy.push(busy);
    }
  }
  return all;
}

async function reportOnRedis(): Promise<Record<number, Times>> {
  await using redis = await startRedis();
  const warnings = { ...log, warn() {} };
  await move(file, redis.url(), warnings, () => {});
  const { store: there } = await openStore(redis.url(), warnings);
  await using theirs = createLedger({ store: there, clock, log });
  const all = await reportAll(theirs);
  await there[Symbol.asyncDispose]();
  return all;
}

async function report(
  from: DeskLedger,
  days: number,
): Promise<{ readonly took: number; readonly busy: number }> {
  const period = (to: number): Period => ({ from: to - days * DAY, to, zone: 'UTC', words: '' });
  const question = {
    period: period(NOW),
    before: period(NOW - days * DAY),
    by: 'agent',
    only: {},
  } as const;
  const [began, busy] = [performance.now(), process.cpuUsage()];
  await from.answer('report', { question, at: NOW, standing: { waiting: [], gaps: [] } });
  const { user, system } = process.cpuUsage(busy);
  return { took: performance.now() - began, busy: (user + system) / 1e3 };
}

async function reportUntil(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await report(ledger, 30);
}

/** Deliveries at a steady pace: how long after their time 99 of 100 are kept. */
async function acknowledge(round: number): Promise<number> {
  const took: number[] = [];
  const body = JSON.stringify({ text: 'w'.repeat(900) });
  const accept = async (i: number, due: number) => {
    await store.accept([{ id: `${round}/${i}`, platform: 'slack', lane: 'a', body }]);
    took.push(performance.now() - due);
  };
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (let i = 0; i < RATE * SECONDS; i++) {
    const due = began + (i * 1_000) / RATE;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    all.push(accept(i, due));
  }
  await Promise.all(all);
  return quantile(took, 0.99);
}
