import { type Entry, RATE, type Round } from './acceptance.ts';
import { median, spread } from './statistics.ts';
import { printTable } from './table.ts';

/** How an entry did beside the baseline, as medians of the rounds' ratios. */
export interface Standing {
  /** Times the baseline's events a second. */
  readonly rate: number;
  /** Times the baseline's median acknowledgement; below 1 is sooner. */
  readonly ack: number;
  /** Times the baseline's events for a second of its own processor time, its store's left out. */
  readonly perCpu: number;
}

/**
 * Prints what came out.
 * @param what what was acknowledged, such as `Slack events`.
 * @returns how each entry stands to the baseline.
 */
export function printAcceptance(
  what: string,
  results: ReadonlyMap<Entry, readonly Round[]>,
  baseline: Entry,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): (entry: Entry) => Standing {
  const of = (entry: Entry, read: (round: Round) => number) => results.get(entry)!.map(read);
  const ratios = (entry: Entry, read: (round: Round) => number) => {
    const base = of(baseline, read);
    return of(entry, read).map((value, round) => value / base[round]!);
  };
  const rounds = results.get(baseline)!.length;
  const ms = (values: number[]) => median(values).toFixed(2);

  printTable(
    `${what} acknowledged on one core, ${connections} connections, ${rounds} rounds of ${seconds} s: median (least-most)`,
    [
      '',
      'ratio',
      'ratio by CPU time',
      'its µs each',
      'µs of its store',
      'events/s',
      'p50 ms',
      'p99 ms',
    ],
    [...results.keys()].map((entry) => [
      entry.label,
      spread(ratios(entry, rate)),
      spread(ratios(entry, perCpu)),
      median(of(entry, (round) => 1e6 / perCpu(round))).toFixed(0),
      median(of(entry, besideEach)).toFixed(0),
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
  return (entry) => ({
    rate: median(ratios(entry, rate)),
    ack: median(ratios(entry, ack)),
    perCpu: median(ratios(entry, perCpu)),
  });
}

const rate = (round: Round) => round.saturated.perSecond;
const perCpu = (round: Round) => round.saturated.answered / round.saturated.cpu;
const besideEach = ({ saturated }: Round) => (saturated.besideCpu * 1e6) / saturated.answered;
const ack = (round: Round) => round.paced.p50;
