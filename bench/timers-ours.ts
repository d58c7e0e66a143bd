// What a number of pending timers costs the embedded store and the agenda. The file for them and their number as arguments.
import { randomInt } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createAgenda } from '../src/desk/agenda.ts';
import { type Clock, systemClock } from '../src/desk/clock.ts';
import type { Log } from '../src/desk/ports.ts';
import { openSqlite } from '../src/desk/store/sqlite.ts';
import type { Conversation } from '../src/support/conversation.ts';
import { median, quantile } from './statistics.ts';

/** What `timers-ours.ts` prints: milliseconds and megabytes where nothing else is said. */
export interface TimersTaken {
  readonly opened: number;
  readonly file: number;
  /** Microseconds of the processor's time, so that a busy machine matters little. */
  readonly oneMore: number;
  /** Timers by the clock, and by the processor's time, in a second. */
  readonly fired: number;
  readonly firedByCpu: number;
  readonly late: number;
}

const DAY = 24 * 3_600_000;
/** Timers that come due while we watch: so many a second, for so many seconds. */
const EACH_SECOND = 1_000;
const SECONDS = 8;
/** Decisions that set a timer, by groups that share a write. */
const GROUPS = 60;
const GROUP = 100;

/** Nothing but what we watch is due before. */
const start = Date.now() + DAY;
const nora = { id: 'U0NORA00001', name: 'Nora Lind', role: 'customer' } as const;
/** A conversation with as many words as one has. */
const conversation: Conversation = {
  id: '',
  version: 1,
  place: { platform: 'slack', workspace: 'T0HOME00001', channel: 'C0SUPPORT01' },
  customer: nora,
  status: 'waiting',
  openedAt: start,
  lastCustomerAt: start,
  messages: [{ id: '1', author: nora, at: start, text: 'w'.repeat(1_700), files: [] }],
  drafts: [],
  humanSpoke: false,
  timers: {},
  deeds: [],
};

const [file = '', count = '0', fires = '0'] = process.argv.slice(2);
const pending = Number(count);
const NOTHING = { claims: [], effects: [], raised: [], facts: [] } as const;
const fail = (facts: object, text: string) => console.error(text, facts);
const log: Log = { debug() {}, info() {}, warn: fail, error: fail };

await openSqlite(file)[Symbol.asyncDispose]();
fill(pending);
const megabytes = statSync(file).size / 1024 ** 2;
const watched = Date.now() + 3_000;
insert(EACH_SECOND * SECONDS, (i) => watched + (i * 1_000) / EACH_SECOND);

const before = performance.now();
const store = openSqlite(file);
await store.nextDue();
const opened = performance.now() - before;

const late = await watch();
const oneMore = await setMore();
const fired = await fire(Number(fires));
await store[Symbol.asyncDispose]();
rmSync(file);
const taken: TimersTaken = { opened, file: megabytes, oneMore, ...fired, late };
console.log(JSON.stringify(taken));

/** Timers of the next month, as they are set in the course of time: in no order. */
function fill(many: number): void {
  insert(many, () => start + randomInt(30 * DAY));
}

function insert(many: number, due: (i: number) => number): void {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const add = database.prepare('INSERT INTO timer (due, conversation, name) VALUES (?, ?, ?)');
  for (let i = 0; i < many; i++) add.run(Math.floor(due(i)), idOf(i), 'clock');
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

/** As Slack’s conversations are called. */
function idOf(i: number): string {
  return `slack:T0HOME00001:C0SUPPORT01:${1_772_445_621 + i}.${String(i % 1_000_000).padStart(6, '0')}`;
}

/** How late the last 1 in 100 fired of those that came due one after the other. */
async function watch(): Promise<number> {
  const lateness: number[] = [];
  await run(systemClock, EACH_SECOND * SECONDS, (due) => lateness.push(Date.now() - due));
  return quantile(lateness, 0.99);
}

/** One more decision that sets a timer, and keeps a conversation of 2 kB with it. */
async function setMore(): Promise<number> {
  const took: number[] = [];
  for (let group = 0; group < GROUPS; group++) {
    const began = process.cpuUsage();
    await Promise.all(Array.from({ length: GROUP }, (_, i) => setOne(`${group}/${i}`)));
    took.push(busySince(began) / GROUP);
  }
  return median(took);
}

function setOne(name: string): Promise<unknown> {
  const timers = { clock: start + randomInt(30 * DAY) };
  const next: Conversation = {
    ...conversation,
    id: `slack:T0HOME00001:C0SUPPORT01:${name}`,
    timers,
  };
  const event = `${name}/set`;
  return store.commit({ ...NOTHING, event, at: start, conversation: { before: undefined, next } });
}

/** Microseconds. */
function busySince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return user + system;
}

/** How many a second fire of those that are due at once: claimed, decided and kept. */
async function fire(many: number): Promise<Pick<TimersTaken, 'fired' | 'firedByCpu'>> {
  // The clock stands where about so many are due.
  const now = start + Math.ceil((30 * DAY * many) / pending);
  const standing: Clock = { now: () => now, wake: () => () => {} };
  const due = dueBy(now);
  const [began, busy] = [performance.now(), process.cpuUsage()];
  await run(standing, due, () => {});
  return {
    fired: (due * 1e3) / (performance.now() - began),
    firedByCpu: (due * 1e6) / busySince(busy),
  };
}

function dueBy(now: number): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare('SELECT count(*) AS n FROM timer WHERE due <= ?').get(now);
  database.close();
  return Number(row?.['n']);
}

/** An agenda with the least decision there can be, until so many timers have fired. */
async function run(clock: Clock, many: number, kept: (due: number) => void): Promise<void> {
  let left = many;
  let done = () => {};
  const all = new Promise<void>((resolve) => {
    done = resolve;
  });
  const agenda = createAgenda({
    store,
    clock,
    log,
    carryOut: async () => {},
    async decide({ id, at }, source) {
      await store.commit({ ...NOTHING, event: id, at, ...source });
      if (source.timer) kept(source.timer.due);
      left--;
      if (left === 0) done();
    },
  });
  agenda.wake();
  await all;
  await agenda.stop();
}
