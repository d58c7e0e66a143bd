import { timeJourneys } from './journey.ts';
import { boltDesk, warmline } from './servers.ts';
import { printTable } from './table.ts';

/** Milliseconds, in the median. */
const GOAL = 50;

/** How soon agents have a draft. Returns the goals that were missed, in words. */
export async function compareJourneys(quick: boolean): Promise<string[]> {
  const times = quick ? 30 : 100;
  const base = await timeJourneys(boltDesk, times);
  const ours = await timeJourneys(warmline, times);
  printTable(
    `From a customer's message to card and draft, ${times} customers in turn, Slack's own time left out`,
    ['', 'ratio of p50', 'p50 ms', 'p99 ms'],
    [
      ['Bolt posting two fixed texts', '1.00', base.p50.toFixed(1), base.p99.toFixed(1)],
      ['Warmline', (ours.p50 / base.p50).toFixed(2), ours.p50.toFixed(1), ours.p99.toFixed(1)],
    ],
  );
  if (ours.p50 < GOAL) return [];
  return [`${ours.p50.toFixed(0)} ms to the draft in the median, under ${GOAL} ms wanted.`];
}
