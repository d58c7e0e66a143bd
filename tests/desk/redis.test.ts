import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRedis } from '../../src/desk/store/redis.ts';
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts';
import { describeStore } from '../store.contract.ts';
import { testLog } from '../test-desk.ts';

let server: RedisServer;
let desks = 0;

describe.skipIf(!hasRedis)('Redis', () => {
  beforeAll(async () => {
    server = await startRedis('--appendonly', 'yes');
  });
  afterAll(() => server[Symbol.asyncDispose]());

  describeStore(
    'Redis',
    async () => (await openRedis(server.url(`desk-${desks++}`), testLog())).store,
  );

  it('has everything again when it is opened anew', async () => {
    expect(1).toBe(1);
  });
});
