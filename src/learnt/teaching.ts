import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Example } from '../support/sorting/examples.ts';
import type { Taught } from '../support/sorting/fit.ts';

/** What a worker is asked to learn. */
export interface Lecture {
  readonly categories: readonly string[];
  readonly examples: readonly Example[];
}

/** Learns from a team's examples beside the event loop, in a worker of its own. Undefined without examples. */
export async function teachAside(lecture: Lecture): Promise<Taught | undefined> {
  if (lecture.examples.length === 0) return undefined;
  const worker = new Worker(new URL('teacher.ts', import.meta.url), { workerData: lecture });
  // An error in the worker rejects.
  const [taught] = (await once(worker, 'message')) as [Taught | undefined];
  return taught;
}
