import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Log } from '../ports.ts';
import { type Command, KINDS, type Kind } from './move-kinds.ts';
import { claim, openTarget, refusal, type Target } from './move-target.ts';
import { readRedisAddress } from './redis-address.ts';
import { FORMAT, scripts } from './redis-scripts.ts';
import { checkSource, openSource } from './source-file.ts';
import { openSqlite } from './sqlite.ts';
import { StoreRefuses } from './store.ts';

/** Rows that go to the server in one script. */
const AT_ONCE = 200;

/** What was moved of one kind. */
export interface Moved {
  readonly kind: string;
  readonly rows: number;
  /** Of all its rows as they stand in Redis, in any order. */
  readonly checksum: string;
}

/** How far a move is. */
export interface Step {
  /** Everything is moved first, then proved. */
  readonly doing: 'moving' | 'proving';
  readonly kind: string;
  /** Of this kind: done, and in all. */
  readonly rows: number;
  readonly of: number;
  /** Of everything, from 0 to 1. */
  readonly share: number;
}

export type Progress = (step: Step) => void;

/**
 * Moves everything from the file of an embedded store to a Redis in which this desk has nothing yet. One that was broken off goes on
 * where it stopped. In the end every row is read back; until then no Warmline opens that Redis.
 * @throws StoreInUse when somebody has the file open, StoreRefuses when there is nothing in the file, when Redis is of no use, full, or
 * has something of this desk, when the file has changed since the move began, or when what stands there is not what was moved.
 */
export async function move(
  file: string,
  url: string,
  log: Log,
  tell: Progress,
): Promise<readonly Moved[]> {
  checkSource(file);
  // Of the newest format, and nobody else's meanwhile.
  await using _held = openSqlite(file);
  using database = openSource(file);
  using target = await openTarget(readRedisAddress(url));
  try {
    return await moveInto(target, database, log, tell);
  } catch (error) {
    throw refusal(error);
  }
}

async function moveInto(
  target: Target,
  database: DatabaseSync,
  log: Log,
  tell: Progress,
): Promise<readonly Moved[]> {
  const from = fingerprint(database);
  const done = await claim(target, from, log);
  const counts = KINDS.map(({ rows }) => countOf(database, rows));
  const all = counts.reduce((sum, count) => sum + count, 0);
  /** Says of each kind, one after the other, how far it is. */
  const told = (doing: Step['doing']) => {
    let before = 0;
    return ({ name: kind }: Kind, i: number) => {
      const [of, start] = [counts[i]!, before];
      before += of;
      return (rows: number) => tell({ doing, kind, rows, of, share: (start + rows) / all });
    };
  };
  const moving = told('moving');
  for (const [i, kind] of KINDS.entries()) {
    const skip = kind.fleeting ? 0 : Number(done[kind.name] ?? 0);
    await moveKind(target, database, kind, skip, moving(kind, i));
  }
  const proving = told('proving');
  const moved: Moved[] = [];
  for (const [i, kind] of KINDS.entries()) {
    moved.push(await proveKind(target, database, kind, proving(kind, i)));
  }
  await proveCounts(target, database);
  await finish(target, database, from);
  return moved;
}

async function moveKind(
  { connection: { run }, key }: Target,
  database: DatabaseSync,
  { name, rows, write }: Kind,
  skip: number,
  tell: (rows: number) => void,
): Promise<void> {
  let done = skip;
  for (const batch of batches(database, rows, skip)) {
    done += batch.length;
    const commands = batch.flatMap((row) => write(row, key));
    await run(scripts.write, [name, String(done), ...commands.flatMap(counted)]);
    tell(done);
  }
}

