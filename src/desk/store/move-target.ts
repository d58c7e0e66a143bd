import type { Log } from '../ports.ts';
import type { RedisAddress } from './redis-address.ts';
import { connectRedis, type RedisConnection } from './redis-connection.ts';
import { type KeyOf, keysOf } from './redis-keys.ts';
import { FORMAT, MOVING } from './redis-scripts.ts';
import { faultsIn, readSettings } from './redis-settings.ts';
import { StoreRefuses } from './store.ts';

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
    // Of several addresses of one name, none answers: Node has no words for it.
    const reason = fault.message || (fault as NodeJS.ErrnoException).code;
    throw (
      refusal(fault) ??
      new StoreRefuses(
        `Redis cannot be reached at ${hostsOf(address)}: ${reason}. See that it runs, and that --to names it.`,
      )
    );
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

/** What somebody can mend of what Redis says, in words; undefined: anything else. */
export function refusal(error: unknown): StoreRefuses | undefined {
  const cause = error as Error;
  // Within a script, and by another one's words of it, it stands anywhere.
  if (/\bOOM command not allowed/.test(cause.message)) {
    return new StoreRefuses(
      'Redis is full: raise its maxmemory, then call this again; it goes on where it was.',
      { cause },
    );
  }
  const [said] =
    /\b(WRONGPASS|NOAUTH|ERR (invalid|AUTH|Client sent AUTH)).*/.exec(cause.message) ?? [];
  if (said === undefined) return undefined;
  return new StoreRefuses(
    `Redis does not let us in: ${said} Correct the user and password in --to.`,
    { cause },
  );
}

/** Without its password: "redis:6379, desk warmline". */
export function placeWords(address: RedisAddress): string {
  const { kind, master, database } = address;
  const server = kind === 'sentinel' ? `${master} by ${hostsOf(address)}` : hostsOf(address);
  const where = database === 0 ? server : `${server}, database ${database}`;
  return `${where}, desk ${address.tag.slice(1, -1)}`;
}

function hostsOf({ nodes, kind }: RedisAddress): string {
  const usual = kind === 'sentinel' ? '26379' : '6379';
  return nodes
    .map((node) => new URL(node))
    .map(({ hostname, port }) => `${hostname}:${port || usual}`)
    .join(', ');
}

function removalOf({ kind, nodes, login, tls, database, tag }: RedisAddress): string {
  const { hostname, port } = new URL(nodes[0]!);
  // Of several, one has it: which, we are not told.
  const server =
    kind === 'one'
      ? `-h ${hostname.replace(/^\[|\]$/g, '')} -p ${port || 6379}`
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
