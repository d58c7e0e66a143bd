// `npm run bench -- soak --minutes 30 [--store redis]`: half the load a desk can bear, for as long as one likes.
import { readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startFakeSlack } from '../tests/fake-slack/fake-slack.ts';
import { startRedis } from '../tests/redis-server.ts';
import { type Conversed, HANDBOOK, openConversations } from './conversation.ts';
import { SERVER_CORE } from './cores.ts';
import { usageOf } from './cpu.ts';
import { compareStocks, keptIn, type Stock } from './kept.ts';
import { setScene } from './scene.ts';
import { startServer, warmline } from './servers.ts';
import { median, quantile } from './statistics.ts';
import { printTable } from './table.ts';

/** A part of the whole that does not count yet, and a part at its end that is held against as much after the beginning. */
const WARM_UP = 0.2;
const PART = 0.2;
/** Ratios of the end to the beginning. */
const GOALS = { resident: 1.05, replied: 1.25, acknowledged: 1.25 };
/** What waits may not become more than so much. */
const MOST_WAITING = 100;
const FIND_OUT = 80;
const LOOK_EVERY = 5_000;

interface Look {
  readonly resident: number;
  readonly waiting: number;
  readonly acknowledged: number;
  readonly replied: number;
  readonly conversations: number;
}

/** Returns what did not stay as it was, in words. */
export async function soak(): Promise<string[]> {
  const { values } = parseArgs({
    strict: false,
    options: { minutes: { type: 'string', default: '30' }, store: { type: 'string' } },
  });
  const length = Number(values['minutes']) * 60_000;
  await using folder = await mkdtempDisposable(join(tmpdir(), 'warmline-soak-'));
  await using redis =
    values['store'] === 'redis' ? await startRedis('--appendonly', 'yes') : undefined;
  await using slack = await startFakeSlack({ echo: false });
  setScene(slack);
  const store = redis?.url() ?? `sqlite:${join(folder.path, 'desk.sqlite')}`;
  await using server = await startServer(warmline, slack, HANDBOOK, store);
  slack.courier.botUrl = `http://127.0.0.1:${server.port}/slack/events`;
  using conversations = openConversations(slack);

  const busy = () => usageOf(server.pid, SERVER_CORE).process;
  const waiting = new Set<Promise<unknown>>();
  let number = 0;
  let failed = 0;
  let taken: Conversed[] = [];
  const start = () => {
    const one = conversations.converse(number++).then(
      (conversed) => void taken.push(conversed),
      () => void failed++,
    );
    waiting.add(one);
    one.finally(() => waiting.delete(one));
  };
  const everySoOften = async (gap: number, end: number) => {
    for (let due = performance.now(); due < end; due += gap) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      start();
    }
  };

  // What one conversation takes of the processor says how many it can bear.
  await everySoOften(250, performance.now() + (FIND_OUT / 2) * 250);
  await Promise.all(waiting);
  const before = busy();
  await everySoOften(250, performance.now() + FIND_OUT * 250);
  await Promise.all(waiting);
  const each = (busy() - before) / FIND_OUT;
  const gap = each * 2_000;
  console.log(
    `\n${(each * 1_000).toFixed(1)} ms of the processor for a conversation: ${(1 / each).toFixed(1)} a second at most, ${(1_000 / gap).toFixed(1)} a second for ${values['minutes']} minutes.`,
  );

  const looks: Look[] = [];
  taken = [];
  const looking = setInterval(async () => {
    const some = taken;
    taken = [];
    looks.push({
      resident: residentOf(server.pid),
      waiting: await waitingAt(server.port),
      acknowledged: quantile(
        some.flatMap((one) => one.acknowledged),
        0.5,
      ),
      replied: quantile(
        some.map((one) => one.replied),
        0.5,
      ),
      conversations: some.length,
    });
  }, LOOK_EVERY);
  const stock = async (): Promise<Stock> => ({ conversations: number, kept: await keptIn(store) });
  const began = performance.now();
  await everySoOften(gap, began + length * WARM_UP);
  const early = await stock();
  await everySoOften(gap, began + length);
  clearInterval(looking);
  await Promise.all(waiting);
  await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  const left = await waitingAt(server.port);
  return [...judge(looks, failed, left), ...compareStocks(early, await stock())];
}

function judge(looks: readonly Look[], failed: number, left: number): string[] {
  const from = Math.floor(looks.length * WARM_UP);
  const part = Math.max(1, Math.floor(looks.length * PART));
  const [first, last] = [looks.slice(from, from + part), looks.slice(-part)];
  const of = (some: readonly Look[], what: keyof Look) =>
    median(some.map((look) => look[what]).filter((value) => !Number.isNaN(value)));
  const kinds = ['resident', 'acknowledged', 'replied', 'waiting', 'conversations'] as const;
  printTable(
    'Half the load for as long as that',
    ['', 'resident MB', 'ack p50 ms', 'reply p50 ms', 'waiting', `in ${LOOK_EVERY / 1_000} s`],
    (
      [
        ['after the beginning', first],
        ['at the end', last],
      ] as const
    ).map(([label, some]) => [label, ...kinds.map((what) => of(some, what).toFixed(1))]),
  );
  const grown = (Object.entries(GOALS) as [keyof typeof GOALS, number][]).flatMap(
    ([what, goal]) => {
      const ratio = of(last, what) / of(first, what);
      return ratio <= goal ? [] : [`soak: ${what} became ${ratio.toFixed(2)} times as much.`];
    },
  );
  return [
    ...grown,
    ...(failed === 0 ? [] : [`soak: ${failed} conversations did not come to their end.`]),
    ...(left <= MOST_WAITING && of(last, 'waiting') <= MOST_WAITING
      ? []
      : [`soak: ${left} deliveries and effects were left waiting.`]),
  ];
}

function residentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** Deliveries and effects, as the metrics tell; timers of days to come wait by their nature. */
async function waitingAt(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const of = (what: string) =>
    Number(new RegExp(`warmline_waiting\\{what="${what}"\\} (\\d+)`).exec(text)?.[1]);
  return of('inbox') + of('effects');
}
