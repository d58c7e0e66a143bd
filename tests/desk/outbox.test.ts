import { describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk/desk.ts';
import { type Delivery, type Door, PlatformError, type Ref } from '../../src/desk/ports.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { type Store, StoreUnavailable } from '../../src/desk/store/store.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Outgoing } from '../../src/support/effects.ts';
import type { Event } from '../../src/support/events.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import { testLog } from '../test-desk.ts';

const place = { platform: 'playground', workspace: 'w', channel: 'help' } as const;
const ada = { id: 'ada', name: 'Ada Agent', role: 'agent' } as const;

/** A platform that does as it is told: `fails` says how the attempts to carry out an effect end. */
const shipped = await loadHandbook();

async function openDesk(script: {
  fails?: (effect: Outgoing, attempt: number) => PlatformError | 'arrives-but-breaks' | undefined;
  found?: 'absent' | 'unknown';
  /** The same of one look; undefined where it says what is so. */
  looks?: () => 'absent' | undefined;
  /** Looking for what may have arrived fails itself, as often as there are errors here. */
  blind?: PlatformError[];
  /** What the store does for a moment instead. */
  store?: (store: Store) => Partial<Store>;
  /** What happens while the door asks what it must know first. */
  meanwhile?: (effect: Outgoing, attempt: number, clock: ManualClock) => void;
}) {
  const arrived: Outgoing[] = [];
  const attempts = new Map<string, number>();
  const door: Door = {
    platform: 'playground',
    understand: async (delivery: Delivery) => ({ event: JSON.parse(delivery.body) as Event }),
    async perform(effect, { inTime }): Promise<Ref> {
      const attempt = (attempts.get(effect.id) ?? 0) + 1;
      attempts.set(effect.id, attempt);
      script.meanwhile?.(effect, attempt, clock);
      inTime?.();
      const failure = script.fails?.(effect, attempt);
      if (failure instanceof PlatformError) throw failure;
      arrived.push(effect);
      if (failure) throw broken();
      return { channel: 'c', id: effect.id };
    },
    staff: async () => [],
    postNote: async () => undefined,
    async find(effect) {
      const failure = script.blind?.shift();
      if (failure) throw failure;
      const looked = script.looks?.();
      if (looked) return looked;
      if (script.found) return script.found;
      return arrived.some((a) => a.id === effect.id) ? { channel: 'c', id: effect.id } : 'absent';
    },
  };
  const clock = manualClock();
  const handbook = { ...shipped, policy: { ...shipped.policy, burstPause: 0, acknowledge: false } };
  const whole = openSqlite(':memory:');
  const store: Store = { ...whole, ...script.store?.(whole) };
  const desk = createDesk({ store, handbook, clock, log: testLog() });
  desk.open(door);
  desk.start();
  const say = (event: Event) =>
    desk.accept({
      id: event.id,
      platform: 'playground',
      lane: 'help',
      body: JSON.stringify(event),
    });
  await say({
    type: 'customer.wrote',
    id: 'm1',
    at: clock.now(),
    place,
    message: {
      id: 'm1',
      at: clock.now(),
      author: { id: 'nora', name: 'Nora', role: 'customer' },
      text: 'My invoice is wrong, please help',
      files: [],
    },
  });
  await desk.settle();
  const [conversation] = await desk.waiting();
  await say({
    type: 'agent.pressed',
    id: 'p1',
    at: clock.now(),
    conversation: conversation!.id,
    actor: ada,
    button: 'send',
    draft: 1,
  });
  await desk.settle();
  const replies = () => arrived.filter((effect) => effect.type === 'send-reply');
  const draft = async () => (await desk.conversation(conversation!.id))!.drafts[0]!;
  return { desk, store, clock, arrived, attempts, replies, draft };
}

const refusal = (how: { retryable: boolean; retryAfter?: number; uncertain?: boolean }) =>
  new PlatformError('playground', 'the channel is archived', how);
const broken = () =>
  new PlatformError('playground', 'the connection broke', { retryable: true, uncertain: true });
const unavailable = () => new StoreUnavailable(new Error('ECONNRESET'));
const isReply = (effect: Outgoing) => effect.type === 'send-reply';

async function pass(clock: ManualClock, settle: () => Promise<void>, times: number, by = 300_000) {
  for (let i = 0; i < times; i++) {
    clock.advance(by);
    await settle();
  }
}

