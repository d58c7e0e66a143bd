/** Where a STORE_URL finds Redis, and under which names a desk keeps its things there. */
export interface RedisAddress {
  readonly kind: 'one' | 'cluster' | 'sentinel';
  /** The server, some of a cluster, or the sentinels. */
  readonly nodes: readonly string[];
  /** The name by which the sentinels know the server. */
  readonly master: string;
  readonly login: { readonly username?: string; readonly password?: string };
  readonly tls: boolean;
  readonly database: number;
  /** For how long a replica has what it has taken up, in ms; undefined: as usual. */
  readonly lease: number | undefined;
  /** The names of all keys of the desk begin with it. Its braces have a cluster keep them together. */
  readonly tag: string;
}

const KINDS = {
  'redis:': 'one',
  'rediss:': 'one',
  'redis+cluster:': 'cluster',
  'rediss+cluster:': 'cluster',
  'redis+sentinel:': 'sentinel',
  'rediss+sentinel:': 'sentinel',
} as const;

/** Whether a URL has the shape of one below. */
export function isRedisUrl(url: string): boolean {
  return Object.keys(KINDS).some((scheme) => url.startsWith(`${scheme}//`));
}

/**
 * Reads `redis://[user:password@]host[:port][/database][?desk=name&lease=seconds]`, `rediss://…` (TLS),
 * `redis+cluster://[user:password@]host:port,host:port…` or
 * `redis+sentinel://[user:password@]host:port,host:port…/name-of-the-server[/database]`. Desks of several names may share a server.
 * The lease is how long others wait for a replica that died or stands still, from 2 s on (see `leaseOf`).
 * @throws Error that says what is wrong with it.
 */
export function readRedisAddress(text: string): RedisAddress {
  const match = /^(rediss?(?:\+\w+)?:)\/\/(?:([^@/]*)@)?([^/?]*)(\/[^?]*)?(?:\?(.*))?$/.exec(text);
  const kind = match && KINDS[match[1] as keyof typeof KINDS];
  if (!match || !kind) throw new Error('is not the address of a Redis server');
  const [, scheme = '', login, hosts = '', path = '', query = ''] = match;
  const asked = new URLSearchParams(query);
  const desk = asked.get('desk') ?? 'warmline';
  if ([...asked.keys()].some((name) => name !== 'desk' && name !== 'lease')) {
    throw new Error(
      'has something else behind its question mark than desk=<name> and lease=<seconds>',
    );
  }
  if (!/^[\w.-]{1,64}$/.test(desk)) {
    throw new Error('names its desk with other signs than letters, digits, dots and dashes');
  }
  const lease = asked.get('lease') ?? undefined;
  if (lease !== undefined && !(/^\d{1,3}$/.test(lease) && Number(lease) >= 2)) {
    throw new Error('has a lease that is no number of seconds from 2 to 999');
  }
  if (
    hosts === '' ||
    hosts.split(',').some((host) => !/^(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host))
  ) {
    throw new Error('has no host in it, or one that is none');
  }
  const tls = scheme.startsWith('rediss');
  const nodes = hosts.split(',').map((host) => `${tls ? 'rediss' : 'redis'}://${host}`);
  const parts = path.slice(1).split('/');
  const master = kind === 'sentinel' ? (parts.shift() ?? '') : '';
  const database = parts.join('/');
  if (kind === 'sentinel' && master === '') {
    throw new Error(
      'does not say which server the sentinels watch: its name stands behind the hosts and a slash',
    );
  }
  if (kind === 'one' && nodes.length > 1) {
    throw new Error('has several hosts in it: begin it with redis+cluster:// or redis+sentinel://');
  }
  if (!/^\d{0,3}$/.test(database) || (kind === 'cluster' && database !== '')) {
    throw new Error('names a database that is no number, or one of a cluster, which has none');
  }
  if (login !== undefined && !/^(?:[^%]|%[\da-f]{2})*$/i.test(login)) {
    throw new Error('has a password with a % in it, which is written %25 there');
  }
  const [username, password] = (login ?? '').split(/:(.*)/s).map(decodeURIComponent);
  return {
    kind,
    nodes,
    master,
    login: { ...(username ? { username } : {}), ...(password ? { password } : {}) },
    tls,
    database: Number(database),
    lease: lease === undefined ? undefined : Number(lease) * 1000,
    tag: `{${desk}}`,
  };
}
