import { setTimeout as sleep } from 'node:timers/promises';
import { openCharts } from './charts/charts.ts';
import { ConfigError, readConfig } from './config.ts';
import { createDesk, type RunningDesk, type Stats } from './desk/desk.ts';
import { movableClock } from './desk/movable-clock.ts';
import { passingTime } from './desk/passing.ts';
import { type Log, PlatformError, type Writer } from './desk/ports.ts';
import { type OpenStore, openStore, placeOfStore } from './desk/store/open.ts';
import { StoreInUse } from './desk/store/sqlite-file.ts';
import { StoreRefuses } from './desk/store/store.ts';
import { HandbookError } from './handbook/fault.ts';
import { type OpenHandbook, openHandbook } from './handbook/open.ts';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import type { OpenAiConfig } from './openai/config.ts';
import { createPlayground } from './playground/playground.ts';
import { listen } from './server.ts';
import { createSlack } from './slack/slack.ts';
import type { TeamsDoor, TeamsParts } from './teams/teams.ts';

/** What sysexits.h calls a faulty configuration: restarting will not help. */
const EX_CONFIG = 78;

/** Milliseconds that closing may take: a platform’s patience, and some. Docker and Kubernetes must be as patient. */
const LONGEST_CLOSING = 20_000;

/** Milliseconds in which two signals are one wish: the terminal's to all its processes, and npm's to its own. */
const SAME_WISH = 1_000;

/** Of a desk that waits for its store. */
const NOTHING_YET: Stats = {
  ...{ accepted: 0, decided: 0, carriedOut: 0, givenUp: 0, putAside: 0 },
};

try {
  await run();
} catch (error) {
  if (!isForPeople(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EX_CONFIG;
}

/** Opens the desk and its doors, and keeps them open until somebody asks us to stop. */
async function run(): Promise<void> {
  const config = readConfig();
  const log = createLogger({ level: config.logLevel, readable: process.stdout.isTTY });
  // By default Node prints an error as it is, with whatever secret is in it.
  process.on('uncaughtException', (err) => {
    log.error({ err }, 'Warmline has failed and stops');
    process.exit(1);
  });
  // Libraries print too: among the lines of a log, that is no line.
  console.log = (...said) => log.debug({ said }, 'a library says');
  const stopped = stopSignal(log);
  let closing = false;

  const opened = await open(config.storeUrl, log);
  await using store = opened.store;
  // Only the playground's time may be moved.
  const movable = config.playground ? movableClock(opened.clock) : undefined;
  const clock = movable ?? opened.clock;
  if (opened.reasons().length > 0) {
    await using _ = await listen({
      ...{ host: config.host, port: config.port, routes: [], log, missing: opened.reasons },
      metrics: createMetrics({ stats: async () => NOTHING_YET, missing: opened.reasons }),
    });
    const because = await Promise.race([opened.there, stopped]);
    if (because) return log.info({ because }, 'Warmline is closing');
  }
  log.info({ store: placeOfStore(config.storeUrl) }, 'Warmline keeps everything there');
  const accepted = (await store.lessons()).filter(({ state }) => state === 'accepted');
  await using book = await openHandbook(config.handbookDir, accepted, log);
  const { handbook } = book;
  const { patience } = store.lease;
  const desk = createDesk({ store, handbook, clock, log });
  const writer = config.openai && (await openModel(config.openai, { desk, handbook, clock, log }));
  if (writer) desk.ask(writer);
  await using charts = openCharts();
  await using slack = config.slack
    ? await createSlack({ config: config.slack, desk, handbook, charts, clock, log, patience })
    : null;
  await using teams = config.teams
    ? await openTeams({ config: config.teams, desk, handbook, clock, log, patience })
    : null;
  const time = movable && passingTime({ desk, store, clock: movable });
  await using playground = config.playground
    ? await createPlayground({ desk, handbook, charts, clock, time, log })
    : null;
  // After the doors, hence closed before them: what is under way can still leave.
  await using working = desk;
  const doors = [slack, teams, playground].filter((door) => door !== null);
  for (const door of doors) working.open(door);

  const missing = () => [
    ...(closing ? ['Warmline is closing'] : []),
    ...opened.reasons(),
    ...(slack?.reasons() ?? []),
    ...(teams?.ready() === false ? ['Microsoft has not taken the bot’s credentials yet'] : []),
  ];
  await using port = await listen({
    ...{ host: config.host, port: config.port, log, missing },
    routes: doors.flatMap((door) => door.routes),
    metrics: createMetrics({
      ...{ stats: () => desk.stats(), missing },
      ...(writer ? { model: () => writer.stats() } : {}),
    }),
  });
  desk.onLearning(() => learnAgain(desk, book, log));
  book.onChange(() => desk.policyChanged());
  desk.start();
  log.info({}, `Warmline is open at ${port.url}${playground ? '/playground' : ''}`);
  log.info({ because: await stopped }, 'Warmline is closing');
  closing = true;
  endBy(config.drain + LONGEST_CLOSING, log);
  await slack?.hangUp();
  // Whoever shares out requests must see first that none should come here.
  await sleep(config.drain);
}

/** A platform that hangs keeps nobody from closing: what is not done by then is another's after its lease, as after a crash. */
function endBy(time: number, log: Log): void {
  setTimeout(() => {
    log.error({}, 'closing took too long: what is under way is left to others');
    process.exit(1);
  }, time).unref();
}

/** The Bot Framework takes a second to load: only those who need it wait for it. */
async function openTeams(parts: TeamsParts): Promise<TeamsDoor> {
  const { createTeams } = await import('./teams/teams.ts');
  return createTeams(parts);
}

/** Only those who have a model wait for its client to load. */
async function openModel(
  config: OpenAiConfig,
  { desk, handbook, clock, log }: Pick<TeamsParts, 'desk' | 'handbook' | 'clock' | 'log'>,
): Promise<Writer> {
  const { openWriter } = await import('./openai/writer.ts');
  const limits = () => handbook.policy.model;
  return openWriter(config, { limits, shelf: desk.shelf('model'), clock, log });
}

/** What the leads have accepted is learnt from here on. */
function learnAgain(desk: RunningDesk, book: OpenHandbook, log: Log): void {
  desk.lessons().then(
    ({ accepted }) => book.learn(accepted),
    (err: unknown) =>
      log.error({ err }, 'what was accepted could not be read: a restart learns it'),
  );
}

async function open(url: string, log: Log): Promise<OpenStore> {
  try {
    return await openStore(url, log);
  } catch (error) {
    if (error instanceof StoreInUse) throw error;
    if (error instanceof StoreRefuses) throw new ConfigError([error.message]);
    throw new ConfigError([
      `STORE_URL names a store that cannot be opened: ${(error as Error).message.replace(/\.$/, '')}. Correct it, or see to the file and its folder.`,
    ]);
  }
}

/** Resolves with the signal that asks us to stop. One that comes later than npm passes on the same ends the process at once. */
function stopSignal(log: Log): Promise<string> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const heed = (signal: string) => {
      first ??= performance.now();
      resolve(signal);
      if (performance.now() - first < SAME_WISH) return;
      log.error({}, 'told once more to stop: what is under way is left to others');
      process.exit(1);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, heed);
  });
}

function isForPeople(error: unknown): error is Error {
  return (
    error instanceof ConfigError ||
    error instanceof HandbookError ||
    error instanceof StoreInUse ||
    error instanceof PlatformError
  );
}
