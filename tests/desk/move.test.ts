import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk/desk.ts';
import { move } from '../../src/desk/store/move.ts';
import { openRedis } from '../../src/desk/store/redis.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { StoreRefuses } from '../../src/desk/store/store.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Event } from '../../src/support/events.ts';
import { dayOf } from '../../src/support/report/page.ts';
import { manualClock } from '../clock.ts';
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts';
import { testLog } from '../test-desk.ts';

const handbook = await loadHandbook();
const silently = () => {};

/** A desk that has been at work, and was stopped in the middle of it. */
async function workedOn() {
  const file = join(mkdtempSync(join(tmpdir(), 'warmline-move-')), 'desk.sqlite');
  const clock = manualClock();
  const store = openSqlite(file);
  const desk = createDesk({ store, handbook, clock, log: testLog() });
  desk.open({
    platform: 'playground',
    understand: async ({ body }) => ({ event: JSON.parse(body) as Event }),
    perform: async ({ id }) => ({ channel: 'c', id }),
    staff: async () => [],
    find: async () => 'absent',
    postNote: async ({ id }) => ({ channel: 'c', id }),
  });
  desk.start();
  const place = { platform: 'playground', workspace: 'w', channel: 'help' } as const;
  const says = (id: string) => {
    const author = { id: `nora${id}`, name: 'Nora', role: 'customer' } as const;
    const message = { id, at: clock.now(), author, text: `Order ${id} has not come 📦`, files: [] };
    const event: Event = { type: 'customer.wrote', id, at: clock.now(), place, message };
    const body = JSON.stringify(event);
    return desk.accept({ id, platform: 'playground', lane: `lane ${id}`, body });
  };
  for (let i = 0; i < 12; i++) await says(`m${i}`);
  await desk.settle();
  clock.advance(600_000);
  await desk.settle();
  await desk.shelf('people').set('nora', { name: 'Nora' });
  await desk.shelf('people').set('ada', { name: 'Ada' }, 3_600_000_000);
  await store.ledger.bind(
    dayOf(clock.now()),
    { parts: 0, facts: 3 },
    Uint8Array.of(0, 255, 13, 10),
  );
  await desk[Symbol.asyncDispose]();
  // Accepted, and nobody there any more who decides it.
  for (let i = 12; i < 15; i++) await says(`m${i}`);
  const lately = { now: clock.now(), day: dayOf(clock.now()) };
  await store[Symbol.asyncDispose]();
  return { file, ...lately };
}

/** All that a desk can ask of a store. */
async function everythingIn(store: ReturnType<typeof openSqlite>, now: number, day: number) {
  // Of one instant, in any order.
  const sorted = <T>(all: readonly T[]) =>
    all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const conversations = sorted(await store.ofChannel('playground/w/help', 0, 100));
  const names = await store.named(['m0', 'author/playground/w/help/noram1', 'unknown']);
  const { parts, facts } = await store.ledger.day(day);
  return {
    conversations,
    names,
    ...{ parts: parts.map((part) => [...part]), facts, days: await store.ledger.days(0, day + 1) },
    waiting: sorted(await store.waiting(100)),
    ofCustomer: await store.ofCustomer('playground', 'w', 'noram3', 10),
    loads: await store.loads('playground'),
    lessons: await store.lessons(),
    refs: await Promise.all(conversations.map(({ id }) => store.refs(id))),
    people: [await store.shelf('people').get('nora'), await store.shelf('people').get('ada')],
    depth: await store.depth(),
    due: await store.nextDue(),
    inbox: (await store.claimDeliveries(now, now, 99)).map(({ id, lane, body }) => [
      id,
      lane,
      body,
    ]),
    timers: sorted(await store.claimTimers(now + 1e9, now + 1e9, 1000)),
    effects: sorted(
      (await store.claimEffects(now, now, 99)).map(({ effect, attempts }) => [effect, attempts]),
    ),
  };
}

describe.skipIf(!hasRedis)('moving a desk from its file to Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis('--appendonly', 'yes');
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('brings everything as it was, also where it was broken off, and keeps out whoever comes too early', async () => {
    const { file, now, day } = await workedOn();
    const url = server.url('moved');
    let steps = 0;
    const breaksOff = () => {
      if (++steps === 4) throw new Error('the terminal was closed');
    };
    await expect(move(file, url, testLog(), breaksOff)).rejects.toThrow(/terminal/);
    await expect(openRedis(url, testLog())).rejects.toThrow(/has not ended/);
    const moved = await move(file, url, testLog(), silently);
    expect(moved.find(({ kind }) => kind === 'conversations')).toMatchObject({ rows: 12 });
    await expect(move(file, url, testLog(), silently)).rejects.toThrow(
      /^This move is complete already: set STORE_URL/,
    );
    await using embedded = openSqlite(file);
    const { store } = await openRedis(url, testLog());
    const before = await everythingIn(embedded, now, day);
    expect(before.conversations).toHaveLength(12);
    expect(before.inbox).toHaveLength(3);
    expect(before.timers.length).toBeGreaterThan(0);
    expect(before.facts.length).toBeGreaterThan(0);
    expect(await everythingIn(store, now, day)).toEqual(before);
    // What comes next has a number of its own.
    await store.accept([{ id: 'new', platform: 'playground', lane: 'new', body: '{}' }]);
    expect((await store.depth()).inbox).toBe(before.depth.inbox + 1);
    await store[Symbol.asyncDispose]();
  });

  it('does not go on with a file on which a desk has worked meanwhile', async () => {
    const { file } = await workedOn();
    const url = server.url('changed');
    const breaksOff = () => {
      throw new Error('the terminal was closed');
    };
    await expect(move(file, url, testLog(), breaksOff)).rejects.toThrow(/terminal/);
    const store = openSqlite(file);
    await store.accept([{ id: 'late', platform: 'playground', lane: 'late', body: '{}' }]);
    await store[Symbol.asyncDispose]();
    const again = move(file, url, testLog(), silently);
    await expect(again).rejects.toThrow(StoreRefuses);
    await expect(again).rejects.toThrow(
      /Remove what was moved, .*\n {2}redis-cli .*\{changed\}:\*/,
    );
  });
});
