import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesk, type RunningDesk } from '../../src/desk/desk.ts';
import type { Delivery } from '../../src/desk/ports.ts';
import { neverStandingBack, type StandingBack } from '../../src/desk/stand-back.ts';
import { openRedis, type RedisStore } from '../../src/desk/store/redis.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import type { Outgoing } from '../../src/support/effects.ts';
import type { Event } from '../../src/support/events.ts';
import type { Handbook } from '../../src/support/handbook.ts';
import type { CategoryLesson } from '../../src/support/lessons.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts';
import { testLog } from '../test-desk.ts';

const shipped = await loadHandbook();
const MINUTE = 60_000;

/** Several desks on one Redis, with one platform before them all. */
async function openReplicas(
  url: string,
  count: number,
  policy: Partial<Handbook['policy']> = {},
  standBacks: readonly StandingBack[] = [],
) {
  const clock = manualClock();
  const handbook: Handbook = { ...shipped, policy: { ...shipped.policy, ...policy } };
  const understood: string[] = [];
  const performed: Outgoing[] = [];
  const logs = testLog();
  const replicas: { desk: RunningDesk; opened: RedisStore }[] = [];
  for (let i = 0; i < count; i++) {
    const opened = await openRedis(url, logs);
    const standBack = standBacks[i] ?? neverStandingBack;
    const desk = createDesk({ store: opened.store, handbook, clock, log: logs, standBack });
    desk.open({
      platform: 'playground',
      async understand({ id, body }) {
        // Later ones are understood faster: the order must not come from luck.
        await new Promise((resolve) => setTimeout(resolve, id.endsWith('0') ? 15 : 0));
        understood.push(id);
        return { event: JSON.parse(body) as Event };
      },
      async perform(effect) {
        performed.push(effect);
        return { channel: 'c', id: effect.id };
      },
      staff: async (ids) =>
        ids === 'leads' ? [] : ids.map((id) => ({ id, name: id, role: 'agent' })),
      find: async () => 'absent',
      postNote: async ({ id }) => ({ channel: 'c', id }),
    });
    desk.start();
    replicas.push({ desk, opened });
  }
  const { store } = replicas[0]!.opened;
  const settle = async () => {
    for (let busy = true; busy; ) {
      await Promise.all(replicas.map(({ desk }) => desk.settle()));
      const { inbox, effects } = await store.depth();
      const next = await store.nextDue();
      busy = inbox + effects > 0 || (next !== undefined && next <= clock.now());
    }
  };
  return {
    ...{ clock, understood, performed, logs, store, settle },
    desks: replicas.map(({ desk }) => desk),
    async [Symbol.asyncDispose]() {
      for (const { desk, opened } of replicas) {
        await desk[Symbol.asyncDispose]();
        await opened.store[Symbol.asyncDispose]();
      }
    },
  };
}

/** A customer of their own writes at the top of the channel. */
function wrote(id: string, who: string, clock: ManualClock, thread?: string): Delivery {
  const place = { platform: 'playground', workspace: 'w', channel: 'help' } as const;
  const author = { id: who, name: who, role: 'customer' } as const;
  const text = `my invoice ${id} was charged twice`;
  const event: Event = {
    ...{ type: 'customer.wrote', id, at: clock.now() },
    place: thread === undefined ? place : { ...place, thread },
    message: { id, at: clock.now(), author, text, files: [] },
  };
  return { id, platform: 'playground', lane: who, body: JSON.stringify(event) };
}

