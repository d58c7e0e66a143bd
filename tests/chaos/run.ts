import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaseOf } from '../../src/desk/lease.ts';
import { freePort, startRedis } from '../redis-server.ts';
import { createApplication, delay } from './application.ts';
import { startBalancer } from './balancer.ts';
import { gatherCrowd } from './crowd.ts';
import { planMishaps } from './mishaps.ts';
import { planFaults, planStory, type Toll } from './plan.ts';
import { openRecords, type Records } from './records.ts';
import { seeded } from './seeded.ts';
import { openSlackSide } from './slack-side.ts';
import { openTeamsSide } from './teams-side.ts';
import { judge, type Row } from './verdict.ts';
import { badWeather } from './weather.ts';

/** A policy of seconds where the shipped one has hours and days, so that every timer rings within the run. */
const policyOf = (beat: number) => `
burst pause: ${beat}s
hours: 24/7
reply within: { p1: ${15 * beat}s, p2: ${15 * beat}s, p3: ${15 * beat}s, p4: ${15 * beat}s }
resolve within: { p1: ${20 * beat}s, p2: ${20 * beat}s, p3: ${20 * beat}s, p4: ${20 * beat}s }
follow up:
  silent after: []
  did that work after: ${2 * beat}s
  close after: ${3 * beat}s
  check in after: never
  waking hours: 00:00-24:00
  per week: 50
escalation:
  nobody answered:
    - { to: on shift, by: mention, after: 0m }
    - { to: leads, by: mention, after: ${3 * beat}s }
`;

/** Deliveries and effects that may be due and not taken up: customers come by no faster than they are served. */
const MOST_DUE = 50;
/** Conversations that may begin while a fault is under way, at most; of few a tenth. */
const MOST_AHEAD = 40;
/** What rings later than in so many ms is none of the run's, and what should have rung so many ms ago is overdue. */
const SOON = 60_000;
const LATE = 3_000;
/** How long all may take to come to rest, in ms: what the policy above has on its way, and for each conversation what has piled up. */
const REST_WITHIN = 180_000;
const AND_FOR_EACH = 60;

export interface ChaosOptions {
  readonly seed: number;
  readonly conversations: number;
  readonly store: 'sqlite' | 'redis';
  /** Of the application; one on SQLite. */
  readonly replicas: number;
  /** Seconds; on Redis alone. */
  readonly lease: number;
  /** Seconds that somebody may be silent who is still writing; other times of the policy are so and so many of them. */
  readonly beat: number;
  readonly toll: Toll;
  /** In brief: no Teams, which takes a while to load, and no call that is never answered. Default: no. */
  readonly brief?: boolean;
  readonly tell?: (line: string) => void;
}

export interface Verdict {
  readonly rows: readonly Row[];
  /** What the run was through, by name. */
  readonly counts: Readonly<Record<string, number>>;
  /** Where the application's own words stand, and what it kept of each conversation; undefined where no promise was broken. */
  readonly logs: string | undefined;
}

/**
 * Runs the real application, one or many of it on one store, between a fake Slack and a fake Teams that misbehave, behind a load
 * balancer that delivers twice and late, while its processes are killed, stopped and replaced and its Redis restarts. At the end
 * everything may come to rest, and every promise is counted.
 */
