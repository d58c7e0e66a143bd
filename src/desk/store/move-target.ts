import type { Log } from '../ports.ts';
import { hostOf, type RedisAddress } from './redis-address.ts';
import { connectRedis, type RedisConnection } from './redis-connection.ts';
import { faultOf, RedisFault } from './redis-fault.ts';
import { type KeyOf, keysOf } from './redis-keys.ts';
import { FORMAT, MOVING } from './redis-scripts.ts';
import { faultsIn, readSettings } from './redis-settings.ts';
import { StoreRefuses, StoreUnavailable } from './store.ts';

/** A move that meets a fault ends: nothing is tried again, and what it says of it is enough. */
const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Where a desk is moved to. */
export interface Target extends Disposable {
  readonly connection: RedisConnection;
  readonly key: KeyOf;
  /** How to get rid of whatever stands there of the desk. */
  readonly removal: string;
}

/** @throws StoreRefuses where it cannot be reached */
export async function openTarget(address: RedisAddress): Promise<Target> {
  const connection = connectRedis(address, SILENT);
  const fault = await connection.tried;
  if (fault) {
    connection.close();
    throw refusal(faultOf(fault, undefined, address) ?? fault, 'Then call this again');
  }
  return {
    connection,
    key: keysOf(address.tag),
    removal: removalOf(address),
    [Symbol.dispose]: () => connection.close(),
  };
}

/**
 * Claims an empty Redis, or goes on with what was begun. How many rows of each kind are done.
 * @param from tells the file as it stands from any other
 */
export async function claim(
  { connection, key, removal }: Target,
  from: string,
  log: Log,
): Promise<Record<string, string>> {
  const { ask, command } = connection;
  const format = await ask((client) => client.get(key('format')));
  if (format !== null && format !== MOVING) {
    if (format === String(FORMAT) && from === (await ask((client) => client.get(key('moved'))))) {
      throw new StoreRefuses(
        'This move is complete already: set STORE_URL to it and start Warmline.',
      );
    }
    throw new StoreRefuses(
      `There is a desk in that Redis already. Move into an empty one, or to a desk of another name with ?desk=<name>. If nobody needs that desk, remove it for good:\n  ${removal}`,
    );
  }
  const done = await ask((client) => client.hGetAll(key('moving')));
  if (done['from'] !== undefined && done['from'] !== from) {
    throw new StoreRefuses(
      `A move into that Redis has begun from another file, or from this one before a desk worked on it again. Remove what was moved, then call this again:\n  ${removal}`,
    );
  }
  await checkSettings(connection, log);
  if (format === null) await command('SET', key('format'), MOVING, 'NX');
  await command('HSET', key('moving'), 'from', from);
  return done;
}

/** The same look as at a start, before there is anything to lose. */
async function checkSettings(connection: RedisConnection, log: Log): Promise<void> {
  const settings = await readSettings(connection);
  const faults = faultsIn(settings);
  const policy = settings['maxmemory-policy'] ?? 'noeviction';
  if (policy !== 'noeviction') {
    throw new StoreRefuses(
      `Redis throws away what it keeps when its memory is full (${policy}): conversations would be lost. Set maxmemory-policy to noeviction first, then call this again.`,
    );
  }
  for (const fault of faults) log.warn({}, `${fault}.`);
  if (settings.appendonly === undefined) {
    log.warn({}, 'Redis does not tell its settings: see that it never evicts, and keeps a log.');
  }
}

/** The same of a fault of Redis in words for whoever moves; whatever else it is as it is. */
export function refusal(
  error: unknown,
  again = 'Then call this again; it goes on where it was',
): unknown {
  const fault = error instanceof StoreUnavailable ? error.cause : error;
  if (!(fault instanceof RedisFault)) return error;
  const words = fault.message.replaceAll('STORE_URL', '--to');
  const then = fault.passes ? ` ${again}.` : '';
  return new StoreRefuses(`${words}.${then}`, { cause: error });
}

function removalOf({ kind, nodes, login, tls, database, tag }: RedisAddress): string {
  // Of several, one has it: which, we are not told.
  const server =
    kind === 'one'
      ? `-h ${hostOf(nodes[0]!)} -p ${new URL(nodes[0]!).port || 6379}`
      : '-h <the server that has it> -p <its port>';
  const redis = [
    `redis-cli ${server}`,
    ...(tls ? ['--tls'] : []),
    ...(login.username === undefined ? [] : [`--user ${quoted(login.username)}`]),
    ...(database === 0 ? [] : [`-n ${database}`]),
  ].join(' ');
  const password = login.password === undefined ? '' : ' (its password in REDISCLI_AUTH)';
  return `${redis} --scan --pattern '${tag}:*' | xargs -d '\\n' ${redis} unlink${password}`;
}

/** For a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
