import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createClient } from '@keyv/redis';
import { timerName } from '../src/desk/store/redis-keys.ts';
import { type RedisServer, startRedis } from '../tests/redis-server.ts';
import { onAllCores } from './cores.ts';
import { printTable } from './table.ts';

const PENDING = 1_000_000;
/** Megabytes of Redis; timers a second that two replicas fire together. */
const GOALS = { memory: 300, fired: 10_000 };
const TOGETHER = 10_000;
const DAY = 24 * 3_600_000;

/**
 * A million pending timers on Redis: the memory that they take, and how many of those due at once fire in a second through one agenda,
 * and through two of two processes, none twice. Returns the goals that were missed, in words.
 */
export async function compareRedisTimers(quick: boolean): Promise<string[]> {
  await using redis = await startRedis('--appendonly', 'yes');
  const client = createClient({ url: `redis://127.0.0.1:${redis.port}` });
  await client.connect();
  // Whoever opens the desk first says how what is kept is written.
  await race(redis, 1, 0);
  const start = Date.now() + DAY;
  const before = await memory(client);
  for (let from = 0; from < PENDING; from += TOGETHER) {
    const some = Array.from({ length: TOGETHER }, (_, i) => timer(start, from + i));
    await client.zAdd(`{warmline}:timers`, some);
  }
  const taken = (await memory(client)) - before;
  const due = quick ? 20_000 : 100_000;
  const one = await race(redis, 1, start + due);
  const two = await race(redis, 2, start + 2 * due);
  client.destroy();
  printTable(
    `${PENDING.toLocaleString('en')} pending timers on Redis: ${taken.toFixed(0)} MB`,
    ['', 'ratio', 'fired in 1 s'],
    [
      ['one replica', '1.00', one.rate.toFixed(0)],
      ['two replicas', (two.rate / one.rate).toFixed(2), two.rate.toFixed(0)],
    ],
  );
  const wrong = one.fired + two.fired - 2 * due;
  return [
    ...(taken < GOALS.memory
      ? []
      : [`timers: ${taken.toFixed(0)} MB of Redis, ${GOALS.memory} wanted.`]),
    ...(two.rate > GOALS.fired
      ? []
      : [
          `timers: ${two.rate.toFixed(0)} a second by two replicas on Redis, ${GOALS.fired} wanted.`,
        ]),
    ...(wrong === 0 ? [] : [`timers: ${wrong} fired too often, or too seldom.`]),
  ];
}

function timer(start: number, i: number) {
  const due = start + ((i * 7_919) % PENDING) + 1;
  const conversation = `slack:T0HOME00001:C0SUPPORT01:${1_772_445_621 + i}.000100`;
  return { score: due, value: timerName({ due, name: 'clock', conversation }) };
}

/** What so many replicas fire together, and how many a second, until nothing is due by `until`. */
async function race(
  redis: RedisServer,
  replicas: number,
  until: number,
): Promise<{ fired: number; rate: number }> {
  const program = fileURLToPath(new URL('timers-redis.ts', import.meta.url));
  const [first, rest] = onAllCores([process.execPath, program, redis.url(), String(until)]);
  const all = Array.from({ length: replicas }, () => {
    const child = spawn(first, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part;
    });
    return { child, ready: once(child.stdout, 'data'), said: () => said };
  });
  await Promise.all(all.map(({ ready }) => ready));
  const began = performance.now();
  const ended = all.map(({ child }) => once(child, 'close'));
  for (const { child } of all) child.stdin.end('go');
  await Promise.all(ended);
  const seconds = (performance.now() - began) / 1_000;
  const fired = all.reduce((sum, { said }) => sum + Number(said().split('\n')[1]), 0);
  return { fired, rate: fired / seconds };
}

async function memory(client: { info(section: string): Promise<string> }): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1]) / 1024 ** 2;
}