export async function chaosRun(options: ChaosOptions): Promise<Verdict> {
  const { seed, conversations, replicas, brief = false, tell = () => {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'warmline-chaos-'));
  const handbook = join(folder, 'handbook');
  mkdirSync(handbook);
  writeFileSync(join(handbook, 'policy.yaml'), policyOf(options.beat));
  await using redis =
    options.store === 'redis'
      ? await startRedis('--appendonly', 'yes', '--appendfsync', 'always')
      : undefined;
  const storeUrl = redis
    ? `${redis.url()}&lease=${options.lease}`
    : `sqlite:${join(folder, 'desk.sqlite')}`;
  await using slack = await openSlackSide();
  await using teams = brief ? undefined : await openTeamsSide();
  const sides = [slack, ...(teams ? [teams] : [])];
  const ports = await Promise.all(Array.from({ length: replicas }, freePort));
  const environment = {
    ...{ STORE_URL: storeUrl, HANDBOOK_DIR: handbook },
    ...slack.environment,
    ...teams?.environment,
  };
  const applications = ports.map((port, i) =>
    createApplication(port, environment, join(folder, `replica-${i + 1}.log`)),
  );
  await Promise.all(applications.map((application) => application.start()));
  await using balancer = await startBalancer(ports, seeded(seed + 1));
  const weather = badWeather(seeded(seed + 2), !brief);
  for (const side of sides) side.open(balancer.url, weather);

  const stories = Array.from({ length: conversations }, (_, i) => planStory(seed, i + 1));
  const crowd = gatherCrowd(sides, stories, seeded(seed + 3));
  const mishaps = planMishaps({
    plan: planFaults(seed, conversations, replicas, options.toll),
    applications,
    redis,
    lease: redis ? options.lease * 1000 : leaseOf().whole,
    random: seeded(seed + 4),
  });
  await using records = await openRecords(storeUrl);
  const began = performance.now();
  const progress = setInterval(() => {
    const { kill, pause, roll } = mishaps.counts;
    const seconds = Math.round((performance.now() - began) / 1000);
    tell(
      `${seconds} s: ${crowd.begun} of ${conversations} conversations, ${crowd.heard().events} events acknowledged, ${kill} kills, ${pause} pauses, ${roll} rolls`,
    );
    for (const side of sides) side.tidy();
  }, 5_000);

  const ahead = Math.min(MOST_AHEAD, Math.ceil(conversations / 10));
  await Promise.all([
    crowd.come(async (customer) => {
      await mishaps.before(customer - ahead);
      // Where nobody is there, a customer who comes tells nothing of what the application does.
      while (!applications.some(({ upFor }) => upFor > 0) || (await isBusy(records)))
        await delay(100);
    }),
    mishaps.happen(() => crowd.begun),
  ]);
  // What platforms try once more is still to come.
  for (const side of sides) await side.settled();
  tell('everything may come to rest');
  const patience = REST_WITHIN + AND_FOR_EACH * conversations;
  await comeToRest(records, patience, tell);
  // What drafts promise rings for hours: the last look is one at which nothing of it hangs.
  weather.calm();
  const waits = await comeToRest(records, patience, tell);
  const kept = await records.leftovers();
  await crowd.leave();
  clearInterval(progress);
  const stops = await Promise.all(applications.map((application) => application.stop()));

  const leftovers = [
    ...waits,
    ...kept,
    ...[...mishaps.unclean, ...stops.flatMap((fault) => fault ?? [])],
  ];
  const heard = crowd.heard();
  const remembered = await records.conversations();
  const rows = judge({
    heard,
    said: sides.flatMap((side) => side.said().map((one) => ({ ...one, platform: side.platform }))),
    conversations: remembered,
    facts: await records.facts(),
    leftovers,
  });
  const sound = rows.every(({ broken }) => broken.length === 0);
  if (sound) rmSync(folder, { recursive: true, force: true });
  else writeFileSync(join(folder, 'conversations.jsonl'), remembered.map(lineOf).join(''));
  return {
    rows,
    counts: {
      seconds: Math.round((performance.now() - began) / 1000),
      'events acknowledged': heard.events,
      ...mishaps.counts,
      'deliveries to two at once': balancer.duplicated,
      'deliveries overtaken': balancer.delayed,
      'calls to platforms gone wrong': weather.troubles,
      'sends that arrived untold': weather.untold,
      'sends that agents were asked about': heard.asked.size,
    },
    logs: sound ? undefined : folder,
  };
}

const lineOf = (conversation: object) => `${JSON.stringify(conversation)}\n`;

async function isBusy(records: Records): Promise<boolean> {
  // Where Redis is away nobody serves anybody.
  const due = await records.due().catch(() => Number.POSITIVE_INFINITY);
  return due > MOST_DUE;
}

/** Waits until nothing waits any more. What does all the same, in words. */
async function comeToRest(
  records: Records,
  patience: number,
  tell: (line: string) => void,
): Promise<string[]> {
  let quiet = 0;
  let told = Number.NaN;
  let left: string[] = [];
  for (const end = Date.now() + patience; Date.now() < end; await delay(100)) {
    left = await waitsIn(records);
    const far = Math.floor(left.length / 20);
    if (far !== told) tell(`still to come: ${left.slice(0, 2).join(', ')}, ${left.length} in all`);
    told = far;
    // What agents see may still be on its way to them.
    quiet = left.length === 0 ? quiet + 1 : 0;
    if (quiet === 10) return [];
  }
  return left;
}

async function waitsIn(records: Records): Promise<string[]> {
  const { inbox, effects, timers } = await records.waiting();
  // What drafts promise is spread over the hours to come: of those only what is overdue counts.
  const rings = timers.filter(
    ({ name, due }) => due < Date.now() + (name === 'promise' ? -LATE : SOON),
  );
  return [
    ...(inbox > 0 ? [`${inbox} deliveries wait`] : []),
    ...(effects > 0 ? [`${effects} effects wait`] : []),
    ...rings.map(({ conversation, name }) => `the timer ${name} of ${conversation} waits`),
  ];
}
