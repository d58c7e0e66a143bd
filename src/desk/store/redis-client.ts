import { createClient, createCluster } from '@keyv/redis';
import type { RedisAddress } from './redis-address.ts';
import { sentinelClient } from './redis-sentinel.ts';

/** Milliseconds: to open a connection, and until a server that says nothing counts as gone. */
const CONNECT_TIMEOUT = 2_000;
const SILENCE = 5_000;
/** First and longest wait between attempts to connect, in ms. */
const FIRST_WAIT = 50;
export const LONGEST_WAIT = 2_000;

export type Words = readonly string[];

/** What we use of a client, whether of one server, of a cluster, or of what sentinels watch over. */
export interface Client {
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

/** A client that is not connected yet, and tells by an event why it is not. */
export function clientFor(address: RedisAddress): Client {
  const { kind, nodes, login, tls, database } = address;
  const patience = { connectTimeout: CONNECT_TIMEOUT, socketTimeout: SILENCE };
  const common = {
    ...login,
    disableOfflineQueue: true,
    socket: {
      ...(tls ? { tls: true as const } : {}),
      ...patience,
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
      return sentinelClient(address, patience, { ...common, database }) as unknown as Client;
  }
}
