import { CONNECTIONS, type Entry, interleave } from './acceptance.ts';
import { printAcceptance } from './acceptance-tables.ts';
import { bareBolt, chatSdk, warmline } from './servers.ts';
import { openRedisStage, openSlackStage } from './slack-stage.ts';

/** At least so many times the acknowledgements of bare Bolt; on Redis by processor time, which it has to share with the load. */
const GOAL = 2.5;
const REDIS_GOAL = 1.8;

const baseline: Entry = {
  label: 'bare Bolt, empty listener',
  words: 'small talk',
  open: () => openSlackStage(bareBolt),
};
const ours: Entry = {
  label: 'Warmline, kept before the ack',
  words: 'small talk',
  open: () => openSlackStage(warmline),
};
const onRedis: Entry = {
  label: 'Warmline on Redis, the same',
  words: 'small talk',
  open: () => openRedisStage(warmline),
};
const working: Entry = {
  label: 'Warmline, drafting for each',
  words: 'requests',
  open: () => openSlackStage(warmline),
};
const peer: Entry = {
  label: 'Chat SDK, empty handler',
  words: 'small talk',
  open: () => openSlackStage(chatSdk),
};

/** How many events are acknowledged and how soon. Returns the goals that were missed, in words. */
export async function compareAcceptance(quick: boolean): Promise<string[]> {
  const [rounds, seconds] = quick ? [2, 2] : [3, 4];
  const results = await interleave([baseline, ours, onRedis, working, peer], rounds, seconds);
  const how = { connections: CONNECTIONS, seconds };
  const standing = printAcceptance('Slack events', results, baseline, how);
  const { rate, ack } = standing(ours);
  const { perCpu } = standing(onRedis);
  return [
    ...(rate >= GOAL ? [] : [`${rate.toFixed(2)} times bare Bolt's events, ${GOAL} wanted.`]),
    ...(perCpu >= REDIS_GOAL
      ? []
      : [`${perCpu.toFixed(2)} times bare Bolt's events on Redis, ${REDIS_GOAL} wanted.`]),
    ...(ack <= 1 ? [] : [`the median ack takes ${ack.toFixed(2)} times bare Bolt's.`]),
  ];
}
