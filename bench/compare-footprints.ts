import { type Footprint, fill, lookAtStart } from './footprint.ts';
import { bareBolt, warmline } from './servers.ts';
import { median } from './statistics.ts';
import { printTable } from './table.ts';

/** How soon each is ready and what it takes of memory. No goals are set for these, hence none can be missed. */
export async function compareFootprints(quick: boolean): Promise<string[]> {
  const times = quick ? 2 : 5;
  const base: Footprint[] = [];
  const ours: Footprint[] = [];
  for (let i = 0; i < times; i++) {
    base.push(await lookAtStart(bareBolt));
    ours.push(await lookAtStart(warmline));
  }
  const middle = (looks: Footprint[], what: keyof Footprint) =>
    median(looks.map((look) => look[what]));
  const row = (label: string, looks: Footprint[]) => [
    label,
    ...(['coldStart', 'idle'] as const).flatMap((what) => [
      (middle(looks, what) / middle(base, what)).toFixed(2),
      middle(looks, what).toFixed(0),
    ]),
  ];
  printTable(
    `Start and memory, medians of ${times}`,
    ['', 'ratio', 'ready after ms', 'ratio', 'idle MB'],
    [row('bare Bolt', base), row('Warmline', ours)],
  );

  const conversations = quick ? 1_000 : 10_000;
  const full = await fill(warmline, conversations);
  const [count, memory] = [conversations.toLocaleString('en'), full.resident.toFixed(0)];
  console.log(`\nWith ${count} open conversations, each with card and draft: ${memory} MB,`);
  console.log(`filled at ${full.perSecond.toFixed(0)} conversations a second on one core.`);
  return [];
}