async function proveKind(
  { connection: { run }, key, removal }: Target,
  database: DatabaseSync,
  { name, rows, proof }: Kind,
  tell: (rows: number) => void,
): Promise<Moved> {
  const [expected, found] = [checksum(), checksum()];
  let proved = 0;
  for (const batch of batches(database, rows, 0)) {
    const proofs = batch.map((row) => proof(row, key));
    const asked = proofs.flatMap(([ask]) => counted(ask));
    const answers = await run<string[]>(scripts.read, asked);
    proofs.forEach(([ask, answer], i) => {
      expected.add(ask, answer);
      found.add(ask, answers[i]!);
    });
    proved += batch.length;
    tell(proved);
  }
  if (expected.value() !== found.value()) {
    throw new StoreRefuses(
      `What stands in Redis of the ${name} is not what was moved. Keep to the file. To move again, remove what was moved first:\n  ${removal}`,
    );
  }
  return { kind: name, rows: proved, checksum: found.value() };
}

/** Nothing is there beyond what was moved, and lists have everything. */
async function proveCounts(
  { connection: { command }, key, removal }: Target,
  database: DatabaseSync,
): Promise<void> {
  for (const [ask, count] of [
    [['HLEN', key('name')], 'SELECT count(*) AS n FROM name'],
    [['ZCARD', key('timers')], 'SELECT count(*) AS n FROM timer'],
    [['ZCARD', key('known')], 'SELECT count(*) AS n FROM inbox'],
    [['ZCARD', key('decided')], 'SELECT count(*) AS n FROM decided'],
    [['HLEN', key('in')], 'SELECT count(*) AS n FROM inbox WHERE state = 0'],
    [['HLEN', key('out')], 'SELECT count(*) AS n FROM effect'],
    [['ZCARD', key('out:look')], 'SELECT count(DISTINCT lane) AS n FROM effect'],
    [['HLEN', key('lessons')], 'SELECT count(*) AS n FROM lesson'],
    [['ZCARD', key('asides')], 'SELECT count(*) AS n FROM aside'],
    [['ZCARD', key('waiting')], 'SELECT count(waiting) AS n FROM conversation'],
  ] as const) {
    const [there, here] = [await command<number>(...ask), database.prepare(count).get()?.['n']];
    if (there !== here) {
      throw new StoreRefuses(
        `In Redis there are ${there} in ${ask[1]}, and ${here} were moved. Keep to the file. To move again, remove what was moved first:\n  ${removal}`,
      );
    }
  }
}

/** From here on a Warmline may open it. What is left of the move tells of which file it was. */
async function finish(
  { connection: { command }, key }: Target,
  database: DatabaseSync,
  from: string,
): Promise<void> {
  const last = database.prepare('SELECT max(seq) AS n FROM sqlite_sequence').get()?.['n'] ?? 0;
  await command('SET', key('number'), String(last));
  await command('SET', key('moved'), from);
  await command('DEL', key('moving'));
  await command('SET', key('format'), String(FORMAT));
}

function* batches(database: DatabaseSync, rows: string, skip: number): Generator<unknown[]> {
  let batch: unknown[] = [];
  for (const row of database.prepare(`${rows} LIMIT -1 OFFSET ?`).iterate(skip)) {
    batch.push({ ...row });
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function countOf(database: DatabaseSync, rows: string): number {
  return Number(database.prepare(`SELECT count(*) AS n FROM (${rows})`).get()?.['n']);
}

/** What no other file has, and what changes with whatever a desk does. */
function fingerprint(database: DatabaseSync): string {
  const lasting = KINDS.filter(({ fleeting }) => !fleeting);
  const counts = lasting.map(({ rows }) => countOf(database, rows));
  const ids = database
    .prepare(
      'SELECT total(version) AS versions, min(id) AS first, max(id) AS last FROM conversation',
    )
    .get();
  const numbers = database.prepare('SELECT name, seq FROM sqlite_sequence ORDER BY name').all();
  return JSON.stringify([counts, ids, numbers]);
}

function counted(command: Command): Command {
  return [String(command.length), ...command];
}

/** The sum of the hashes of what was added: in any order it is the same. */
function checksum() {
  let sum = 0n;
  return {
    add(ask: readonly string[], answer: string) {
      const hash = createHash('sha256').update(ask.join('\0')).update('\0').update(answer);
      sum = BigInt.asUintN(64, sum + hash.digest().readBigUInt64LE());
    },
    value: () => sum.toString(16).padStart(16, '0'),
  };
}
