import { afterAll, beforeAll, describe } from 'vitest';
import { openRedis } from '../../src/desk/store/redis.ts';
import { describeProtocol } from '../protocol.contract.ts';
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts';
import { testLog } from '../test-desk.ts';

describe.skipIf(!hasRedis)('a Redis that keeps all in memory', () => {
  let server: RedisServer;
  let desks = 0;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const open = async () => (await openRedis(server.url(`desk-${desks++}`), testLog())).store;
  // All of them take half a minute.
  describeProtocol('Redis', open, 12);
});