describe('what waits to be sent', () => {
  it('waits as long as the platform asks, and is sent once', async () => {
    const { desk, clock, replies, draft } = await openDesk({
      fails: (effect, attempt) =>
        isReply(effect) && attempt === 1
          ? refusal({ retryable: true, retryAfter: 30_000 })
          : undefined,
    });
    await pass(clock, desk.settle, 1, 29_999);
    expect(replies()).toHaveLength(0);
    await pass(clock, desk.settle, 1, 1);
    expect(replies()).toHaveLength(1);
    expect((await draft()).state.is).toBe('sent');
  });

  it('is not sent again when it arrived although the connection broke', async () => {
    const { desk, clock, replies, draft } = await openDesk({
      fails: (effect, attempt) =>
        isReply(effect) && attempt === 1 ? 'arrives-but-breaks' : undefined,
    });
    await pass(clock, desk.settle, 3);
    expect(replies()).toHaveLength(1);
    expect((await draft()).state.is).toBe('sent');
  });

  it('is sent again when it was looked for and is not there', async () => {
    const { desk, clock, replies } = await openDesk({
      fails: (effect, attempt) => (isReply(effect) && attempt < 3 ? broken() : undefined),
    });
    await pass(clock, desk.settle, 3);
    expect(replies()).toHaveLength(1);
  });

  it('is not sent by whoever stood still while it was being prepared: others may have sent it by then', async () => {
    const { arrived, clock, desk, attempts, replies } = await openDesk({
      meanwhile: (effect, attempt, clock) => {
        if (isReply(effect) && attempt === 1) clock.advance(61_000);
      },
    });
    expect(arrived.filter(isReply)).toEqual([]);
    await pass(clock, desk.settle, 2);
    expect(replies()).toHaveLength(1);
    expect(attempts.get(replies()[0]!.id)).toBe(2);
  });

  it('is looked for again when the platform only had us wait in between: it may have been on its way still', async () => {
    const found: ('absent' | undefined)[] = ['absent', undefined];
    const { desk, clock, replies } = await openDesk({
      fails: (effect, attempt) => {
        if (!isReply(effect) || attempt > 2) return undefined;
        return attempt === 1
          ? 'arrives-but-breaks'
          : refusal({ retryable: true, retryAfter: 30_000 });
      },
      looks: () => found.shift(),
    });
    await pass(clock, desk.settle, 60, 1_000);
    expect(replies()).toHaveLength(1);
  });

  it('is sent where only our own store was away before, although the platform could not be asked whether it arrived', async () => {
    let away = 1;
    const { desk, clock, replies, draft } = await openDesk({
      found: 'unknown',
      store: (store) => ({
        async turn(place, effect, now) {
          if (place === 'playground/w/help' && away-- > 0) throw unavailable();
          return store.turn(place, effect, now);
        },
      }),
    });
    await pass(clock, desk.settle, 3, 20_000);
    expect(replies()).toHaveLength(1);
    expect((await draft()).state.is).toBe('sent');
  });

  it('is not given up after one failure because it had to wait for its turn often', async () => {
    let failed = false;
    const { desk, store, clock, draft } = await openDesk({
      fails: (effect, attempt) => {
        if (!isReply(effect)) return undefined;
        if (attempt === 1) return refusal({ retryable: true, retryAfter: 1_000 });
        failed = true;
        return attempt === 2 ? refusal({ retryable: true }) : undefined;
      },
    });
    for (let i = 0; i < 14; i++) {
      await store.limit('playground/w/help', clock.now() + 2_000, clock.now());
      await pass(clock, desk.settle, 1, 1_500);
    }
    expect(failed).toBe(false);
    await pass(clock, desk.settle, 30, 1_000);
    expect((await draft()).state.is).toBe('sent');
  });

  it('is found under its card again when it was posted and could not be recorded, and nothing waits for ever', async () => {
    let away = 6;
    const { desk, store, clock, arrived } = await openDesk({
      store: (store) => ({
        async settle(pending, settlement, at) {
          if (pending.effect.type === 'show-card' && away-- > 0) throw unavailable();
          return store.settle(pending, settlement, at);
        },
      }),
    });
    await expect.poll(() => away).toBeLessThanOrEqual(0);
    await pass(clock, desk.settle, 4, 121_000);
    expect(arrived.filter(({ type }) => type === 'show-card')[0]).toBeDefined();
    expect((await store.depth()).effects).toBe(0);
  });

  it('is not sent again when looking for it has to wait', async () => {
    const { desk, clock, replies, draft } = await openDesk({
      fails: (effect, attempt) =>
        isReply(effect) && attempt === 1 ? 'arrives-but-breaks' : undefined,
      blind: [refusal({ retryable: true, retryAfter: 1000 }), refusal({ retryable: true })],
    });
    await pass(clock, desk.settle, 5);
    expect(replies()).toHaveLength(1);
    expect((await draft()).state.is).toBe('sent');
  });

  it('asks the agents when the platform does not let us look for it', async () => {
    const { desk, clock, replies, draft } = await openDesk({
      fails: (effect, attempt) =>
        isReply(effect) && attempt === 1 ? 'arrives-but-breaks' : undefined,
      blind: [refusal({ retryable: false })],
    });
    await pass(clock, desk.settle, 5);
    expect(replies()).toHaveLength(1);
    expect((await draft()).state).toMatchObject({ is: 'failed', uncertain: true });
  });

  it('shows agents the card after hours in which the platform was away', async () => {
    let away = true;
    const { desk, clock, arrived } = await openDesk({
      fails: (effect) =>
        away && effect.type.startsWith('show-') ? refusal({ retryable: true }) : undefined,
    });
    await pass(clock, desk.settle, 36);
    away = false;
    await pass(clock, desk.settle, 2);
    expect(arrived.map((effect) => effect.type)).toContain('show-card');
  });

  it('asks the agents when the platform cannot say whether it arrived', async () => {
    const { desk, clock, replies, draft } = await openDesk({
      fails: (effect) => (isReply(effect) ? broken() : undefined),
      found: 'unknown',
    });
    await pass(clock, desk.settle, 3);
    expect(replies()).toHaveLength(0);
    expect((await draft()).state).toMatchObject({ is: 'failed' });
  });

  it('is given up at once when the platform refuses it for good, and the agents see why', async () => {
    const { desk, arrived, draft } = await openDesk({
      fails: (effect) => (isReply(effect) ? refusal({ retryable: false }) : undefined),
    });
    expect((await draft()).state).toMatchObject({
      is: 'failed',
      because: 'the channel is archived',
    });
    expect(arrived.filter((e) => e.type === 'show-note').at(-1)).toMatchObject({
      text: expect.stringContaining('the channel is archived'),
    });
    expect(await desk.waiting()).toHaveLength(1);
  });

  it('is given up after many attempts, and not while the platform only says "later"', async () => {
    const down = await openDesk({
      fails: (effect) => (isReply(effect) ? refusal({ retryable: true }) : undefined),
    });
    await pass(down.clock, down.desk.settle, 20);
    expect((await down.draft()).state.is).toBe('failed');

    const limited = await openDesk({
      fails: (effect) =>
        isReply(effect) ? refusal({ retryable: true, retryAfter: 1000 }) : undefined,
    });
    await pass(limited.clock, limited.desk.settle, 20, 1000);
    expect((await limited.draft()).state.is).toBe('approved');
  });

  it('reaches the customer although the triage channel refuses everything', async () => {
    const { replies } = await openDesk({
      fails: (effect) => (isReply(effect) ? undefined : refusal({ retryable: false })),
    });
    expect(replies()).toHaveLength(1);
  });

  it('is shown to agents with one call, as it stands by then, when the platform had us wait through several decisions', async () => {
    const { desk, store, clock, arrived, draft } = await openDesk({
      fails: (effect, attempt) =>
        effect.type === 'show-draft' && attempt === 1
          ? refusal({ retryable: true, retryAfter: 1000 })
          : undefined,
    });
    await pass(clock, desk.settle, 3, 1000);
    expect((await draft()).state.is).toBe('sent');
    expect(arrived.filter(({ type }) => type === 'show-draft')).toHaveLength(1);
    expect((await store.depth()).effects).toBe(0);
  });

  it('is shown to agents once it has arrived, with one call, and as on its way where that takes longer', async () => {
    const shown = async (reply?: PlatformError) => {
      const { arrived } = await openDesk({
        fails: (effect) => (isReply(effect) ? reply : undefined),
      });
      return arrived.filter(({ type }) => type === 'show-draft').length;
    };
    // The draft itself, and what became of it.
    expect(await shown()).toBe(2);
    expect(await shown(refusal({ retryable: true, retryAfter: 30_000 }))).toBe(2);
  });

  it('is shown to agents as on its way also where the clock was set back by an hour meanwhile', async () => {
    let setBack = () => {};
    const { arrived } = await openDesk({
      fails: (effect) =>
        isReply(effect) ? refusal({ retryable: true, retryAfter: 30_000 }) : undefined,
      meanwhile: (_effect, _attempt, clock) => {
        setBack = () => clock.advance(-3_600_000);
      },
      store: (store) => ({
        async claimEffects(...asked) {
          const claimed = await store.claimEffects(...asked);
          if (claimed.some(({ effect }) => effect.type === 'send-reply')) setBack();
          return claimed;
        },
      }),
    });
    expect(arrived.filter(({ type }) => type === 'show-draft')).toHaveLength(2);
  });

  it('can be sent again by an agent after it failed, once', async () => {
    let down = true;
    const { desk, clock, replies, draft } = await openDesk({
      fails: (effect) => (isReply(effect) && down ? refusal({ retryable: false }) : undefined),
    });
    down = false;
    const [conversation] = await desk.waiting();
    for (const id of ['p2', 'p3']) {
      const press: Event = {
        type: 'agent.pressed',
        id,
        at: clock.now(),
        conversation: conversation!.id,
        actor: ada,
        button: 'send',
        draft: 1,
      };
      await desk.accept({ id, platform: 'playground', lane: 'help', body: JSON.stringify(press) });
    }
    await desk.settle();
    expect(replies()).toHaveLength(1);
    expect((await draft()).state.is).toBe('sent');
  });
});
