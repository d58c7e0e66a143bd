import KeyvRedis from '@keyv/redis';
import type { Log } from '../ports.ts';
import { hostsOf, type RedisAddress } from './redis-address.ts';
import { type Client, clientFor, LONGEST_WAIT, type Words } from './redis-client.ts';
import { faultOf, messageOf, RedisFault } from './redis-fault.ts';
import type { Script } from './redis-scripts.ts';
import { StoreUnavailable } from './store.ts';

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
  const told = new Set<string>();
  /** Why the last attempt to connect failed; undefined once anything was answered. */
  let away: Error | undefined;
  const { promise: tried, resolve } = Promise.withResolvers<Error | undefined>();

  client.on('error', (error) => {
    const text = messageOf(error instanceof RedisFault ? (error.cause ?? error) : error);
    // Whoever looks at the server says what no waiting mends.
    const passes = faultOf(error, undefined, address)?.passes !== false;
    // The same again at each attempt says nothing new, nor does one of several that stays away.
    if (!closed && passes && !told.has(text)) {
      log.warn({ err: error }, `Redis at ${hostsOf(address)} is away: ${text}; trying again`);
    }
    told.add(text);
    away = error;
    resolve(error);
  });
  const connect = () => {
    client.connect().then(
      () => {
        // Closed while it was not open yet.
        if (closed && client.isOpen) client.destroy();
        told.clear();
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
  const remedy = 'All goes on by itself when that has changed';
  const restart = '; if it is STORE_URL that you change, restart Warmline';
  return new StoreUnavailable(
    fault,
    `${remedy}${fault.message.includes('STORE_URL') ? restart : ''}`,
  );
}
