import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onAllCores } from './cores.ts';
import { historyOfAWeek } from './history.ts';
import { median, spread } from './statistics.ts';
import { printTable } from './table.ts';

const CONVERSATIONS = 1_000;
/** Seconds for a week of a thousand conversations, the start of the process included. */
const GOAL = 20;

/** How fast a history passes. Returns the goals that were missed, in words. */
export async function compareReplay(quick: boolean): Promise<string[]> {
  const lines = historyOfAWeek(CONVERSATIONS);
  const rounds = Array.from({ length: quick ? 1 : 3 }, () => ({
    base: run(lines, ['decide-alone.ts']),
    ours: run(lines, ['../src/cli.ts', 'replay']),
  }));
  const base = rounds.map((round) => round.base);
  const ours = rounds.map((round) => round.ours);
  printTable(
    `A week of ${CONVERSATIONS} conversations, ${lines.length} messages and presses, as it is run from a terminal`,
    ['', 'ratio', 'seconds', 'wanted'],
    [
      ['decide alone, nothing kept', '1.00', spread(base, 1), ''],
      [
        'warmline replay',
        spread(rounds.map((one) => one.ours / one.base)),
        spread(ours, 1),
        `under ${GOAL}`,
      ],
    ],
  );
  if (median(ours) < GOAL) return [];
  return [`replay: ${median(ours).toFixed(0)} s for the week, under ${GOAL} s wanted.`];
}

/** Seconds that a program takes with these lines. */
function run(lines: readonly string[], [file, ...args]: readonly [string, ...string[]]): number {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const [first, rest] = onAllCores([process.execPath, program, ...args]);
  const began = performance.now();
  execFileSync(first, rest, { input: `${lines.join('\n')}\n`, maxBuffer: 64 * 1024 * 1024 });
  return (performance.now() - began) / 1000;
}
