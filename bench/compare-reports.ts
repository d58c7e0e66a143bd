import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordingTaken } from './recording-ours.ts';
import type { ReportsTaken } from './reports-ours.ts';
import { median, spread } from './statistics.ts';
import { printTable } from './table.ts';

const MANY = 1_000_000;
const FEW = 100_000;
/** With a million conversations: bytes of one, milliseconds of reports by days; ratios of acknowledgements and of a decision. */
const GOALS = {
  bytes: 300,
  took: { 7: 100, 30: 300, 180: 1_000 },
  acknowledged: 1.5,
  recorded: 1.15,
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
    const { ratios: beside } = printBeside(taken);
    const recorded = printRecording(recording);
    return [
      ...missed('bytes a conversation', taken.bytes, GOALS.bytes),
      ...Object.entries(GOALS.took).flatMap(([days, goal]) =>
        missed(`ms for ${days} days by agent`, median(taken.reports[Number(days)]!), goal),
      ),
      ...missed('times as long for acknowledgements (p99)', median(beside), GOALS.acknowledged),
      ...missed('times as long for a decision', median(recorded), GOALS.recorded),
    ];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function printReports(many: number, taken: ReportsTaken): void {
  const { facts, bytes, bound, held, first, reports } = taken;
  const each = (facts / many).toFixed(1);
  printTable(
    `Reports on ${many.toLocaleString('en')} conversations of 180 days, ${each} facts each, on the embedded store`,
    [
      'bytes a conversation',
      'first ms',
      ...Object.keys(GOALS.took).map((days) => `${days}d ms`),
      'bind a day ms',
      'held up ms',
    ],
    [
      [
        bytes.toFixed(0),
        first.toFixed(0),
        ...Object.keys(GOALS.took).map((days) => spread(reports[Number(days)]!, 0)),
        bound.toFixed(0),
        held.toFixed(0),
      ],
    ],
  );
}

function printBeside({ alone, beside }: ReportsTaken) {
  const ratios = beside.map((one, i) => one / alone[i]!);
  printTable(
    'Acknowledgements at a steady pace, p99',
    ['', 'ratio', 'ms'],
    [
      ['nothing beside them', '1.00', spread(alone, 1)],
      ['reports of 30 days, one after the other', spread(ratios), spread(beside, 1)],
    ],
  );
  return { ratios };
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

/** On both cores: a report is made beside what goes on. */
function run<T>(program: string, ...args: string[]): T {
  const path = fileURLToPath(new URL(program, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [path, ...args], { encoding: 'utf8' })) as T;
}
