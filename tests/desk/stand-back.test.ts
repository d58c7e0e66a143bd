import { expect, it } from 'vitest';
import { standingBack } from '../../src/desk/stand-back.ts';

it('hears whoever asks to be acknowledged between one piece of other work and the next', async () => {
  const { turn } = standingBack();
  const order: string[] = [];
  const hear = () => {
    order.push('heard');
    if (!order.includes('second')) setImmediate(hear);
  };
  setImmediate(hear);
  const first = turn().then(() => order.push('first'));
  const second = turn().then(() => order.push('second'));
  await Promise.all([first, second]);
  expect(order.slice(order.indexOf('first') + 1, order.indexOf('second'))).toContain('heard');
});

it('lets other work wait while acknowledgements are asked for, and not for ever', async () => {
  const { accepted, turn } = standingBack();
  const began = performance.now();
  const rush = setInterval(() => {
    for (let i = 0; i < 10; i++) accepted();
  }, 1);
  for (let i = 0; i < 10; i++) accepted();
  await turn();
  clearInterval(rush);
  expect(performance.now() - began).toBeGreaterThan(30);
});
