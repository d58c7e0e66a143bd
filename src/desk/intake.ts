import type { Platform } from '../support/conversation.ts';
import type { Event } from '../support/events.ts';
import type { Clock } from './clock.ts';
import type { Source } from './deciding.ts';
import { heldLanes } from './held-lanes.ts';
import { lanes } from './lanes.ts';
import { type Door, type Log, PlatformError, type Understood } from './ports.ts';
import { type Kept, type Store, StoreUnavailable } from './store/store.ts';

/** How many deliveries are under way at most: what waits beyond them waits in the store. */
const MOST_AT_ONCE = 256;
/** A delivery that fails this often is put aside, its body kept. */
const MOST_TRIES = 5;

export interface Intake {
  /** Something was accepted: look. */
  wake(): void;
  /** Resolves when every kept delivery is settled, or waits for its platform. */
  idle(): Promise<void>;
  /** How many deliveries wait for their platform. */
  held(): number;
  /** Stops taking up deliveries; resolves when those under way are settled. */
  stop(): Promise<void>;
}

/**
 * Takes kept deliveries in order, lane by lane, and has them understood and decided. What fails is tried again;
 * what keeps failing is put aside loudly and holds up nobody. Where a platform cannot be asked just now, its lane waits
 * for as long as that takes.
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
  const held = heldLanes(clock, (lane) => working.run(lane, () => takeUp(lane)));
  let cursor = 0;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const drain = async () => {
    do {
      again = false;
      const kept = await store.inbox(cursor, MOST_AT_ONCE);
      for (const delivery of kept) {
        if (stopped) return;
        cursor = delivery.number;
        working.run(delivery.lane, () => handle(delivery));
        await working.below(MOST_AT_ONCE);
      }
      // Whatever comes meanwhile wakes us.
      if (kept.length === MOST_AT_ONCE) again = true;
    } while (again && !stopped);
  };

  const wake = () => {
    again = true;
    running ??= drain()
      .catch((error) => log.error({ err: error }, 'the inbox could not be read; trying again'))
      .finally(() => {
        running = undefined;
        if (again && !stopped) setTimeout(wake, 100).unref();
      });
  };

  /** Goes on with a lane that stood still. */
  const takeUp = async (lane: string) => {
    for (const number of held.release(lane)) {
      if (stopped) return;
      if (held.takes({ lane, number })) continue;
      try {
        const [delivery] = await store.inbox(number - 1, 1);
        if (delivery?.number === number) await handle(delivery);
      } catch (error) {
        log.error({ err: error, lane }, 'the inbox could not be read; trying again');
        held.hold({ lane, number }, undefined);
      }
    }
  };

  const handle = async (delivery: Kept) => {
    if (held.takes(delivery)) return;
    const about = { delivery: delivery.id };
    for (let tries = 1; ; tries++) {
      try {
        await parts.standBack();
        const understood = await understand(doors, delivery);
        if ('event' in understood) {
          await parts.decide(understood.event, { delivery: delivery.number });
        } else {
          log.debug(about, `ignored: ${understood.ignored}`);
          await store.dismiss(delivery.number, 'ignored');
        }
        held.passed(delivery.lane);
        return;
      } catch (error) {
        if (error instanceof PlatformError && error.retryable) {
          log.warn({ ...about, err: error }, 'its platform cannot be asked now: its lane waits');
          held.hold(delivery, error.retryAfter);
          return;
        }
        if (error instanceof StoreUnavailable) {
          log.error({ ...about, err: error }, 'nothing can be kept now: its lane waits');
          held.hold(delivery, undefined);
          return;
        }
        if (tries === MOST_TRIES) {
          log.error(
            { ...about, err: error },
            'put aside: it could not be decided; its body is kept',
          );
          await store
            .dismiss(delivery.number, 'dead')
            .catch((err) =>
              log.error(
                { ...about, err },
                'could not be put aside either; a restart tries it again',
              ),
            );
          return;
        }
        log.warn({ ...about, err: error, tries }, 'could not be decided; trying again');
        await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** tries));
      }
    }
  };

  return {
    wake,
    async idle() {
      while (running || working.size > 0) {
        await running;
        await working.below(1);
      }
    },
    held: () => held.size,
    async stop() {
      stopped = true;
      await running;
      await working.below(1);
      held.stop();
    },
  };
}

async function understand(
  doors: ReadonlyMap<Platform, Door>,
  { platform, number: _, ...delivery }: Kept,
): Promise<Understood> {
  if (platform === 'desk') return { event: JSON.parse(delivery.body) as Event };
  const door = doors.get(platform);
  if (!door) return { ignored: `there is no door to ${platform} any more` };
  return door.understand({ ...delivery, platform });
}
