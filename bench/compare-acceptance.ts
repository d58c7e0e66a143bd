import { type Entry, interleave, RATE, type Round } from './acceptance.ts';
import { bareBolt, chatSdk, warmline } from './servers.ts';
import { median, spread } from './statistics.ts';
import { printTable } from './table.ts';

/** At least so many times the acknowledgements of bare Bolt. */
const GOAL = 2.5;

const baseline: Entry = {
  label: 'bare Bolt, empty listener',
  server: bareBolt,
  words: 'small talk',
};
const ours: Entry = {
  label: 'Warmline, kept before the ack',
  server: warmline,
  words: 'small talk',
};
const working: Entry = {
  label: 'Warmline, drafting for each',
  server: warmline,
  words: 'requests',
};
const peer: Entry = { label: 'Chat SDK, empty handler', server: chatSdk, words: 'small talk' };

/** How many events are acknowledged and how soon. Returns the goals that were missed, in words. */
export async function compareAcceptance(quick: boolean): Promise<string[]> {
  const [rounds, seconds] = quick ? [2, 2] : [3, 4];
  const results = await interleave([baseline, ours, working, peer], rounds, seconds);
  const of = (entry: Entry, read: (round: Round) => number) => results.get(entry)!.map(read);
  const ratios = (entry: Entry, read: (round: Round) => number) => {
    const base = of(baseline, read);
    return of(entry, read).map((value, round) => value / base[round]!);
  };
  const rate = (round: Round) => round.saturated.perSecond;
  const perCpu = (round: Round) => round.saturated.answered / round.saturated.cpu;
  const ack = (round: Round) => round.paced.p50;
  const ms = (values: number[]) => median(values).toFixed(2);

  printTable(
    `Acknowledged events on one core, 32 connections, ${rounds} rounds of ${seconds} s: median (least-most)`,
    ['', 'ratio', 'ratio by CPU time', 'events/s', 'p50 ms', 'p99 ms'],
    [...results.keys()].map((entry) => [
      entry.label,
      spread(ratios(entry, rate)),
      spread(ratios(entry, perCpu)),
      spread(of(entry, rate), 0),
      ms(of(entry, (round) => round.saturated.p50)),
      ms(of(entry, (round) => round.saturated.p99)),
    ]),
  );
  printTable(
    `Time to the acknowledgement at ${RATE} events/s`,
    ['', 'ratio of p50', 'p50 ms', 'p99 ms'],
    [...results.keys()].map((entry) => [
      entry.label,
      spread(ratios(entry, ack)),
      ms(of(entry, ack)),
      ms(of(entry, (round) => round.paced.p99)),
    ]),
  );

  const all = [...results.values()].flat().flatMap(({ paced, saturated }) => [paced, saturated]);
  const disturbed = Math.max(...all.map((result) => result.disturbed));
  console.log(`\nOthers had at most ${(disturbed * 100).toFixed(0)} % of the server's core.`);

  const misses: string[] = [];
  const times = median(ratios(ours, rate));
  if (!(times >= GOAL))
    misses.push(`${times.toFixed(2)} times bare Bolt's events, ${GOAL} wanted.`);
  const slower = median(ratios(ours, ack));
  if (!(slower <= 1)) misses.push(`the median ack takes ${slower.toFixed(2)} times bare Bolt's.`);
  return misses;
}
