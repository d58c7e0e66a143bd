import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onCore, SERVER_CORE } from './cores.ts';
import { median, spread } from './statistics.ts';
import { printTable } from './table.ts';
import type { TimersTaken } from './timers-ours.ts';

const FEW = 10_000;
const MANY = 1_000_000;
/** With a million pending: milliseconds, megabytes, timers a second; `oneMore` as a ratio to that with ten thousand. */
const GOALS = { opened: 2_000, file: 150, firedByCpu: 20_000, late: 1_000, oneMore: 1.5 };

/**
 * A million pending timers on the embedded store beside ten thousand: how long the file takes to open, its size, what one more
 * decision that sets a timer takes (a conversation of 2 kB is kept with it), how many of those that are due at once fire in a
 * second through the agenda with the least decision there can be (by the processor's time and by the clock), and how late the
 * last 1 in 100 fires when a thousand come due each second. Returns the goals that were missed, in words.
 */
export function compareTimers(quick: boolean): string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'warmline-timers-'));
  try {
    const rounds = Array.from({ length: quick ? 1 : 3 }, () => ({
      few: run(scratch, FEW, FEW / 2),
      many: run(scratch, MANY, quick ? 100_000 : 400_000),
    }));
    const row = (label: string, taken: readonly TimersTaken[], ratios: readonly number[]) => [
      label,
      spread(ratios),
      ...(['oneMore', 'opened', 'file', 'firedByCpu', 'fired', 'late'] as const).map((what) =>
        median(taken.map((one) => one[what])).toFixed(0),
      ),
    ];
    const few = rounds.map((round) => round.few);
    const many = rounds.map((round) => round.many);
    const ratios = rounds.map((round) => round.many.oneMore / round.few.oneMore);
    printTable(
      'Pending timers on the embedded store, one core',
      [
        '',
        'ratio of one more',
        'one more µs',
        'open ms',
        'file MB',
        'fired in 1 s of CPU',
        'in 1 s by the clock',
        'late p99 ms',
      ],
      [
        row(
          `${FEW.toLocaleString('en')} pending`,
          few,
          few.map(() => 1),
        ),
        row(`${MANY.toLocaleString('en')} pending`, many, ratios),
      ],
    );
    const taken = (what: keyof TimersTaken) => median(many.map((one) => one[what]));
    return [
      ...missed(taken('opened') < GOALS.opened, 'opened in', taken('opened'), GOALS.opened, 'ms'),
      ...missed(taken('file') < GOALS.file, 'a file of', taken('file'), GOALS.file, 'MB'),
      ...missed(
        taken('firedByCpu') > GOALS.firedByCpu,
        'fired',
        taken('firedByCpu'),
        GOALS.firedByCpu,
        'a second',
      ),
      ...missed(taken('late') < GOALS.late, 'late by', taken('late'), GOALS.late, 'ms'),
      ...missed(median(ratios) < GOALS.oneMore, 'one more', median(ratios), GOALS.oneMore, 'times'),
    ];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function missed(met: boolean, what: string, is: number, goal: number, unit: string): string[] {
  return met ? [] : [`timers: ${what} ${is.toFixed(2)} ${unit}, ${goal} wanted.`];
}

function run(scratch: string, pending: number, fires: number): TimersTaken {
  const program = fileURLToPath(new URL('timers-ours.ts', import.meta.url));
  const file = join(scratch, `${pending}.db`);
  const args = [process.execPath, program, file, String(pending), String(fires)];
  const [first, rest] = onCore(SERVER_CORE, args);
  return JSON.parse(execFileSync(first, rest, { encoding: 'utf8' })) as TimersTaken;
}
