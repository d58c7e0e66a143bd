// A worker: reads the facts of a store by itself, and answers what is asked of them, one request after the other.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openLedgerAt } from '../store/open.ts';
import type { Asked } from './aside.ts';
import { answerFrom } from './requests.ts';

// There a thread has a priority of its own: whoever waits for an acknowledgement goes first.
if (process.platform === 'linux') setPriority(10);

// Whoever has the store open says what there is to say of its server; what a library prints here is no line of the log.
console.log = () => {};

const answer = answerFrom(await openLedgerAt(workerData as string));

parentPort?.on('message', ({ name, ask }: Asked) => {
  answer(name, ask).then(
    (answered) => parentPort?.postMessage({ answered }),
    (error: Error) => parentPort?.postMessage({ failed: error }),
  );
});
