import type { Clock } from './clock.ts';
import type { Kept } from './store/store.ts';

/** First and longest wait before a lane is looked at again, in ms. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

type Waiting = Pick<Kept, 'lane' | 'number'>;

/**
 * Lanes that stand still because their platform cannot be asked, or nothing can be kept, just now. What comes in such
 * a lane waits behind, by its number only: the deliveries themselves are in the store.
 */
export interface HeldLanes {
  /** Has the delivery wait when its lane stands still. */
  takes(delivery: Waiting): boolean;
  /** Its lane stands still from here on, for `retryAfter` ms where the platform said so, else ever longer. */
  hold(delivery: Waiting, retryAfter: number | undefined): void;
  /** The lane goes on; the numbers that waited, in order. */
  release(lane: string): readonly number[];
  /** A delivery of this lane was settled: the next wait is a short one again. */
  passed(lane: string): void;
  /** How many deliveries wait. */
  readonly size: number;
  stop(): void;
}

/** @param due called with a lane whose time has come. */
export function heldLanes(clock: Clock, due: (lane: string) => void): HeldLanes {
  const held = new Map<string, { numbers: number[]; cancel: () => void }>();
  const waits = new Map<string, number>();

  return {
    takes({ lane, number }) {
      const found = held.get(lane);
      found?.numbers.push(number);
      return found !== undefined;
    },
    hold({ lane, number }, retryAfter) {
      const wait = waits.get(lane) ?? FIRST_WAIT;
      waits.set(lane, Math.min(wait * 2, LONGEST_WAIT));
      const cancel = clock.wake(clock.now() + (retryAfter ?? wait), () => due(lane));
      held.set(lane, { numbers: [number], cancel });
    },
    release(lane) {
      const numbers = held.get(lane)?.numbers ?? [];
      held.delete(lane);
      return numbers;
    },
    passed(lane) {
      waits.delete(lane);
    },
    get size() {
      return [...held.values()].reduce((sum, { numbers }) => sum + numbers.length, 0);
    },
    stop() {
      for (const { cancel } of held.values()) cancel();
    },
  };
}
