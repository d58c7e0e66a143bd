import KeyvRedis, { createClient, createCluster, createSentinel } from '@keyv/redis';
import type { Log } from '../ports.ts';
import { hostsOf, type RedisAddress } from './redis-address.ts';
import { faultOf, messageOf, type RedisFault } from './redis-fault.ts';
import type { Script } from './redis-scripts.ts';
import { StoreUnavailable } from './store.ts';

/** Milliseconds: to open a connection, and until a server that says nothing counts as gone. */
const CONNECT_TIMEOUT = 2_000;
const SILENCE = 5_000;
/** First and longest wait between attempts to connect, in ms. */
const FIRST_WAIT = 50;
const LONGEST_WAIT = 2_000;

type Words = readonly string[];

/** What we use of a client, whether of one server, of a cluster, or of what sentinels watch over. */
interface Client {
  readonly isOpen: boolean;
  connect(): Promise<unknown>;
  destroy(): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  evalSha(sha: string, how: { keys: string[]; arguments: Words }): Promise<unknown>;
  eval(text: string, how: { keys: string[]; arguments: Words }): Promise<unknown>;
  get(key: string): Promise<string | null>;
  set(key: string, value: string, how: { NX: true; PX: number }): Promise<string | null>;
  mGet(keys: string[]): Promise<(string | null)[]>;
  hmGet(key: string, fields: string[]): Promise<(string | null)[]>;
  hGet(key: string, field: string): Promise<string | null>;
  hGetAll(key: string): Promise<Record<string, string>>;
  hLen(key: string): Promise<number>;
  zCard(key: string): Promise<number>;
  lRange(key: string, from: number, to: number): Promise<string[]>;
  sendCommand(...how: unknown[]): Promise<unknown>;
}

/** What can be asked of Redis. Every call is answered, or rejects: at once where there is no connection. */
export type Ask = <T>(call: (client: Client) => Promise<T>) => Promise<T>;

/**
 * A connection that is opened anew for as long as it takes. Faults of the server reject as `StoreUnavailable`, their cause a
 * `RedisFault`: what was asked for may have been done all the same, if the answer was lost.
 */
export interface RedisConnection {
  readonly ask: Ask;
  /** Runs a script on the keys of this desk. */
  run<T>(script: Script, words: Words): Promise<T>;
  /** A command that concerns the server as a whole. */
  command<T>(...words: string[]): Promise<T>;
  /** For Keyv. */
  readonly adapter: KeyvRedis<unknown>;
  /** Resolves when the first attempt to connect has succeeded or failed. */
  readonly tried: Promise<Error | undefined>;
  /** Gives up this connection and opens another one: the server says nothing. */
  renew(): void;
  close(): void;
}

export function connectRedis(address: RedisAddress, log: Log): RedisConnection {
  const client = clientFor(address);
  let closed = false;
  let told = '';
  /** Why the last attempt to connect failed; undefined once anything was answered. */
  let away: Error | undefined;
  const { promise: tried, resolve } = Promise.withResolvers<Error | undefined>();

  client.on('error', (error) => {
    const text = messageOf(error);
    // The same again at each attempt says nothing new, nor does one of a cluster that stays away.
    if (!closed && text !== told) {
      log.warn({ err: error }, `Redis at ${hostsOf(address)} is away: ${text}; trying again`);
    }
    told = text;
    away = error;
    resolve(error);
  });
  const connect = () => {
    client.connect().then(
      () => {
        told = '';
        resolve(undefined);
      },
      (error) => {
        // What a server of it said tells more.
        away ??= error;
        resolve(error);
        if (!closed) setTimeout(() => closed || client.isOpen || connect(), LONGEST_WAIT).unref();
      },
    );
  };

  const adapter = new StrictRedis(client as never, {
    throwOnErrors: true,
    throwOnConnectError: true,
    noNamespaceAffectsAll: false,
  });
  connect();

  const ask: Ask = async (call) => {
    try {
      const answer = await call(client);
      away = undefined;
      return answer;
    } catch (error) {
      const fault = faultOf(error, away, address);
      throw fault ? unavailable(fault) : error;
    }
  };

  return {
    ask,
    tried,
    adapter,
    run: (script, words) => {
      const how = { keys: [address.tag], arguments: words };
      return ask(async () => {
        try {
          return (await client.evalSha(script.sha, how)) as never;
        } catch (error) {
          // New to it, or restarted since.
          if (!messageOf(error).startsWith('NOSCRIPT')) throw error;
          return (await client.eval(script.text, how)) as never;
        }
      });
    },
    command: (...words) =>
      ask(() => {
        if (address.kind === 'cluster') return client.sendCommand(address.tag, false, words);
        if (address.kind === 'sentinel') return client.sendCommand(false, words);
        return client.sendCommand(words);
      }) as Promise<never>,
    renew() {
      if (closed) return;
      if (client.isOpen) client.destroy();
      connect();
    },
    close() {
      closed = true;
      if (client.isOpen) client.destroy();
    },
  };
}

/** Keyv's adapter tells of faults by an event, or swallows them: here they reject what was asked for, and that is all. */
class StrictRedis extends KeyvRedis<unknown> {
  override emit(event: string, ...rest: unknown[]): boolean {
    return event === 'error' ? true : super.emit(event, ...rest);
  }
}

function unavailable(fault: RedisFault): StoreUnavailable {
  return new StoreUnavailable(fault, 'All goes on by itself when that has changed');
}

function clientFor({ kind, nodes, master, login, tls, database }: RedisAddress): Client {
  const common = {
    ...login,
    disableOfflineQueue: true,
    socket: {
      ...(tls ? { tls: true as const } : {}),
      connectTimeout: CONNECT_TIMEOUT,
      socketTimeout: SILENCE,
      reconnectStrategy: (tries: number) => Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT),
    },
  };
  // The three are alike in what we use, and their types too large to say so.
  switch (kind) {
    case 'one':
      return createClient({ url: nodes[0]!, database, ...common }) as unknown as Client;
    case 'cluster':
      return createCluster({
        rootNodes: nodes.map((url) => ({ url })),
        defaults: common,
      }) as unknown as Client;
    case 'sentinel':
      return createSentinel({
        name: master,
        sentinelRootNodes: nodes.map((node) => {
          const { hostname, port } = new URL(node);
          return { host: hostname, port: Number(port || 26379) };
        }),
        nodeClientOptions: { ...common, database },
        passthroughClientErrorEvents: true,
      }) as unknown as Client;
  }
}
