import { createDesk } from '../../src/desk/desk.ts';
import { movableClock, standingClock } from '../../src/desk/movable-clock.ts';
import { passingTime } from '../../src/desk/passing.ts';
import type { Door } from '../../src/desk/ports.ts';
import { neverStandingBack } from '../../src/desk/stand-back.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
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

/** Something that somebody is going to do. */
interface Act {
  readonly at: number;
  readonly order: number;
  readonly run: () => Promise<void>;
}

/** Milliseconds: people react to what leaves the desk no more than so much later than they meant to. */
const STEP = 30 * 60_000;

/** Puts a desk in the way of people who react to what leaves it, and lets it stop and start on the same store. */
export function openMonth(parts: {
  readonly begins: number;
  readonly handbook: Handbook;
  readonly staff: readonly Person[];
  /** Told of everything that leaves. */
  readonly reacts: (left: Left) => void;
}) {
  const { handbook, staff, reacts } = parts;
  const clock = movableClock(standingClock(parts.begins));
  const store = withoutCards(openSqlite(':memory:'));
  const log = testLog();
  const acts: Act[] = [];
  let planned = 0;

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
  const start = () => {
    const started = createDesk({ store, handbook, clock, log, standBack: neverStandingBack });
    started.open(door);
    started.start();
    return started;
  };
  let desk = start();
  const time = passingTime({ desk: { settle: () => desk.settle() }, store, clock });

  return {
    store,
    log,
    now: () => clock.now(),
    conversation: (id: string) => desk.conversation(id),
    keepsHours: (agent: string, words: string) =>
      desk.keepsHours('slack', { id: agent, name: agent, role: 'agent' }, words),
    plan(at: number, run: Act['run']) {
      const act = { at: Math.max(at, clock.now()), order: planned++, run };
      const before = acts.findLastIndex((one) => one.at <= act.at);
      acts.splice(before + 1, 0, act);
    },
    happens: (event: Event, lane: string) =>
      desk.accept({ id: event.id, platform: 'slack', lane, body: JSON.stringify(event) }),
    /** Stops so many turns of the event loop into what is due next, and goes on so much later. Milliseconds. */
    async restarts(turns: number, after: number) {
      clock.moveTo((await time.nextDue()) ?? clock.now());
      for (let turn = 0; turn < turns; turn++)
        await new Promise((resolve) => setImmediate(resolve));
      await desk[Symbol.asyncDispose]();
      clock.moveTo(clock.now() + after);
      desk = start();
    },
    /** Time passes until `end`: whatever is due, and whatever people do, at its own instant. */
    async passTo(end: number) {
      while (clock.now() < end) {
        const act = acts[0]?.at ?? end;
        await time.passTo(Math.min(end, act, clock.now() + STEP));
        // What left on the way may have somebody do something that is due already.
        while (acts[0] && acts[0].at <= clock.now()) await acts.shift()!.run();
      }
      await time.passTo(clock.now());
    },
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
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
