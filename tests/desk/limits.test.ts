import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk/desk.ts';
import type { Door } from '../../src/desk/ports.ts';
import { openMemory } from '../../src/desk/store/memory.ts';
import { openRedis } from '../../src/desk/store/redis.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { createSlack } from '../../src/slack/slack.ts';
import type { Outgoing } from '../../src/support/effects.ts';
import { isSaid } from '../../src/support/effects.ts';
import type { Event } from '../../src/support/events.ts';
import { manualClock } from '../clock.ts';
import { people, places } from '../fake-slack/cast.ts';
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts';
import { makeSlack, type SlackRig } from '../rigs/slack.ts';
import { charts, openTestDesk, testLog } from '../test-desk.ts';

const shipped = await loadHandbook();

describe.skipIf(!hasRedis)('a channel that Slack limits, with two desks on one Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('is left alone by both for as long as Slack asks, and all that waits arrives, in turn and once', async () => {
    const [one, two] = [
      await openRedis(server.url(), testLog()),
      await openRedis(server.url(), testLog()),
    ];
    let rig!: SlackRig;
    await using first = await openTestDesk(
      async (parts) => {
        rig = await makeSlack(parts, { fake: { echo: false } });
        return rig;
      },
      { store: one.store, policy: { acknowledge: false } },
    );
    const { clock, handbook, log } = first;
    const { slack } = rig;
    await using desk = createDesk({ store: two.store, handbook, clock, log });
    const config = {
      ...{ botToken: slack.botToken, signingSecret: slack.signingSecret, apiUrl: slack.apiUrl },
      ...{ supportChannels: [places.support], triageChannel: places.triage },
      ...{ agents: [people.ada], leads: [] },
    };
    await using door = await createSlack({ config, desk, handbook, charts, clock, log });
    desk.open(door);
    desk.start();
    const settle = async () => {
      for (let open = true; open; ) {
        await Promise.all([first.settle(), desk.settle()]);
        const next = await one.store.nextDue();
        open = next !== undefined && next <= clock.now();
      }
    };

    // Three at once, then one a second: more is refused, and asked to wait for two seconds.
    let room = 3;
    let asked = 0;
    const posts: { readonly at: number; readonly refused: boolean }[] = [];
    slack.misbehave({
      method: 'chat.postMessage',
      times: 10_000,
      how: { status: 429, retryAfter: 2 },
      when({ channel }) {
        if (channel !== places.triage) return false;
        const at = clock.now();
        room = Math.min(3, room + (at - asked) / 1000);
        asked = at;
        const refused = room < 1;
        if (!refused) room -= 1;
        posts.push({ at, refused });
        return refused;
      },
    });
    for (let i = 0; i < 16; i++) {
      const who = { ...slack.world.users.get(people.nora)!, id: `U0MANY${i}`, name: `many.${i}` };
      slack.world.users.set(who.id, who);
      slack.world.channels.get(places.support)!.members.add(who.id);
      clock.advance(300);
      await settle();
      await slack.writes(who.id, places.support, `Case ${i}: my invoice ${i} was charged twice`);
    }
    await settle();
    for (let waited = 0; waited < 120_000; waited += 250) {
      clock.advance(250);
      await settle();
    }
    const refusals = posts.filter(({ refused }) => refused).map(({ at }) => at);
    expect(refusals.length).toBeGreaterThan(0);
    const early = posts.filter(({ at }) => refusals.some((no) => at > no && at < no + 2_000));
    expect(early).toEqual([]);
    const told = slack.messages(places.triage).map(({ metadata }) => JSON.stringify(metadata));
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBeGreaterThan(16);
    // Without turns each that waits would ask again and again.
    expect(refusals.length).toBeLessThan(told.length);
    expect((await one.store.depth()).effects).toBe(0);
  });
});

describe('a workspace that hangs', () => {
  it('keeps nobody of another one waiting', async () => {
    const handbook = { ...shipped, policy: { ...shipped.policy, burstPause: 0 } };
    const store = openSqlite(':memory:');
    const clock = manualClock();
    await using desk = createDesk({ store, handbook, clock, log: testLog() });
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const sent: Outgoing[] = [];
    const door: Door = {
      platform: 'playground',
      understand: async ({ body }) => ({ event: JSON.parse(body) as Event }),
      async perform(effect) {
        if (isSaid(effect) && effect.place.workspace === 'slow') await answered;
        sent.push(effect);
        return { channel: 'c', id: effect.id };
      },
      staff: async () => [],
      postNote: async () => undefined,
      find: async () => 'absent',
    };
    desk.open(door);
    desk.start();
    const writes = (workspace: string, who: string) => {
      const place = { platform: 'playground', workspace, channel: who } as const;
      const author = { id: who, name: who, role: 'customer' } as const;
      const message = { id: who, at: clock.now(), author, text: 'it is broken', files: [] };
      const event: Event = { type: 'customer.wrote', id: who, at: clock.now(), place, message };
      return desk.accept({
        id: who,
        platform: 'playground',
        lane: who,
        body: JSON.stringify(event),
      });
    };
    const saidIn = (workspace: string) =>
      sent.filter((effect) => isSaid(effect) && effect.place.workspace === workspace).length;
    // More than is taken up at once.
    for (let i = 0; i < 300; i++) await writes('slow', `s${i}`);
    await expect.poll(async () => (await store.depth()).inbox).toBe(0);
    await writes('quick', 'nora');
    await expect.poll(() => saidIn('quick')).toBe(1);
    expect(saidIn('slow')).toBe(0);
    answer();
    await expect
      .poll(async () => {
        clock.advance(10_000);
        await desk.settle();
        return saidIn('slow');
      })
      .toBe(300);
  });
});

it('more than can be kept in time is refused at once, so that the platform sends it again', async () => {
  const { promise: kept, resolve: keep } = Promise.withResolvers<void>();
  const store = { ...openMemory(), accept: () => kept };
  await using desk = createDesk({ store, handbook: shipped, clock: manualClock(), log: testLog() });
  const accept = (id: string) => desk.accept({ id, platform: 'slack', lane: id, body: '{}' });
  const waiting = Array.from({ length: 2_000 }, (_, i) => accept(`${i}`));
  await expect(accept('one more')).rejects.toThrow(/more comes in at once/);
  keep();
  await Promise.all(waiting);
  await accept('again');
  expect((await desk.stats()).accepted).toBe(2_001);
});
