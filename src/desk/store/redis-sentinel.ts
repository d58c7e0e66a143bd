import { createClient, createSentinel, type RedisClientOptions } from '@keyv/redis';
import { hostOf, type RedisAddress } from './redis-address.ts';
import { faultOf, RedisFault } from './redis-fault.ts';

interface Place {
  readonly host: string;
  readonly port: number;
}

/** In ms: sentinels hang as servers do, and another may answer. */
interface Patience {
  readonly connectTimeout: number;
  readonly socketTimeout: number;
}

/**
 * A client of the server that sentinels watch. It is begun only when they know that server, and it lets us in: begun before, it tries
 * for as long as it takes, prints what it meets, and cannot be ended meanwhile.
 */
export function sentinelClient(
  address: RedisAddress,
  patience: Patience,
  options: RedisClientOptions,
) {
  const sentinels = address.nodes.map((node) => ({
    host: hostOf(node),
    port: Number(new URL(node).port || 26379),
  }));
  const client = createSentinel({
    name: address.master,
    sentinelRootNodes: sentinels,
    // What one of them says otherwise may be long in coming: a ping has it answer in time.
    sentinelClientOptions: { socket: patience, pingInterval: patience.socketTimeout / 3 },
    nodeClientOptions: options,
    passthroughClientErrorEvents: true,
  });
  const follow = client.connect.bind(client);
  const connect = async () => {
    try {
      await reach(await findServer(address, sentinels, patience), options, address);
    } catch (error) {
      client.emit('error', error);
      throw error;
    }
    return follow();
  };
  return Object.assign(client, { connect });
}

/** @throws what the last of the sentinels said of it, or why there is none that can be asked */
async function findServer(
  address: RedisAddress,
  sentinels: readonly Place[],
  patience: Patience,
): Promise<Place> {
  let fault: unknown;
  for (const { host, port } of sentinels) {
    try {
      return await askSentinel({ host, port, ...patience }, address.master);
    } catch (error) {
      fault = error;
    }
  }
  throw faultOf(fault, undefined, address) ?? fault;
}

/** https://redis.io/docs/latest/develop/reference/sentinel-clients/ */
async function askSentinel(sentinel: Place & Patience, master: string): Promise<Place> {
  const asked = ['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', master];
  const found = await once({ socket: sentinel }, (client) =>
    client.sendCommand<[string, string] | null>(asked),
  );
  if (found) return { host: found[0], port: Number(found[1]) };
  const words = `The sentinels know no server ${master}: correct the name behind the hosts in STORE_URL`;
  throw new RedisFault(words, false, undefined);
}

/** @throws RedisFault why the server is of no use */
async function reach(server: Place, options: RedisClientOptions, address: RedisAddress) {
  try {
    await once({ ...options, socket: { ...options.socket, ...server } }, (client) => client.ping());
  } catch (error) {
    const { host, port } = server;
    const itself = { ...address, kind: 'one', nodes: [`redis://${host}:${port}`] } as const;
    throw faultOf(error, undefined, itself) ?? error;
  }
}

/** Asks one thing over a connection of its own, which is tried once. */
async function once<T>(
  options: RedisClientOptions,
  ask: (client: ReturnType<typeof createClient>) => Promise<T>,
): Promise<T> {
  const socket = { ...options.socket, reconnectStrategy: false } as RedisClientOptions['socket'];
  const client = createClient({ ...options, socket: socket! });
  // It rejects as well.
  client.on('error', () => {});
  try {
    await client.connect();
    return await ask(client);
  } finally {
    if (client.isOpen) client.destroy();
  }
}
