import { Worker } from 'node:worker_threads';
import type { Answering, Ask, Name } from './requests.ts';

/** What the worker is told, and what it says. */
export interface Asked {
  readonly name: Name;
  readonly ask: Ask<Name>;
}
type Said = { readonly answered: unknown } | { readonly failed: Error };

/** No answer is worth more; a desk of a million conversations takes a second. Milliseconds. */
const PATIENCE = 30_000;
/** What it has read fills memory: asked nothing for so long, it ends. Milliseconds. */
const IDLE = 10 * 60_000;
/** Whoever asks when so many wait is told so. */
const MOST_WAITING = 16;

/** There is no answer now. The message says what to do. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Answers beside the event loop. */
export interface Aside extends AsyncDisposable {
  readonly answer: Answering;
}

/**
 * Answers from the facts at this url in a worker thread: begun when it is asked, kept for as long as it is asked now and then, one
 * request at a time. One that dies, or takes too long, is replaced by the next who asks.
 * @param url as the store's ledger names it
 */
export function answerAside(
  url: string,
  { patience = PATIENCE, idle = IDLE }: { readonly patience?: number; readonly idle?: number } = {},
): Aside {
  let worker: Worker | undefined;
  let resting: NodeJS.Timeout | undefined;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const begin = () => {
    const begun = new Worker(new URL('worker.ts', import.meta.url), { workerData: url });
    const gone = () => {
      if (worker === begun) worker = undefined;
    };
    begun.on('error', gone).on('exit', gone);
    // Nobody stays open for it.
    begun.unref();
    worker = begun;
    return begun;
  };

  const end = () => {
    const ended = worker;
    worker = undefined;
    return ended?.terminate();
  };

  const askNow = (asked: Asked) =>
    new Promise<unknown>((resolve, reject) => {
      if (closed) throw new NoAnswer('Warmline is closing.');
      const asking = worker ?? begin();
      const stop = () => {
        clearTimeout(late);
        asking.off('message', hear).off('error', fail).off('exit', leave);
      };
      const hear = (said: Said) => {
        stop();
        if ('failed' in said) reject(said.failed);
        else resolve(said.answered);
      };
      const fail = (cause: Error) => {
        stop();
        reject(new NoAnswer('What was asked could not be made out. Ask again.', { cause }));
      };
      const leave = () => fail(new Error('the worker has ended'));
      const late = setTimeout(() => {
        stop();
        void end();
        const seconds = Math.round(patience / 1000);
        reject(new NoAnswer(`That took longer than ${seconds} s. Ask for a shorter period.`));
      }, patience);
      asking.on('message', hear).on('error', fail).on('exit', leave);
      asking.postMessage(asked);
    });

  return {
    answer: ((name, ask) => {
      if (waiting === MOST_WAITING) {
        const many = `${waiting} others wait for an answer already. Ask again in a minute.`;
        return Promise.reject(new NoAnswer(many));
      }
      waiting++;
      clearTimeout(resting);
      const answered = last
        .then(() => askNow({ name, ask }))
        .finally(() => {
          waiting--;
          if (waiting === 0 && !closed) resting = setTimeout(() => void end(), idle).unref();
        });
      last = answered.catch(() => {});
      return answered;
    }) as Answering,
    async [Symbol.asyncDispose]() {
      closed = true;
      clearTimeout(resting);
      await end();
    },
  };
}
