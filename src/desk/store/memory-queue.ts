import type { Instant } from '../../support/conversation.ts';
import { ordered } from './ordered.ts';

/** Something that waits in its lane. */
export interface Queued<T> {
  readonly number: number;
  readonly lane: string;
  readonly item: T;
  /** How often it was taken up. */
  readonly attempts: number;
  /** An attempt has begun of which the end is not known. */
  readonly uncertain: boolean;
}

/** What waits in lanes: of each, only the first is taken up, and its lane stands still meanwhile. */
export interface Queue<T> {
  readonly size: number;
  /** Behind whatever waits in its lane; without that, it is looked at from `at` on. */
  add(lane: string, item: T, at: Instant): void;
  /** What waits in a lane, in order. */
  in(lane: string): readonly Queued<T>[];
  /** What waits under this number; of so many attempts, if it was not taken up since. */
  find(number: number, attempts?: number): Queued<T> | undefined;
  /** The first of each lane whose time has come, as it is before this attempt; nobody else gets them before `lease`. */
  claim(now: Instant, lease: Instant, limit: number): Queued<T>[];
  /** Its lane stands still until then. */
  putOff(queued: Queued<T>, until: Instant, uncertain: boolean): void;
  /** It waits no more; the next of its lane is looked at from `at` on. */
  drop(queued: Queued<T>, at: Instant): void;
  /** When to look. */
  next(): Instant | undefined;
}

export function createQueue<T>(): Queue<T> {
  type Own = { -readonly [K in keyof Queued<T>]: Queued<T>[K] };
  const lanes = new Map<string, Own[]>();
  const all = new Map<number, Own>();
  const looks = ordered<Own>(({ number }) => number);
  let last = 0;

  return {
    get size() {
      return all.size;
    },
    add(lane, item, at) {
      const own = { number: ++last, lane, item, attempts: 0, uncertain: false };
      all.set(own.number, own);
      const others = lanes.get(lane);
      if (others) return void others.push(own);
      lanes.set(lane, [own]);
      looks.put(own, at);
    },
    in: (lane) => lanes.get(lane) ?? [],
    find(number, attempts) {
      const own = all.get(number);
      return attempts === undefined || own?.attempts === attempts ? own : undefined;
    },
    claim: (now, lease, limit) =>
      looks.until(now, limit).map((own) => {
        const before = { ...own };
        own.attempts++;
        own.uncertain = true;
        looks.put(own, lease);
        return before;
      }),
    putOff({ number }, until, uncertain) {
      const own = all.get(number)!;
      own.uncertain = uncertain;
      looks.put(own, until);
    },
    drop({ number, lane }, at) {
      looks.take(all.get(number)!);
      all.delete(number);
      // Only the first of a lane is ever taken up.
      const others = lanes.get(lane)!;
      others.shift();
      if (others[0]) looks.put(others[0], at);
      else lanes.delete(lane);
    },
    next: looks.first,
  };
}
