import type { Instant } from '../support/conversation.ts';
import type { Clock } from './clock.ts';

/** Milliseconds a door has to answer in: platforms wait about 3 s, and the way back takes some of it. */
const PATIENCE = 2_500;

interface Waiting {
  readonly until: Instant;
  late(): void;
}

/** Those who wait by one clock, in the order in which they came. One timer serves them all. */
interface Watch {
  readonly all: Set<Waiting>;
  cancel(): void;
}

const watches = new WeakMap<Clock, Watch>();

/** @throws when the work takes longer than 2.5 s; the work itself goes on. */
export function inTime<T>(clock: Clock, work: Promise<T>): Promise<T> {
  const watch = watches.get(clock) ?? { all: new Set(), cancel: () => {} };
  watches.set(clock, watch);
  return new Promise((resolve, reject) => {
    const until = clock.now() + PATIENCE;
    const one = { until, late: () => reject(new Error(`not done within ${PATIENCE} ms`)) };
    if (watch.all.add(one).size === 1) look(clock, watch, until);
    const done = () => {
      if (watch.all.delete(one) && watch.all.size === 0) watch.cancel();
    };
    work.then(
      (value) => {
        done();
        resolve(value);
      },
      (error) => {
        done();
        reject(error);
      },
    );
  });
}

/** Lets go of those whose time is up, and looks again when the next one's is. */
function look(clock: Clock, watch: Watch, at: Instant): void {
  watch.cancel = clock.wake(at, () => {
    for (const one of watch.all) {
      if (one.until > clock.now()) return look(clock, watch, one.until);
      watch.all.delete(one);
      one.late();
    }
  });
}
