import type { Instant } from '../support/conversation.ts';
import type { Event } from '../support/events.ts';
import type { Clock } from './clock.ts';
import type { Source } from './deciding.ts';
import { lanes } from './lanes.ts';
import { answererOf } from './places.ts';
import type { Log } from './ports.ts';
import { shares } from './shares.ts';
import type { DueTimer, Pending, Store } from './store/store.ts';

/** How many effects are taken up at once, and how many of them are under way to one workspace: one that hangs leaves room for others. */
const MOST_AT_ONCE = 256;
const MOST_FOR_ONE = 64;
/** How many timers: they are decided here, and share their writes. */
const MOST_FIRING = 512;
/** How many drafts a model is asked for at once; it may be slow, and holds nothing else up. */
const MOST_WRITING = 8;
/** First and longest wait after a failure of the store, in ms. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export interface Agenda {
  /** Something may be due earlier than expected: look. */
  wake(): void;
  /** Whether anything is under way. */
  busy(): boolean;
  /** Resolves when nothing is due and nothing is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * When must somebody look next? One loop for timers, for what waits to be sent, for retries and for what a crash left:
 * it claims what is due, with a lease, and sleeps until the next is.
 */
export function createAgenda(parts: {
  store: Store;
  clock: Clock;
  decide: (event: Event, source: Source) => Promise<void>;
  carryOut: (pending: Pending) => Promise<void>;
  log: Log;
}): Agenda {
  const { store, clock, log } = parts;
  const working = lanes();
  const each = shares(MOST_FOR_ONE);
  const firing = lanes();
  const writing = lanes();
  let turn = 0;
  /** Timers that are being decided: one whose lease ends meanwhile is not taken up beside itself. */
  const ringing = new Set<string>();
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let cancel = () => {};
  let failures = 0;

  const fire = async (timer: DueTimer) => {
    const { conversation, name, due } = timer;
    const id = `${conversation}/timer/${name}/${due}`;
    try {
      await parts.decide(
        { type: 'timer.fired', id, at: clock.now(), conversation, name, due },
        { timer },
      );
    } catch (error) {
      log.error(
        { conversation, timer: name, err: error },
        'a timer could not be decided; it is looked at again',
      );
    }
  };

  const ring = (timer: DueTimer) => {
    const name = `${timer.due} ${timer.name} ${timer.conversation}`;
    if (ringing.has(name)) return;
    ringing.add(name);
    firing.run(timer.conversation, () => fire(timer).finally(() => ringing.delete(name)));
  };

  const begin = (pending: Pending, now: Instant) => {
    const work = () => parts.carryOut(pending).then(wake);
    if (pending.effect.type === 'ask-writer') {
      return writing.run(`${turn++ % MOST_WRITING}`, work);
    }
    const to = answererOf(pending);
    // Whoever hangs and has much to do leaves room for others: what is beyond its share comes again.
    const share =
      each.size(to) < 2 * MOST_FOR_ONE ? () => each.run(to, work) : () => putOff(pending, now);
    working.run(`effect/${pending.number}`, share);
  };

  const putOff = ({ uncertain, ...pending }: Pending, now: Instant) => {
    const later = { is: 'again', at: now + store.lease.patience, uncertain } as const;
    // Where that cannot be kept, it is looked at when its lease ends.
    return store
      .settle({ ...pending, uncertain }, later, now)
      .catch(() => {})
      .then(wake);
  };

  const room = () => MOST_AT_ONCE - working.size;
  /** Many are taken up together, or none. */
  const roomForTimers = () => (firing.size > MOST_FIRING / 2 ? 0 : MOST_FIRING - firing.size);

  /** Takes up what is due now; how much that was. */
  const round = async (): Promise<number> => {
    const now = clock.now();
    const lease = now + store.lease.whole;
    const most = roomForTimers();
    const timers = most > 0 ? await store.claimTimers(now, lease, most) : [];
    // A platform that hangs fills the room for effects; timers go on.
    const effects = room() > 0 ? await store.claimEffects(now, lease, room()) : [];
    for (const timer of timers) ring(timer);
    for (const pending of effects) begin(pending, now);
    return timers.length + effects.length;
  };

  const drain = async () => {
    cancel();
    let next: Instant | undefined;
    const isDue = () => !stopped && next !== undefined && next <= clock.now();
    do {
      again = false;
      next = await store.nextDue();
      // Looking is cheap, claiming is a write: only where there is something.
      while (isDue() && (await round()) > 0) next = await store.nextDue();
    } while (again && !stopped);
    if (next === undefined || stopped) return;
    if (roomForTimers() === 0) firing.onceBelow(MOST_FIRING / 2 + 1, wake);
    // Without room for effects, the next one that ends looks again.
    else if (room() > 0) cancel = clock.wake(next, wake);
  };

  const wake = () => {
    again = true;
    if (stopped) return;
    running ??= drain()
      .then(() => {
        failures = 0;
      })
      .catch((error) => {
        log.error({ err: error }, 'the agenda could not be read; trying again');
        cancel();
        const wait = Math.min(FIRST_WAIT * 2 ** failures++, LONGEST_WAIT);
        cancel = clock.wake(clock.now() + wait, wake);
      })
      .finally(() => {
        running = undefined;
        if (again) wake();
      });
  };

  const busy = () =>
    running !== undefined || firing.size > 0 || working.size > 0 || writing.size > 0;

  return {
    wake,
    busy,
    async idle() {
      while (busy()) {
        await running;
        await firing.below(1);
        await working.below(1);
        await writing.below(1);
      }
    },
    async stop() {
      stopped = true;
      each.open();
      cancel();
      await running;
      await firing.below(1);
      await working.below(1);
      await writing.below(1);
    },
  };
}
