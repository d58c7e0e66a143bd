import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRedis } from '../tests/redis-server.ts';
import { onCore, SERVER_CORE } from './cores.ts';
import type { CrowdTaken } from './crowd-ours.ts';
import { median, spread } from './statistics.ts';
import { printTable } from './table.ts';

const FEW = 1_000;
const MANY = 100_000;
/** Bytes in the process for each conversation more; a decision as a ratio to that with a thousand. */
const GOALS = { bytes: 200, decision: 1.3 };

/**
 * A hundred thousand open conversations beside a thousand: what they take of the process, which has them in its store, and how long
 * it is from a further message of one of them until all that follows is kept. Returns the goals that were missed, in words.
 */
export async function compareCrowd(quick: boolean): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'warmline-crowd-'));
  // Its log is not written anew beside what is measured.
  const log = ['--appendonly', 'yes', '--auto-aof-rewrite-percentage', '0'];
  await using redis = await startRedis(...log);
  try {
    const file = await compare('SQLite', quick, (name) => `sqlite:${join(scratch, `${name}.db`)}`);
    const server = await compare('Redis', quick, (name) => redis.url(name));
    return [...file, ...server];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function compare(
  store: string,
  quick: boolean,
  urlOf: (name: string) => string,
): Promise<string[]> {
  const look = (url: string, many: number) => JSON.parse(run('look', url, many)) as CrowdTaken;
  const crowd = urlOf('crowd');
  run('fill', crowd, MANY);
  const rounds = Array.from({ length: quick ? 2 : 5 }, (_, round) => {
    // Anew each time: the same few would have written more and more.
    const handful = urlOf(`handful-${round}`);
    run('fill', handful, FEW);
    return { few: look(handful, FEW), many: look(crowd, MANY) };
  });
  const more = (what: 'resident' | 'heap') =>
    median(rounds.map(({ few, many }) => many[what] - few[what]));
  const bytes = (megabytes: number) => (megabytes * 1024 ** 2) / (MANY - FEW);
  const ratios = rounds.map(({ few, many }) => many.decision / few.decision);
  const row = (label: string, all: readonly CrowdTaken[], ratio: readonly number[]) => [
    label,
    spread(ratio),
    ...(['decision', 'heap', 'resident'] as const).map((what) =>
      median(all.map((one) => one[what])).toFixed(what === 'decision' ? 2 : 0),
    ),
  ];
  printTable(
    `Open conversations on ${store}; memory after a last collection, no log written anew meanwhile`,
    ['', 'ratio of a decision', 'p50 ms', 'heap MB', 'resident MB'],
    [
      row(
        FEW.toLocaleString('en'),
        rounds.map(({ few }) => few),
        rounds.map(() => 1),
      ),
      row(
        MANY.toLocaleString('en'),
        rounds.map(({ many }) => many),
        ratios,
      ),
    ],
  );
  const each = bytes(more('resident'));
  console.log(
    `${each.toFixed(0)} bytes resident for each conversation more, ${bytes(more('heap')).toFixed(0)} of them in the heap`,
  );
  return [
    ...(each < GOALS.bytes
      ? []
      : [`crowd: ${each.toFixed(0)} bytes each on ${store}, less than ${GOALS.bytes} wanted.`]),
    ...(median(ratios) < GOALS.decision
      ? []
      : [
          `crowd: ${median(ratios).toFixed(2)} times as long for a decision on ${store}, ${GOALS.decision} wanted.`,
        ]),
  ];
}

function run(what: 'fill' | 'look', url: string, many: number): string {
  const program = fileURLToPath(new URL('crowd-ours.ts', import.meta.url));
  const command = [process.execPath, '--expose-gc', program, what, url, String(many)];
  const [first, rest] = onCore(SERVER_CORE, command);
  return execFileSync(first, rest, { encoding: 'utf8' });
}