describe.skipIf(!hasRedis)('several desks on one Redis', () => {
  let server: RedisServer;
  let names = 0;
  beforeAll(async () => {
    server = await startRedis('--appendonly', 'yes');
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('decide what one customer writes in its order and once, and send each thing once', async () => {
    await using all = await openReplicas(server.url(`d${names++}`), 3);
    const customers = ['nora', 'ben', 'cleo'];
    for (let i = 0; i < 10; i++) {
      for (const who of customers) {
        const said = wrote(`${who}-${10 + i}`, who, all.clock, i === 0 ? undefined : `${who}-10`);
        // The platform tells two of them of the same thing, as it does when one is slow to answer.
        await Promise.all([
          all.desks[i % 3]!.accept(said),
          ...(i % 3 === 0 ? [all.desks[(i + 1) % 3]!.accept(said)] : []),
        ]);
      }
    }
    await all.settle();
    for (const who of customers) {
      const ids = Array.from({ length: 10 }, (_, i) => `${who}-${10 + i}`);
      expect(all.understood.filter((id) => id.startsWith(who))).toEqual(ids);
      const theirs = await all.store.ofCustomer('playground', 'w', who, 10);
      expect(theirs.map(({ messages }) => messages.map(({ id }) => id))).toEqual([ids]);
    }
    all.clock.advance(30 * MINUTE);
    await all.settle();
    const sent = all.performed.filter(({ type }) => type.startsWith('send-'));
    expect(sent.length).toBeGreaterThan(0);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
    expect(all.logs.lines).toEqual([]);
  });

  it('give what comes in at once to everybody in turn, whichever of them chooses', async () => {
    const week = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);
    const calendar = { zone: 'Etc/UTC', week, holidays: [] };
    const people = ['ada', 'sam', 'lea', 'tom'];
    const team = { name: 'desk', calendar, people, categories: [], speaks: [] };
    const policy = { assign: 'least loaded', teams: [team] } as const;
    await using all = await openReplicas(server.url(`d${names++}`), 2, policy);
    const customers = Array.from({ length: 12 }, (_, i) => `customer${i}`);
    await Promise.all(
      customers.map((who, i) => all.desks[i % 2]!.accept(wrote(`m-${who}`, who, all.clock))),
    );
    await all.settle();
    all.clock.advance(5 * MINUTE);
    await all.settle();
    const loads = await all.store.loads('playground');
    expect(loads.map(({ person, open }) => [person, open]).toSorted()).toEqual(
      people.toSorted().map((person) => [person, 3]),
    );
  });

  it('learn what a lead accepted at another of them, and look at nothing anew while it waits for a lead', async () => {
    await using all = await openReplicas(server.url(`d${names++}`), 2);
    let heard = 0;
    all.desks[1]!.onLearning(() => heard++);
    const lesson: CategoryLesson = {
      ...{ id: '1', text: 'charged twice', from: 'billing', category: 'refund', at: 1 },
      ...{ by: { id: 'ada', name: 'Ada', role: 'agent' }, messages: ['1'], state: 'waiting' },
    };
    await all.desks[0]!.accept(wrote('m', 'nora', all.clock));
    await all.settle();
    const [opened] = await all.store.ofCustomer('playground', 'w', 'nora', 1);
    const withLesson = async (before: Conversation, state: CategoryLesson['state']) => {
      const next = { ...before, version: before.version + 1, lessons: [{ ...lesson, state }] };
      const none = { claims: [], effects: [], raised: [], facts: [] };
      await all.store.commit({ ...none, event: state, at: 1, conversation: { before, next } });
      return next;
    };
    const changes = await all.store.shared!.learnt();
    const waiting = await withLesson(opened!, 'waiting');
    expect(await all.store.shared!.learnt()).toBe(changes);
    await withLesson(waiting, 'accepted');
    await expect.poll(() => heard, { timeout: 3000 }).toBe(1);
  });

  it('have at once what one of them had taken up and not begun when it was told to stop', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const slow: StandingBack = { accepted() {}, turn: () => held };
    await using all = await openReplicas(server.url(`d${names++}`), 2, {}, [slow]);
    const [first, second] = all.desks;
    await second!.settle();
    for (let i = 0; i < 5; i++) await first!.accept(wrote(`m${i}`, `customer${i}`, all.clock));
    const claimed = async () => (await all.store.claimDeliveries(all.clock.now(), 0, 1)).length;
    await expect.poll(claimed).toBe(0);
    const closed = first![Symbol.asyncDispose]();
    letGo();
    await closed;
    await second!.settle();
    // The clock stands still: no lease has ended.
    expect(all.understood.toSorted()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
    expect(all.performed.filter(({ type }) => type === 'show-card')).toHaveLength(5);
  });

  it('take up what one of them had accepted and then died', async () => {
    await using all = await openReplicas(server.url(`d${names++}`), 1);
    const dead = await openRedis(server.url(`d${names - 1}`), testLog());
    await dead.store.accept([wrote('m', 'nora', all.clock)]);
    await dead.store[Symbol.asyncDispose]();
    await expect.poll(() => all.understood, { timeout: 3000 }).toEqual(['m']);
    await all.settle();
  });
});
