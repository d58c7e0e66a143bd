import { startFakeSlack } from '../tests/fake-slack/fake-slack.ts';
import { type RedisServer, startRedis } from '../tests/redis-server.ts';
import { type Conversed, HANDBOOK, openConversations } from './conversation.ts';
import { SERVER_CORE } from './cores.ts';
import { usageOf } from './cpu.ts';
import { setScene } from './scene.ts';
import { boltSupport, type Contestant, startServer, warmline } from './servers.ts';
import { median, quantile, spread } from './statistics.ts';
import { printTable } from './table.ts';

/** At least so many times the conversations of the least bot there can be, by processor time. */
const GOAL = 0.6;
/** Conversations at once: more of them, and drafts are made before a customer has written the last word. */
const AT_ONCE = 20;
/** For what settles after the last word: a card that is shown once more. */
const REST = 1_500;

interface Entry {
  readonly label: string;
  readonly contestant: Contestant;
  /** A STORE_URL; without it a file of its own. */
  store(redis: RedisServer): string | undefined;
}

interface Taken {
  /** Conversations that a second of the bot's processor time is enough for. */
  readonly perSecond: number;
  /** The same of Redis', in milliseconds for each. */
  readonly redis: number;
  /** Calls to Slack for each. */
  readonly calls: number;
  readonly acknowledged: number;
  readonly replied: number;
}

const ENTRIES: readonly Entry[] = [
  {
    label: 'Bolt and Redis SET: no draft, not safe',
    contestant: boltSupport,
    store: (redis) => redis.url(),
  },
  { label: 'Warmline on SQLite', contestant: warmline, store: () => undefined },
  { label: 'Warmline on Redis', contestant: warmline, store: (redis) => redis.url() },
];

/**
 * Whole conversations: three messages of a customer, what is shown to agents, a press on Send, the reply, and the matter closed.
 * Returns the goals that were missed, in words.
 */
export async function compareConversations(quick: boolean): Promise<string[]> {
  const [rounds, many] = quick ? [1, 100] : [3, 300];
  const taken = ENTRIES.map((): Taken[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, entry] of ENTRIES.entries()) taken[i]!.push(await measure(entry, many));
  }
  const base = taken[0]!;
  const ratios = taken.map((all) => all.map((one, i) => one.perSecond / base[i]!.perSecond));
  const middle = (all: readonly Taken[], what: keyof Taken, digits: number) =>
    median(all.map((one) => one[what])).toFixed(digits);
  printTable(
    `Whole conversations for a second of one core, ${AT_ONCE} at once, ${rounds} rounds of ${many}`,
    [
      '',
      'ratio',
      'conversations',
      'ms of Redis each',
      'calls to Slack each',
      'ack p99 ms',
      'reply p50 ms',
    ],
    ENTRIES.map(({ label }, i) => [
      label,
      spread(ratios[i]!),
      middle(taken[i]!, 'perSecond', 0),
      middle(taken[i]!, 'redis', 2),
      middle(taken[i]!, 'calls', 1),
      middle(taken[i]!, 'acknowledged', 0),
      middle(taken[i]!, 'replied', 0),
    ]),
  );
  return ENTRIES.flatMap(({ label }, i) => {
    const ratio = median(ratios[i]!);
    if (ratio >= GOAL) return [];
    return [`conversations: ${label} ${ratio.toFixed(2)} times the bot's, ${GOAL} wanted.`];
  });
}

async function measure({ contestant, store }: Entry, many: number): Promise<Taken> {
  await using redis = await startRedis('--appendonly', 'yes');
  await using slack = await startFakeSlack({ echo: false });
  setScene(slack);
  await using server = await startServer(contestant, slack, HANDBOOK, store(redis));
  slack.courier.botUrl = `http://127.0.0.1:${server.port}/slack/events`;
  using conversations = openConversations(slack);
  const warmUp = many / 4;
  await all(0, warmUp, conversations.converse);
  const calls = conversations.calls;
  const before = [server.pid, redis.pid].map((pid) => usageOf(pid, SERVER_CORE).process);
  const conversed = await all(warmUp, many, conversations.converse);
  await new Promise((resolve) => setTimeout(resolve, REST));
  const after = [server.pid, redis.pid].map((pid) => usageOf(pid, SERVER_CORE).process);
  return {
    perSecond: many / (after[0]! - before[0]!),
    redis: ((after[1]! - before[1]!) * 1_000) / many,
    calls: (conversations.calls - calls) / many,
    acknowledged: quantile(
      conversed.flatMap((one) => one.acknowledged),
      0.99,
    ),
    replied: median(conversed.map((one) => one.replied)),
  };
}

/** So many, AT_ONCE at a time. */
async function all(
  from: number,
  many: number,
  converse: (number: number) => Promise<Conversed>,
): Promise<Conversed[]> {
  const conversed: Conversed[] = [];
  let next = from;
  const worker = async () => {
    while (next < from + many) conversed.push(await converse(next++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return conversed;
}
