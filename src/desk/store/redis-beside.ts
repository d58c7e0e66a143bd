import { type StoreBeside, StoreUnreadable } from './beside.ts';
import { openRedis } from './redis.ts';
import { type RedisAddress, readRedisAddress } from './redis-address.ts';
import { connectRedis } from './redis-connection.ts';
import { keysOf } from './redis-keys.ts';
import { SILENT } from './redis-ledger.ts';
import { StoreUnavailable } from './store.ts';

/**
 * What a desk has in Redis, for whoever only looks.
 * @throws StoreUnreadable where Redis is away, or has no desk of that name
 */
export async function openBesideRedis(url: string): Promise<StoreBeside> {
  await checkDesk(url);
  const { store } = await openRedis(url, SILENT).catch((error: Error) => {
    throw new StoreUnreadable(error.message, { cause: error });
  });
  return store;
}

/** Where there is none, none is begun. */
async function checkDesk(url: string): Promise<void> {
  const address = addressIn(url);
  const { tried, ask, close } = connectRedis(address, SILENT);
  try {
    await tried;
    if (await ask((client) => client.get(keysOf(address.tag)('format')))) return;
    throw new StoreUnreadable(
      'There is no desk of that name in that Redis. Name it as STORE_URL does, with ?desk=<name> if it has one.',
    );
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw new StoreUnreadable(`${(error.cause as Error).message}.`, { cause: error });
  } finally {
    close();
  }
}

function addressIn(url: string): RedisAddress {
  try {
    return readRedisAddress(url);
  } catch (cause) {
    throw new StoreUnreadable(`The address of Redis ${(cause as Error).message}.`, { cause });
  }
}
