import { startFakeSlack } from '../tests/fake-slack/fake-slack.ts';
import { startRedis } from '../tests/redis-server.ts';
import { drive } from './drive.ts';
import { setScene } from './scene.ts';
import { startServer, warmline } from './servers.ts';
import { slackVoice } from './slack-stage.ts';
import { median, spread } from './statistics.ts';
import { printTable } from './table.ts';

/** Two do at least so many times what one does. */
const GOAL = 1.8;
/** Events a second for each replica: so few that all that follows from them is done meanwhile, and counts. */
const RATE = 50;
const WARM_UP = 3;

interface Taken {
  /** Milliseconds of processor time for an event and what follows from it: the replicas', and their Redis'. */
  readonly each: number;
  readonly redis: number;
}

/**
 * What two replicas on one Redis take for an event beside one. Where each has a core of its own, that is what they can do: here
 * they share one, so it is told by processor time. Returns the goal that was missed, in words.
 */
export async function compareReplicas(quick: boolean): Promise<string[]> {
  const [rounds, seconds] = quick ? [2, 4] : [4, 8];
  const [one, two]: [Taken[], Taken[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    one.push(await measure(1, seconds));
    two.push(await measure(2, seconds));
  }
  const times = two.map(({ each }, i) => (2 * one[i]!.each) / each);
  const middle = (all: readonly Taken[], what: keyof Taken) => median(all.map((t) => t[what]));
  printTable(
    `Replicas on one Redis, ${RATE} events a second for each, on a core for each: ${rounds} rounds of ${seconds} s`,
    ['', 'ratio', 'ms each', 'ms of Redis each', 'replicas that Redis bears'],
    (
      [
        ['one', '1.00', one],
        ['two', spread(times), two],
      ] as const
    ).map(([label, ratio, all]) => [
      ...[label, ratio, middle(all, 'each').toFixed(2), middle(all, 'redis').toFixed(2)],
      (middle(all, 'each') / middle(all, 'redis')).toFixed(0),
    ]),
  );
  const ratio = median(times);
  return ratio >= GOAL
    ? []
    : [`replicas: two do ${ratio.toFixed(2)} times what one does, ${GOAL} wanted.`];
}

async function measure(replicas: number, seconds: number): Promise<Taken> {
  await using redis = await startRedis('--appendonly', 'yes');
  await using slack = await startFakeSlack({ echo: false });
  setScene(slack);
  await using stack = new AsyncDisposableStack();
  const servers = await Promise.all(
    Array.from({ length: replicas }, () => startServer(warmline, slack, {}, redis.url())),
  );
  for (const server of servers) stack.use(server);
  const load = { words: 'requests', connections: 4, warmUp: WARM_UP, seconds, rate: RATE } as const;
  const results = await Promise.all(
    servers.map((server) => drive(server, slackVoice(slack), { ...load, beside: redis.pid })),
  );
  const sum = (of: (result: (typeof results)[number]) => number) =>
    results.reduce((all, result) => all + of(result), 0);
  const events = sum((result) => result.answered);
  return {
    each: (sum((result) => result.cpu) * 1_000) / events,
    redis: (results[0]!.besideCpu * 1_000) / events,
  };
}
