import { expect, it } from 'vitest';
import { playMonth } from './month.ts';
import { ENDS } from './people.ts';

it('runs', async () => {
  const begun = performance.now();
  const played = await playMonth(20260307);
  await played.month.passTo(ENDS);
  const facts = await played.month.store.facts(['opened', 'nudged', 'sla-breached', 'promised'], 0);
  console.log(
    performance.now() - begun,
    played.left.length,
    facts.length,
    Object.entries(Object.groupBy(facts, (f) => f.type)).map(([t, a]) => [t, a!.length]),
  );
  console.log(played.month.log.lines.slice(0, 5));
  expect(1).toBe(1);
}, 300_000);
