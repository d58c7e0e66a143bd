import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Log } from '../ports.ts';
import { type Command, KINDS, type Kind } from './move-kinds.ts';
import { readRedisAddress } from './redis-address.ts';
import { connectRedis, type RedisConnection } from './redis-connection.ts';
import { type KeyOf, keysOf } from './redis-keys.ts';
import { FORMAT, MOVING, scripts } from './redis-scripts.ts';
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

/** How far a move is. `rows` of `all` are done, of moving and then of proving. */
export type Progress = (
  doing: 'moving' | 'proving',
  kind: string,
  rows: number,
  all: number,
) => void;

/**
 * Moves everything from the file of an embedded store to a Redis in which this desk has nothing yet. One that was broken off goes on
 * where it stopped. In the end every row is read back; until then no Warmline opens that Redis.
 * @throws StoreInUse when somebody has the file open, StoreRefuses when Redis has something of this desk, when the file has changed
 * since the move began, or when what stands there is not what was moved.
 */
export async function move(
  file: string,
  url: string,
  log: Log,
  tell: Progress,
): Promise<readonly Moved[]> {
  // Of the newest format, and nobody else's meanwhile.
  await using _held = openSqlite(file);
  const database = new DatabaseSync(file, { readOnly: true });
  const address = readRedisAddress(url);
  const connection = connectRedis(address, log);
  try {
    const key = keysOf(address.tag);
    const fault = await connection.tried;
    if (fault) throw new StoreRefuses(`Redis cannot be reached: ${fault.message}`);
    const done = await begin(connection, key, fingerprint(database));
    const counts = KINDS.map(({ rows }) => countOf(database, rows));
    const all = counts.reduce((sum, count) => sum + count, 0);
    let rows = 0;
    for (const [i, kind] of KINDS.entries()) {
      const skip = kind.fleeting ? 0 : Number(done[kind.name] ?? 0);
      await moveKind(connection, key, database, kind, skip, (n) =>
        tell('moving', kind.name, rows + n, all),
      );
      rows += counts[i]!;
    }
    rows = 0;
    const moved: Moved[] = [];
    for (const kind of KINDS) {
      moved.push(
        await proveKind(connection, key, database, kind, (n) =>
          tell('proving', kind.name, rows + n, all),
        ),
      );
      rows += moved.at(-1)!.rows;
    }
    await proveCounts(connection, key, database);
    await finish(connection, key, database);
    return moved;
  } finally {
    connection.close();
    database.close();
  }
}

/** Claims an empty Redis, or goes on with what was begun. How many rows of each kind are done. */
async function begin(
  { ask, command }: RedisConnection,
  key: KeyOf,
  from: string,
): Promise<Record<string, string>> {
  const format = await ask((client) => client.get(key('format')));
  if (format === null) {
    await command('SET', key('format'), MOVING, 'NX');
    await command('HSET', key('moving'), 'from', from);
    return {};
  }
  if (format !== MOVING) {
    throw new StoreRefuses(
      'There is a desk in that Redis already. Move into an empty one, or to a desk of another name with ?desk=<name>.',
    );
  }
  const done = await ask((client) => client.hGetAll(key('moving')));
  if (done['from'] !== undefined && done['from'] !== from) {
    throw new StoreRefuses(
      'The file has changed since this move began: a desk has worked on it. Move to a desk of another name with ?desk=<name>.',
    );
  }
  await command('HSET', key('moving'), 'from', from);
  return done;
}

async function moveKind(
  { run }: RedisConnection,
  key: KeyOf,
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
  { run }: RedisConnection,
  key: KeyOf,
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
      `What stands in Redis of the ${name} is not what was moved. Keep to the file, and move to a desk of another name with ?desk=<name>.`,
    );
  }
  return { kind: name, rows: proved, checksum: found.value() };
}

/** Nothing is there beyond what was moved, and lists have everything. */
async function proveCounts(
  { command }: RedisConnection,
  key: KeyOf,
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
      throw new StoreRefuses(`In Redis there are ${there} in ${ask[1]}, and ${here} were moved.`);
    }
  }
}

/** From here on a Warmline may open it. */
async function finish(
  { command }: RedisConnection,
  key: KeyOf,
  database: DatabaseSync,
): Promise<void> {
  const last = database.prepare('SELECT max(seq) AS n FROM sqlite_sequence').get()?.['n'] ?? 0;
  await command('SET', key('number'), String(last));
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

/** What changes with whatever a desk does. */
function fingerprint(database: DatabaseSync): string {
  const lasting = KINDS.filter(({ fleeting }) => !fleeting);
  const counts = lasting.map(({ rows }) => countOf(database, rows));
  const { versions } = database
    .prepare('SELECT total(version) AS versions FROM conversation')
    .get() as { versions: number };
  const numbers = database.prepare('SELECT name, seq FROM sqlite_sequence ORDER BY name').all();
  return JSON.stringify([counts, versions, numbers]);
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
