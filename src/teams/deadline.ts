import type { Clock } from '../desk/clock.ts';

/** Milliseconds to answer in: Teams waits some seconds for a message and little longer for a press. */
const PATIENCE = 2_500;

/** @throws when the work takes longer than `patience` milliseconds; the work itself goes on. */
export function inTime<T>(clock: Clock, work: Promise<T>, patience = PATIENCE): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.wake(clock.now() + patience, () =>
      reject(new Error(`not done within ${patience} ms`)),
    );
    work.then(resolve, reject).finally(cancel);
  });
}
