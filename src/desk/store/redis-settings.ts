import type { RedisConnection } from './redis-connection.ts';
import { StoreRefuses } from './store.ts';

/** What of a server matters to whoever trusts it with conversations. A setting that it does not tell is absent. */
export interface RedisSettings {
  readonly version?: string | undefined;
  readonly 'maxmemory-policy'?: string | undefined;
  readonly appendonly?: string | undefined;
  readonly appendfsync?: string | undefined;
}

/** Asked for by scripts: `ZRANGE … BYSCORE`. */
const OLDEST = [6, 2];

/** Asks a server. Hosted ones may not tell: then it is absent. */
export async function readSettings({ command }: RedisConnection): Promise<RedisSettings> {
  const settingOf = (name: string) =>
    command<string[]>('CONFIG', 'GET', name).then(
      ([, value]) => value,
      () => undefined,
    );
  const [policy, appendonly, appendfsync, server] = await Promise.all([
    settingOf('maxmemory-policy'),
    settingOf('appendonly'),
    settingOf('appendfsync'),
    command<string>('INFO', 'server').catch(() => ''),
  ]);
  const version = /^redis_version:(\S+)/m.exec(server)?.[1];
  return { version, 'maxmemory-policy': policy, appendonly, appendfsync };
}

/**
 * What is to be mended, each with its remedy; empty where all is well.
 * @throws StoreRefuses where it cannot be used at all
 */
export function faultsIn(settings: RedisSettings): readonly string[] {
  const { version, 'maxmemory-policy': policy, appendonly, appendfsync } = settings;
  if (version !== undefined && isOlder(version)) {
    throw new StoreRefuses(
      `Redis is of version ${version}. Warmline needs ${OLDEST.join('.')} or newer: upgrade it.`,
    );
  }
  const faults: string[] = [];
  if (policy !== undefined && policy !== 'noeviction') {
    faults.push(
      `Redis throws away what it keeps when its memory is full (${policy}): conversations would be lost. Set maxmemory-policy to noeviction`,
    );
  }
  if (appendonly === 'no') {
    faults.push(
      // Started with a log that is not there yet, it reads no snapshot either.
      'Redis keeps no log of its writes: what was acknowledged may be lost when it stops. Set appendonly to yes while it runs (restarted with it first, it starts empty): redis-cli config set appendonly yes, wait for aof_rewrite_scheduled:0 and aof_rewrite_in_progress:0 in redis-cli info persistence, then redis-cli config rewrite, or write it into its settings',
    );
  } else if (appendfsync === 'no') {
    faults.push(
      'Redis leaves it to the system when its log is on disk: a power cut may take half a minute. Set appendfsync to everysec or always',
    );
  }
  return faults;
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST[0]! || (major === OLDEST[0] && minor < OLDEST[1]!);
}
