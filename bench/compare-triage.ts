import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readHandbook } from '../src/handbook/handbook.ts';
import { onCore, SERVER_CORE } from './cores.ts';
import { median, quantile } from './statistics.ts';
import { printTable } from './table.ts';

/** Milliseconds for one message in the median and of 99 in 100, and to load; megabytes. */
const GOALS = { p50: 0.25, p99: 0.8, loaded: 150, resident: 60 };
const MESSAGES = 500;
const SETS = ['airline_sentiment', 'twcs_spotify_inbound', 'twcs_conversations', 'banking77'];

const CONTESTANTS = [
  ['natural: category, sentiment', 'peers/natural-triage.mjs'],
  ['wink: category, sentiment', 'peers/wink-triage.mjs'],
  ['Warmline: the whole triage', 'triage-ours.ts'],
] as const;

interface Taken {
  readonly loaded: number;
  readonly resident: number;
  readonly took: readonly number[];
}

/** What understanding one real message takes, on one core. Returns the goals that were missed, in words. */
export async function compareTriage(quick: boolean): Promise<string[]> {
  const folder = process.env['WARMLINE_DATA'];
  if (!folder) {
    console.log(
      '\nSKIPPED: WARMLINE_DATA names no folder of real messages, so the triage was not timed.',
    );
    return [];
  }
  const scratch = mkdtempSync(join(tmpdir(), 'warmline-triage-'));
  try {
    const examples = write(join(scratch, 'examples.json'), await handbookPhrases());
    const messages = write(join(scratch, 'messages.json'), readMessages(folder));
    const rounds = quick ? 1 : 3;
    const taken = CONTESTANTS.map(([label, program]) => ({
      label,
      runs: Array.from({ length: rounds }, () => run(program, examples, messages)),
    }));
    return report(taken);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function run(program: string, examples: string, messages: string): Taken {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const command = [process.execPath, '--expose-gc', file, examples, messages];
  const [first, rest] = onCore(SERVER_CORE, command);
  // Some print a greeting before.
  const printed = execFileSync(first, rest, { encoding: 'utf8' });
  return JSON.parse(printed.slice(printed.lastIndexOf('\n') + 1)) as Taken;
}

function report(taken: readonly { label: string; runs: readonly Taken[] }[]): string[] {
  const figures = taken.map(({ label, runs }) => ({
    label,
    messages: runs[0]!.took.length,
    p50: median(runs.map(({ took }) => median(took))),
    p99: median(runs.map(({ took }) => quantile(took, 0.99))),
    loaded: median(runs.map((one) => one.loaded)),
    resident: median(runs.map((one) => one.resident)),
  }));
  const [base] = figures;
  printTable(
    `Understanding one message: ${base!.messages} real ones, one core`,
    ['', 'ratio of p50', 'p50 ms', 'p99 ms', 'load ms', 'resident MB'],
    figures.map((one) => [
      one.label,
      (one.p50 / base!.p50).toFixed(2),
      one.p50.toFixed(3),
      one.p99.toFixed(3),
      one.loaded.toFixed(0),
      one.resident.toFixed(0),
    ]),
  );
  const ours = figures.at(-1)!;
  return Object.entries(GOALS).flatMap(([what, goal]) => {
    const value = ours[what as keyof typeof GOALS];
    return value <= goal ? [] : [`triage: ${what} ${value.toFixed(3)}, ${goal} wanted.`];
  });
}

/** Of each category as much as its peers learn in bearable time; the English words come first. */
const TAUGHT = 100;

/** The first phrases and examples of each category of the shipped handbook. */
async function handbookPhrases(): Promise<{ text: string; category: string }[]> {
  const { categories } = await readHandbook();
  return categories.flatMap(({ name, phrases, examples }) =>
    [
      ...phrases.slice(0, TAUGHT).map(({ phrase }) => phrase.replace(/\*|\.\.\./g, ' ')),
      ...examples.slice(0, TAUGHT / 4),
    ].map((text) => ({ text, category: name })),
  );
}

function readMessages(folder: string): string[] {
  return SETS.flatMap((set) => {
    const lines = readFileSync(join(folder, `${set}.dev.jsonl`), 'utf8').split('\n', MESSAGES);
    return lines.filter(Boolean).map((line) => (JSON.parse(line) as { text: string }).text);
  });
}

function write(file: string, content: unknown): string {
  writeFileSync(file, JSON.stringify(content));
  return file;
}
