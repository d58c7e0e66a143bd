import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readHandbook } from '../src/handbook/handbook.ts';
import { onCore, SERVER_CORE } from './cores.ts';
import { compareRuns, type Taken } from './side-by-side.ts';

/** Milliseconds for one message in the median and of 99 in 100, and to load; megabytes. */
const GOALS = { p50: 0.25, p99: 0.8, loaded: 150, resident: 60 };
const MESSAGES = 500;
const SETS = ['airline_sentiment', 'twcs_spotify_inbound', 'twcs_conversations', 'banking77'];

const CONTESTANTS = [
  ['natural: category, sentiment', 'peers/natural-triage.mjs'],
  ['wink: category, sentiment', 'peers/wink-triage.mjs'],
  ['Warmline: the whole triage', 'triage-ours.ts'],
] as const;

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
    return compareRuns(taken, GOALS, {
      title: `Understanding one message: ${taken[0]!.runs[0]!.took.length} real ones, one core`,
      loaded: 'load',
      name: 'triage',
    });
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
