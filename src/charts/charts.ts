import { Worker } from 'node:worker_threads';
import type { Charts } from '../desk/ports.ts';
import type { Chart } from '../support/report/sheet.ts';
import type { Look } from './looks.ts';

/** Disposing of it ends what is being drawn, with an error for those who wait. */
export interface OpenCharts extends Charts, AsyncDisposable {}

/** What the worker is asked for. */
export type Order =
  | { readonly as: 'svg'; readonly chart: Chart; readonly look: Look }
  | { readonly as: 'png'; readonly chart: Chart };

/** What it answers. */
export type Answer = { readonly picture: string | Uint8Array } | { readonly fault: string };

/** Milliseconds that a picture may take. The first one of a worker takes about 1 s, others a tenth of it. */
const PATIENCE = 10_000;
/** Milliseconds in which another picture is likely; then the worker's 100 MB are given back. */
const IDLE = 60_000;

/** One worker draws one picture after the other. It starts when one is asked for, and anew after it ended. */
export function openCharts({ patience = PATIENCE, idle = IDLE } = {}): OpenCharts {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let answerWith = (_: Answer) => {};
  let resting: NodeJS.Timeout | undefined;

  function start(): Worker {
    const started = new Worker(new URL('painter.ts', import.meta.url));
    const ifCurrent = (answer: Answer) => worker === started && answerWith(answer);
    started.on('message', ifCurrent);
    started.on('error', (error: Error) => ifCurrent({ fault: error.message }));
    started.on('exit', () => {
      ifCurrent({ fault: 'what draws it ended' });
      if (worker === started) worker = undefined;
    });
    // While a picture is awaited, its deadline keeps the process.
    started.unref();
    return started;
  }

  async function stop(why: string): Promise<void> {
    answerWith({ fault: why });
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  }

  async function draw(order: Order): Promise<string | Uint8Array> {
    clearTimeout(resting);
    const { promise, resolve } = Promise.withResolvers<Answer>();
    answerWith = resolve;
    const deadline = setTimeout(stop, patience, `it took longer than ${patience} ms`);
    try {
      if (isClosed) throw new Error('the desk is closed');
      worker ??= start();
      worker.postMessage(order);
      const answer = await promise;
      if ('fault' in answer) throw new Error(answer.fault);
      return answer.picture;
    } catch (error) {
      throw new Error(`There is no picture "${order.chart.title}": ${(error as Error).message}`);
    } finally {
      clearTimeout(deadline);
      if (worker) resting = setTimeout(stop, idle, 'it was not asked for').unref();
    }
  }

  const inTurn = (order: Order) => {
    const drawn = last.then(() => draw(order));
    last = drawn.catch(() => {});
    return drawn;
  };
  return {
    drawSvg: (chart, look) => inTurn({ as: 'svg', chart, look }) as Promise<string>,
    drawPng: (chart) => inTurn({ as: 'png', chart }) as Promise<Uint8Array>,
    [Symbol.asyncDispose]: () => {
      isClosed = true;
      clearTimeout(resting);
      return stop('the desk is closed');
    },
  };
}
