import type { Instant, Platform } from '../support/conversation.ts';
import type { Event } from '../support/events.ts';
import type { Clock } from './clock.ts';
import type { Source } from './deciding.ts';
import { lanes } from './lanes.ts';
import { type Door, type Log, PlatformError, type Understood } from './ports.ts';
import { type Kept, type Store, StoreUnavailable } from './store/store.ts';

/** How many deliveries are under way at most: what waits beyond them waits in the store. */
const MOST_AT_ONCE = 256;
/** A delivery that fails this often is put aside, its body kept. */
const MOST_TRIES = 5;
/** First and longest wait of a lane whose platform or store is away, in ms. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

export interface Intake {
  /** Something was accepted: look. */
  wake(): void;
  /** Resolves when every kept delivery is settled, or stands still because its platform or the store is away. */
  idle(): Promise<void>;
  /** How many deliveries could not be decided since the start. */
  putAside(): number;
  /** Whether anything is under way. */
  busy(): boolean;
  /** Stops taking up deliveries; resolves when those under way are settled, and those that had not begun are left to others. */
  stop(): Promise<void>;
}

/**
 * Takes up the first kept delivery of each lane, and has it understood and decided. What fails is tried again; what keeps failing
 * is put aside loudly and holds up nobody. Where a platform cannot be asked just now, its lane waits for as long as that takes.
 */
export function createIntake(parts: {
  store: Store;
  doors: ReadonlyMap<Platform, Door>;
  decide: (event: Event, source: Source) => Promise<void>;
  /** Waits until acknowledgements are out of the way. */
  standBack: () => Promise<void>;
  clock: Clock;
  log: Log;
}): Intake {
  const { store, doors, clock, log } = parts;
  const working = lanes();
  const alarms = new Set<() => void>();
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let failures = 0;
  let dead = 0;
  let cancelRetry = () => {};

  const take = (delivery: Kept) => working.run(delivery.lane, () => handle(delivery));

  const drain = async () => {
    do {
      again = false;
      const room = MOST_AT_ONCE - working.size;
      if (room <= 0) return working.onceBelow(MOST_AT_ONCE, wake);
      const now = clock.now();
      const kept = await store.claimDeliveries(now, now + store.lease.delivery, room);
      kept.forEach(take);
    } while (again && !stopped);
  };

  const wake = () => {
    again = true;
    if (stopped) return;
    running ??= drain()
      .then(() => {
        failures = 0;
      })
      .catch((error) => {
        log.error({ err: error }, 'the inbox could not be read; trying again');
        again = false;
        cancelRetry();
        cancelRetry = wakeAt(clock.now() + waitAfter(++failures), wake);
      })
      .finally(() => {
        running = undefined;
        if (again) wake();
      });
  };

  const wakeAt = (at: Instant, call: () => void) => {
    const cancel = clock.wake(at, () => {
      alarms.delete(cancel);
      call();
    });
    alarms.add(cancel);
    return () => {
      alarms.delete(cancel);
      cancel();
    };
  };

  /** Its lane stands still for a while. */
  const putOff = async (delivery: Kept, wait: number | undefined) => {
    const until = clock.now() + (wait ?? waitAfter(delivery.attempts));
    try {
      await store.postpone(delivery, until);
      wakeAt(until, wake);
    } catch {
      // Not even that can be kept: it is ours until the lease ends, and whoever has it then decides it once all the same.
      wakeAt(until, () => take(delivery));
    }
  };

  /** Others have it at once; where that cannot be kept, when the lease ends. */
  const handBack = (delivery: Kept) => store.postpone(delivery, clock.now()).catch(() => {});

  const handle = async (delivery: Kept) => {
    const about = { delivery: delivery.id };
    for (let tries = 1; ; tries++) {
      try {
        await parts.standBack();
        if (stopped) return handBack(delivery);
        const understood = await understand(doors, delivery);
        if ('event' in understood) {
          await parts.decide(understood.event, { delivery });
        } else {
          log.debug(about, `ignored: ${understood.ignored}`);
          await store.dismiss(delivery, 'ignored');
        }
        return wake();
      } catch (error) {
        if (error instanceof PlatformError && error.retryable) {
          log.warn({ ...about, err: error }, 'its platform cannot be asked now: its lane waits');
          return putOff(delivery, error.retryAfter);
        }
        if (error instanceof StoreUnavailable) {
          log.error({ ...about, err: error }, 'nothing can be kept now: its lane waits');
          return putOff(delivery, undefined);
        }
        if (tries === MOST_TRIES) {
          dead++;
          log.error(
            { ...about, err: error },
            'put aside: it could not be decided; its body is kept',
          );
          await store
            .dismiss(delivery, 'dead')
            .catch((err) =>
              log.error({ ...about, err }, 'could not be put aside either; it is tried again'),
            );
          return wake();
        }
        log.warn({ ...about, err: error, tries }, 'could not be decided; trying again');
        await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** tries));
      }
    }
  };

  const busy = () => running !== undefined || working.size > 0;

  return {
    wake,
    putAside: () => dead,
    busy,
    async idle() {
      while (busy()) {
        await running;
        await working.below(1);
      }
    },
    async stop() {
      stopped = true;
      await running;
      await working.below(1);
      for (const cancel of alarms) cancel();
    },
  };
}

function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
}

async function understand(
  doors: ReadonlyMap<Platform, Door>,
  { platform, number: _, attempts: __, ...delivery }: Kept,
): Promise<Understood> {
  if (platform === 'desk') return { event: JSON.parse(delivery.body) as Event };
  const door = doors.get(platform);
  if (!door) {
    const what = `There is no door to ${platform} here: what it brought waits for one.`;
    throw new PlatformError(platform, what, { retryable: true, retryAfter: LONGEST_WAIT });
  }
  return door.understand({ ...delivery, platform });
}
