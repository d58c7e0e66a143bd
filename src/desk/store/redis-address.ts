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

const WRITE = 'Write it as redis://user:password@host:6379, with rediss:// for TLS';
const OTHERS = 'redis+cluster:// for a cluster, redis+sentinel:// for one that sentinels watch';
const WRITE_SIGNS =
  'In the user and the password write signs such as @ as %40, / as %2F and % as %25';

/** Whether a URL has the shape of one below. */
export function isRedisUrl(url: string): boolean {
  return Object.keys(KINDS).some((scheme) => url.startsWith(`${scheme}//`));
}

/**
 * Reads `redis://[user:password@]host[:port][/database][?desk=name&lease=seconds]`, `rediss://…` (TLS),
 * `redis+cluster://[user:password@]host:port,host:port…` or
 * `redis+sentinel://[user:password@]host:port,host:port…/name-of-the-server[/database]`. Desks of several names may share a server.
 * The lease is how long others wait for a replica that died or stands still, from 2 s on (see `leaseOf`).
 * @throws Error that says what is wrong with it and how to write it, quotes nothing of it, and ends without a full stop.
 */
export function readRedisAddress(text: string): RedisAddress {
  const match = /^(rediss?(?:\+\w+)?:)\/\/(?:([^@/]*)@)?([^/?]*)(\/[^?]*)?(?:\?(.*))?$/.exec(text);
  const kind = match && KINDS[match[1] as keyof typeof KINDS];
  if (!match || !kind) {
    throw new Error(`is not the address of a Redis server. ${WRITE}, or begin it with ${OTHERS}`);
  }
  const [, scheme = '', login, hosts = '', path = '', query = ''] = match;
  checkHosts(hosts, path + query);
  const asked = new URLSearchParams(query);
  const desk = asked.get('desk') ?? 'warmline';
  if ([...asked.keys()].some((name) => name !== 'desk' && name !== 'lease')) {
    throw new Error(
      'has something else behind its question mark than desk=<name> and lease=<seconds>. Leave that out, or write ?desk=acme&lease=40',
    );
  }
  if (!/^[\w.-]{1,64}$/.test(desk)) {
    throw new Error(
      'names its desk with other signs than letters, digits, dots and dashes, or with more than 64. Write ?desk=acme',
    );
  }
  const lease = asked.get('lease') ?? undefined;
  if (lease !== undefined && !(/^\d{1,3}$/.test(lease) && Number(lease) >= 2)) {
    throw new Error('has a lease that is none. Write ?lease=40, 2 to 999 seconds');
  }
  const tls = scheme.startsWith('rediss');
  const nodes = hosts.split(',').map((host) => `${tls ? 'rediss' : 'redis'}://${host}`);
  const parts = path.slice(1).split('/');
  const master = kind === 'sentinel' ? (parts.shift() ?? '') : '';
  const database = parts.join('/');
  if (kind === 'sentinel' && master === '') {
    throw new Error(
      'does not say which server the sentinels watch. Write its name behind the hosts, redis+sentinel://host:26379/name',
    );
  }
  if (kind === 'one' && nodes.length > 1) {
    throw new Error('has several hosts in it: begin it with redis+cluster:// or redis+sentinel://');
  }
  if (!/^\d{0,3}$/.test(database) || (kind === 'cluster' && database !== '')) {
    throw new Error(
      'names a database that is no number, or one of a cluster, which has none. Write redis://host:6379/0, or leave it out',
    );
  }
  const [username, password] = decoded(login);
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

function checkHosts(hosts: string, rest: string): void {
  const all = hosts
    .split(',')
    .map((host) => /^(?:\[[\da-f:]+\]|[\w.-]+)(?::(\d{1,5}))?$/i.exec(host));
  if (hosts !== '' && all.every((host) => host && Number(host[1] ?? 1) <= 65535)) return;
  // Behind the login there is no other @: one in a password ends it, and leaves the rest for a host.
  const signs = (hosts + rest).includes('@') ? `. ${WRITE_SIGNS}` : '';
  throw new Error(
    `has no host in it, or one that is none, or a port beyond 65535. ${WRITE}${signs}`,
  );
}

function decoded(login = ''): readonly (string | undefined)[] {
  try {
    return login.split(/:(.*)/s).map(decodeURIComponent);
  } catch {
    throw new Error(`has a user or a password with a % in it. ${WRITE_SIGNS}`);
  }
}

/** The host of one of its nodes: of an IPv6 address without brackets. */
export function hostOf(node: string): string {
  return new URL(node).hostname.replace(/^\[|\]$/g, '');
}

/** Its servers, without user and password. */
export function hostsOf({ kind, nodes }: RedisAddress): string {
  const port = kind === 'sentinel' ? 26379 : 6379;
  return nodes
    .map((node) => node.replace(/^\w+:\/\//, ''))
    .map((host) => (/:\d+$/.test(host) ? host : `${host}:${port}`))
    .join(', ');
}

/** Without its password: "redis:6379, desk warmline". */
export function placeWords(address: RedisAddress): string {
  const { kind, master, database } = address;
  const server = kind === 'sentinel' ? `${master} by ${hostsOf(address)}` : hostsOf(address);
  const where = database === 0 ? server : `${server}, database ${database}`;
  return `${where}, desk ${address.tag.slice(1, -1)}`;
}
