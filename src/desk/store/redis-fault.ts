import { hostsOf, type RedisAddress } from './redis-address.ts';

/** Why Redis does not do what it is asked, and the remedy, in words without a full stop. Its cause is what Redis or the network said. */
export class RedisFault extends Error {
  override readonly name = 'RedisFault';
  /** Whether it may end without STORE_URL being changed: then even a start waits for that. */
  readonly passes: boolean;

  constructor(words: string, passes: boolean, cause: unknown) {
    super(words, { cause });
    this.passes = passes;
  }
}

/** By how Redis begins what it says (https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors). */
const PASSING: readonly (readonly [RegExp, string])[] = [
  [
    /^OOM\b/,
    'Redis is full and takes no writes: raise its maxmemory, or give the machine more memory',
  ],
  [
    /^MISCONF\b/,
    'Redis cannot write to its disk and takes no writes: make room there, and see what its own log says',
  ],
  [
    /^(READONLY|MASTERDOWN)\b/,
    'Redis takes no writes here: it is a replica of another. Name that one in STORE_URL, or the sentinels that know it',
  ],
  [
    /^NOREPLICAS\b/,
    'Redis takes no writes: too few replicas follow it. See to them, or lower its min-replicas-to-write',
  ],
  [/^LOADING\b/, 'Redis is still reading its log: it answers when it has read all'],
  [/^ERR max number of clients/, 'Redis takes no more connections: raise its maxclients'],
];

const LASTING: readonly (readonly [RegExp, string])[] = [
  [
    /^NOAUTH\b/,
    'Redis wants a password: write the user, a colon, the password and an @ in front of the host in STORE_URL',
  ],
  [
    /^(WRONGPASS\b|ERR (invalid password|AUTH\b|Client sent AUTH))/,
    'Redis does not let us in: correct the user and password in STORE_URL',
  ],
  [
    /^NOPERM\b/,
    'Redis does not let the user of STORE_URL do all that Warmline does: widen its rights with ACL SETUSER',
  ],
  [
    /^ERR (invalid )?DB index\b/,
    'Redis has no database of that number: correct the number at the end of STORE_URL, or leave it out',
  ],
  [
    /^(ERR SELECT is not allowed|MOVED\b)/,
    'Redis is one of a cluster: begin STORE_URL with redis+cluster:// and leave out the database',
  ],
  [
    /^ERR This instance has cluster support disabled/,
    'Redis is no cluster: begin STORE_URL with redis://, or rediss:// for TLS',
  ],
  [
    /^ERR unknown command ['`](EVALSHA|GET|CLUSTER)\b/i,
    'What answers is no Redis: if it is a sentinel, begin STORE_URL with redis+sentinel:// and end it with the name of the server',
  ],
  [
    /^ERR unknown command ['`]SENTINEL\b/,
    'What answers is no sentinel: name the sentinels in STORE_URL, or begin it with redis:// to name Redis itself',
  ],
];

/** Before 7.0, Redis puts what a script met behind where that was. */
const WITHIN_SCRIPT = /^ERR Error running script .*@user_script: ?\d+: -?(?=[A-Z]{3,} )/;
/** What Redis says of a fault in what it was asked. */
const OURS = /^(ERR|WRONGTYPE|CROSSSLOT)\b/;
/** An answer of Redis begins with a word in capitals; whatever else fails is the way there. */
const ANSWER = /^[A-Z]{3,}\b/;

/**
 * Understands what became of a call.
 * @param connecting what became of the last attempt to connect, if it failed: a call says no more than that there is no connection
 * @returns undefined where the fault is in what was asked
 */
export function faultOf(
  error: unknown,
  connecting: unknown,
  address: RedisAddress,
): RedisFault | undefined {
  if (error instanceof RedisFault) return error;
  const text = messageOf(error).replace(WITHIN_SCRIPT, '');
  const rowOf = (rows: typeof PASSING) => rows.find(([begins]) => begins.test(text))?.[1];
  const [passing, lasting] = [rowOf(PASSING), rowOf(LASTING)];
  if (passing) return new RedisFault(passing, true, error);
  if (lasting) return new RedisFault(lasting, false, error);
  if (OURS.test(text)) return undefined;
  if (ANSWER.test(text)) return new RedisFault(`Redis refuses: ${unstopped(text)}`, true, error);
  return (
    (connecting ? faultOf(connecting, undefined, address) : undefined) ??
    new RedisFault(unreached(address), true, error)
  );
}

function unreached(address: RedisAddress): string {
  const hosts = hostsOf(address);
  if (address.kind === 'sentinel') {
    return `The sentinels at ${hosts} cannot be reached: see that they run there`;
  }
  const tls = address.tls ? ', and takes TLS, as rediss:// has it' : '';
  return `Redis at ${hosts} cannot be reached: see that it runs there${tls}`;
}

/** Without a full stop, so that a sentence can end with it. */
export function unstopped(text: string): string {
  return text.replace(/\.+$/, '');
}

export function messageOf(error: unknown): string {
  const { message, code, errors } = error as NodeJS.ErrnoException & { errors?: unknown[] };
  // Node tries every address of a name, and puts the failures into one without words.
  return message || (errors?.[0] ? messageOf(errors[0]) : (code ?? String(error)));
}
