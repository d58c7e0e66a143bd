// A worker: draws the pictures that it is asked for, one after the other, until it is ended.
import { parentPort } from 'node:worker_threads';
import type { Answer, Order } from './charts.ts';
import { drawPng, drawSvg } from './drawing.ts';

parentPort?.on('message', async (order: Order) => {
  parentPort?.postMessage(await answer(order));
});

async function answer(order: Order): Promise<Answer> {
  try {
    const { as, chart } = order;
    return { picture: as === 'svg' ? await drawSvg(chart, order.look) : await drawPng(chart) };
  } catch (error) {
    return { fault: String(error) };
  }
}
