import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { leaseOf } from '../../src/desk/lease.ts';
import { PlatformError } from '../../src/desk/ports.ts';
import type { DueTimer, Kept, Settlement, Store } from '../../src/desk/store/store.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import type { ManualClock } from '../clock.ts';
import { type Attempt, attempt } from './attempt.ts';
import { decide, laneOf, takeable } from './deciding.ts';
import { GUARDED } from './guards.ts';
import { speak } from './speaking.ts';
import type { Name, Step, Worker, World } from './world.ts';

const { whole: LEASE, way: LONGEST_WAY } = leaseOf();
/** One step of time in the model: half a lease. */
const SPAN = LEASE / 2;

/** The real store and the real outbox, made to do what the model does. */
export interface Stage {
  /** Does what this step says. Fails where it comes to anything else than the model says. */
  act(step: Step, before: World): Promise<void>;
  /** Fails where the store does not stand as the model does. */
  agree(world: World): Promise<void>;
}

/** What a worker holds in its head. */
interface Head {
  readonly kept?: Kept;
  readonly ring?: DueTimer;
  readonly attempt?: Attempt;
  read?: Conversation;
  /** What its attempt is told as soon as it goes on. */
  answer?: unknown;
}

/** A conversation of its own in the store, brought to this beginning. */
export async function setStage(
  parts: { store: Store; clock: ManualClock },
  id: string,
  beginning: World,
): Promise<Stage> {
  const { store, clock } = parts;
  const words = speak(id, clock.now());
  const heads: Record<Worker, Head> = { A: {}, B: {} };
  const read = async () => (await store.conversation(id))!;
  const nothing = { at: clock.now(), claims: [], raised: [], facts: [], effects: [] };

  const commit = async (event: Name, { kept, ring, read }: Head) => {
    const decision = decide(words.modelled(read!), event, GUARDED);
    return store.commit({
      ...nothing,
      event: `${id}/${event}`,
      ...(kept ? { delivery: kept } : {}),
      ...(ring ? { timer: ring } : {}),
      conversation: { before: read, next: decision ? words.real(decision.next) : read! },
      effects: decision ? decision.effects.map(words.effect) : [],
    });
  };

  await store.commit({
    ...nothing,
    event: `${id}/birth`,
    conversation: { before: undefined, next: words.real(beginning.conversation) },
    effects: beginning.effects.map(({ effect }) => words.effect(effect)),
  });

  const work = async (by: Worker, { do: what, of = '', how = '' }: Step, world: World) => {
    const head = heads[by];
    const now = clock.now();
    switch (what) {
      case 'take': {
        const claimed = await store.claimDeliveries(now, now + SPAN, 10);
        expect(claimed.map(words.event).toSorted()).toEqual(takeable(world, GUARDED).toSorted());
        const [kept] = claimed.filter((one) => words.event(one) === of);
        for (const other of claimed) if (other !== kept) await store.postpone(other, now);
        heads[by] = { kept: kept!, read: await read() };
        return;
      }
      case 'take timer': {
        const rings = await store.claimTimers(now, now + SPAN, 10);
        expect(rings).toEqual([words.ring]);
        heads[by] = { ring: rings[0]! };
        return;
      }
      case 'read':
        head.read = await read();
        return;
      case 'commit':
        expect(await commit(of, head)).toBe(how);
        return;
      case 'claim': {
        const claimed = await store.claimEffects(now, now + LEASE, 10);
        expect(claimed.map(({ effect }) => effect.id)).toEqual([words.effect(of).id]);
        heads[by] = { attempt: await attempt(claimed[0]!, { store, clock }) };
        return;
      }
      case 'look':
        expect(await head.attempt!.goOn()).toBe('find');
        head.answer = how === 'looked' ? 'absent' : how === 'unknown' ? how : words.ref(of);
        return;
      case 'send':
        expect(await head.attempt!.goOn(head.answer)).toBe(how === 'late' ? 'settle' : 'perform');
        return;
      case 'refuse':
        expect(await head.attempt!.goOn(head.answer)).toBe('perform');
        head.answer = failure({ retryable: how === 'refused' });
        return;
      case 'hear':
        head.answer = words.ref(of);
        return;
      case 'break':
        head.answer = failure({ retryable: true, uncertain: true });
        return;
      case 'settle': {
        if (how !== 'late') expect(await head.attempt!.goOn(head.answer)).toBe('settle');
        const wanted = head.attempt!.settlement!;
        expect(outcomesOf(wanted, now)).toContain(how);
        // How long it waits is its own affair, as long as it is too short or long enough.
        const waits = wanted.is === 'again' && wanted.uncertain && how !== 'late';
        const at = waits ? now + LEASE : now;
        expect(await head.attempt!.goOn(wanted.is === 'again' ? { ...wanted, at } : wanted)).toBe(
          'end',
        );
        return;
      }
      case 'crash':
        heads[by] = {};
        return;
      default:
        throw new Error(`nobody can ${what} here`);
    }
  };

  return {
    async act(step, before) {
      const { by, do: what, of = '' } = step;
      if (by === 'time') return clock.advance(SPAN);
      if (by !== 'platform') return work(by, step, before);
      // What is on its way is between the model and its customer.
      if (what !== 'accept') return;
      const lane = `${id}/${laneOf(of)}`;
      await store.accept([{ id: `${id}/${of}`, platform: 'playground', lane, body: '{}' }]);
    },
    async agree(world) {
      const looks = [world.timer, world.effects[0]].flatMap((one) => (one ? [one.left] : []));
      const next = looks.length > 0 ? clock.now() + Math.min(...looks) * SPAN : Infinity;
      const [depth, due, real] = await Promise.all([store.depth(), store.nextDue(), read()]);
      const stands = {
        ...depth,
        conversation: words.modelled(real),
        next: Math.max(clock.now(), due ?? Number.POSITIVE_INFINITY),
      };
      const { conversation } = world;
      const should = {
        inbox: world.inbox.filter(({ settled }) => !settled).length,
        conversation,
        effects: world.effects.length,
        timers: world.timer ? 1 : 0,
        next,
      };
      // What `expect` does with this takes longer than all the rest.
      if (!isDeepStrictEqual(stands, should)) expect(stands).toEqual(should);
    },
  };
}

function failure(how: { retryable: boolean; uncertain?: boolean }): PlatformError {
  return new PlatformError('playground', 'not so', how);
}

/** What must have happened where the outbox settles so. */
function outcomesOf(settlement: Settlement, now: number): readonly string[] {
  if (settlement.is === 'done') return ['arrived'];
  if (settlement.is === 'given-up') return ['unknown', 'refused for good'];
  if (settlement.at <= now) return ['late'];
  if (!settlement.uncertain) return ['refused'];
  return settlement.at >= now + LONGEST_WAY ? ['broken', 'refused'] : [];
}
