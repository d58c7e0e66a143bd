import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onAllCores } from './cores.ts';
import type { RecordingTaken } from './recording-ours.ts';
import type { ReportsTaken } from './reports-ours.ts';
import { median, spread } from './statistics.ts';
import { printTable } from './table.ts';

const MANY = 1_000_000;
const FEW = 100_000;
/** With a million conversations: bytes of one, milliseconds of the processor for reports by days; ratios of acknowledgements and of a decision. */
const GOALS = {
  bytes: 300,
  took: { 7: 100, 30: 300, 180: 1_000 },
  acknowledged: 1.5,
  recorded: 1.15,
  onRedis: 2,
};

/**
 * Half a year of a desk with 50 agents on the embedded store, about twelve facts a conversation: the bytes that they take, reports
 * by agent of some periods (and of the one before), the acknowledgements that are given meanwhile, and what keeping facts adds to
 * a decision. Returns the goals that were missed, in words.
 */
export function compareReports(quick: boolean): string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'warmline-reports-'));
  try {
    const many = quick ? FEW : MANY;
    const taken = run<ReportsTaken>('reports-ours.ts', join(scratch, 'reports.db'), String(many));
    const recording = run<RecordingTaken>('recording-ours.ts', join(scratch, 'recording.db'));
    printReports(many, taken);
    const onRedis = printOnRedis(taken);
    const beside = printBeside(taken);
    const recorded = printRecording(recording);
    return [
      ...missed('bytes a conversation', taken.bytes, GOALS.bytes),
      ...Object.entries(GOALS.took).flatMap(([days, goal]) =>
        missed(`ms for ${days} days by agent`, median(taken.reports[Number(days)]!.busy), goal),
      ),
      ...onRedis.flatMap((ratio) => missed('times as long on Redis', ratio, GOALS.onRedis)),
      ...missed('times as long for acknowledgements (p99)', median(beside), GOALS.acknowledged),
      ...missed('times as long for a decision', median(recorded), GOALS.recorded),
    ];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function printReports(many: number, taken: ReportsTaken): void {
  const { facts, bytes, bound, held, first, reports } = taken;
  const days = Object.keys(GOALS.took);
  const row = (label: string, what: 'busy' | 'took', ...rest: readonly number[]) => [
    label,
    ...days.map((one) => spread(reports[Number(one)]![what], 0)),
    ...rest.map((one) => (Number.isNaN(one) ? '' : one.toFixed(0))),
  ];
  printTable(
    `${many.toLocaleString('en')} conversations of 180 days, ${(facts / many).toFixed(1)} facts each: by agent, with the period before, ms`,
    ['', ...days.map((one) => `${one} days`), 'the first', 'binding a day', 'holds up'],
    [
      row('processor time', 'busy', Number.NaN, Number.NaN, Number.NaN),
      row('by the clock', 'took', first, bound, held),
    ],
  );
  console.log(`${bytes.toFixed(0)} bytes a conversation`);
}

/** How many times as long reports take on Redis, by the clock. */
function printOnRedis({ reports, onRedis }: ReportsTaken): readonly number[] {
  if (!onRedis) {
    console.log('redis-server is not installed: reports on Redis were NOT measured.');
    return [];
  }
  const days = Object.keys(GOALS.took).map(Number);
  const ratios = days.map((one) => median(onRedis[one]!.took) / median(reports[one]!.took));
  const row = (label: string, of: Readonly<Record<number, { readonly took: number[] }>>) => [
    label,
    ...days.map((one) => spread(of[one]!.took, 0)),
  ];
  printTable(
    'The same on Redis, by the clock, ms',
    ['', ...days.map((one) => `${one} days`)],
    [
      row('embedded store', reports),
      row('Redis', onRedis),
      ['ratio', ...ratios.map((one) => one.toFixed(2))],
    ],
  );
  return ratios;
}

function printBeside({ alone, beside }: ReportsTaken): readonly number[] {
  const ratios = beside.map((one, i) => one / alone[i]!);
  printTable(
    'Acknowledgements at a steady pace, p99',
    ['', 'ratio', 'ms'],
    [
      ['nothing beside them', '1.00', spread(alone, 1)],
      ['reports of 30 days, one after the other', spread(ratios), spread(beside, 1)],
    ],
  );
  return ratios;
}

function printRecording(taken: RecordingTaken): readonly number[] {
  const ratios = taken.with.map((one, i) => one / taken.without[i]!);
  printTable(
    `A decision, ${taken.facts.toFixed(1)} facts each, in processor time`,
    ['', 'ratio', 'µs'],
    [
      ['without its facts', '1.00', spread(taken.without, 0)],
      ['with them', spread(ratios), spread(taken.with, 0)],
    ],
  );
  return ratios;
}

function missed(what: string, is: number, goal: number): string[] {
  return is < goal ? [] : [`reports: ${is.toFixed(2)} ${what}, less than ${goal} wanted.`];
}

/** A report is made beside what goes on, on another core. */
function run<T>(program: string, ...args: string[]): T {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const [first, rest] = onAllCores([process.execPath, path, ...args]);
  return JSON.parse(execFileSync(first, rest, { encoding: 'utf8' })) as T;
}
