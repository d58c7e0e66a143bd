import { createDesk } from '../src/desk/desk.ts';
import type { MovableClock } from '../src/desk/movable-clock.ts';
import type { Door, Log } from '../src/desk/ports.ts';
import { neverStandingBack } from '../src/desk/stand-back.ts';
import type { Store } from '../src/desk/store/store.ts';
import type { Instant } from '../src/support/conversation.ts';
import type { Event } from '../src/support/events.ts';
import type { Handbook } from '../src/support/handbook.ts';

/** Something that somebody is going to do. */
interface Act {
  readonly at: Instant;
  readonly name: string;
  readonly run: () => Promise<void>;
}

export type Stage = ReturnType<typeof openStage>;

/** Puts a desk in the way of people who are going to do things, on a clock that only goes on when all is done. */
export function openStage(parts: {
  readonly store: Store;
  readonly handbook: Handbook;
  readonly clock: MovableClock;
  readonly door: Door;
  readonly log: Log;
}) {
  const { store, clock, door } = parts;
  const acts: Act[] = [];
  const start = () => {
    const started = createDesk({ ...parts, standBack: neverStandingBack });
    started.open(door);
    started.start();
    return started;
  };
  let desk = start();

  return {
    now: () => clock.now(),
    /** The desk that runs now. */
    desk: () => desk,
    /** What is planned for one instant is done in the order of its names, in whatever order it was planned. */
    plan(at: Instant, name: string, run: Act['run']) {
      const act = { at: Math.max(at, clock.now()), name, run };
      acts.splice(placeOf(acts, act), 0, act);
    },
    happens: (event: Event, lane: string) =>
      desk.accept({ id: event.id, platform: door.platform, lane, body: JSON.stringify(event) }),
    /** Stops so many turns of the event loop into what is due next, and goes on so much later. Milliseconds. */
    async restarts(turns: number, after: number) {
      clock.moveTo((await store.nextDue()) ?? clock.now());
      for (let turn = 0; turn < turns; turn++)
        await new Promise((resolve) => setImmediate(resolve));
      await desk[Symbol.asyncDispose]();
      clock.moveTo(clock.now() + after);
      desk = start();
      // What came due meanwhile is done before anybody does anything.
      await desk.settle();
    },
    /** Time passes until `end`, unless it `stops` on the way: what is due, and then what people do, at its own instant. */
    async passTo(end: Instant, stops = () => false) {
      await desk.settle();
      for (;;) {
        if (stops()) return;
        const due = (await store.nextDue()) ?? Number.POSITIVE_INFINITY;
        const next = Math.min(due, acts[0]?.at ?? Number.POSITIVE_INFINITY);
        if (next > end) break;
        clock.moveTo(next);
        if (due <= next) await desk.settle();
        if (acts[0] && acts[0].at <= next) {
          while (acts[0] && acts[0].at <= next) await acts.shift()!.run();
          await desk.settle();
        }
      }
      clock.moveTo(end);
    },
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
    },
  };
}

/** Where it belongs among those in order. */
function placeOf(acts: readonly Act[], { at, name }: Act): number {
  let [low, high] = [0, acts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = acts[middle]!;
    if (one.at < at || (one.at === at && one.name <= name)) low = middle + 1;
    else high = middle;
  }
  return low;
}
