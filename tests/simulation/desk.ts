import { openStage } from '../../simulation/stage.ts';
import { movableClock, standingClock } from '../../src/desk/movable-clock.ts';
import type { Door } from '../../src/desk/ports.ts';
import { openMemory } from '../../src/desk/store/memory.ts';
import type { Store } from '../../src/desk/store/store.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import type { Outgoing } from '../../src/support/effects.ts';
import type { Event } from '../../src/support/events.ts';
import type { Handbook } from '../../src/support/handbook.ts';
import type { Person } from '../../src/support/roles.ts';
import { testLog } from '../test-desk.ts';

/** Something that left, with its conversation as it stood then. */
export interface Left {
  readonly at: number;
  readonly effect: Outgoing;
  readonly conversation: Conversation;
}

/** The stage of a month on a store in memory, behind a door that only tells what leaves. */
export function openMonth(parts: {
  readonly begins: number;
  readonly handbook: Handbook;
  readonly staff: readonly Person[];
  /** Told of everything that leaves. */
  readonly reacts: (left: Left) => void;
}) {
  const { handbook, staff, reacts } = parts;
  const clock = movableClock(standingClock(parts.begins));
  const store = withoutCards(openMemory());
  const log = testLog();
  const door: Door = {
    platform: 'slack',
    understand: async ({ body }) => ({ event: JSON.parse(body) as Event }),
    async perform(effect, { conversation }) {
      reacts({ at: clock.now(), effect, conversation });
      return { channel: 'triage', id: effect.id };
    },
    staff: async (ids) => staff.filter(({ id }) => ids.includes(id)),
    find: async () => 'absent',
    postNote: async ({ id }) => ({ channel: 'triage', id }),
  };
  const stage = openStage({ store, handbook, clock, door, log });
  let planned = 0;
  return {
    ...stage,
    /** What is planned first for an instant is done first. */
    plan: (at: number, run: () => Promise<void>) =>
      stage.plan(at, String(planned++).padStart(9, '0'), run),
    store,
    log,
    conversation: (id: string) => stage.desk().conversation(id),
    keepsHours: (agent: string, words: string) =>
      stage.desk().keepsHours('slack', { id: agent, name: agent, role: 'agent' }, words),
    async [Symbol.asyncDispose]() {
      await stage[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}

/** No card is kept up to date: nobody looks at one here, and they are half of what leaves. */
function withoutCards(store: Store): Store {
  return {
    ...store,
    commit: (commit) =>
      store.commit({
        ...commit,
        effects: commit.effects.filter(({ type }) => type !== 'show-card'),
      }),
  };
}
