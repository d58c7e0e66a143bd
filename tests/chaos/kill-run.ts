import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Conversation } from '../../src/support/conversation.ts';
import { customerTeam, people, places } from '../fake-slack/cast.ts';
import { type FakeSlack, startFakeSlack } from '../fake-slack/fake-slack.ts';
import { pressables } from '../fake-slack/reading.ts';
import type { Message } from '../fake-slack/state.ts';
import { seeded } from './seeded.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
/** Customers come by in groups of this size, write a few times each, and go. */
const PRESENT = 20;
const MESSAGES_EACH = 3;

/** What a run of kills came to. */
export interface Verdict {
  readonly kills: number;
  readonly acknowledged: number;
  readonly presses: number;
  readonly replies: number;
  /** Replies whose sending was cut short and which were found to have arrived, or sent again. */
  readonly uncertain: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Approved and acknowledged, and never sent. */
  readonly unsent: readonly string[];
}

/**
 * Runs the real application against a fake Slack under load and kills it with SIGKILL at random moments, `kills` times.
 * Customers write, two agents press Send on the same drafts, posts arrive without our being told. At the end the
 * application may come to rest, and every promise is counted.
 */
export async function killRun(options: {
  kills: number;
  seed: number;
  tell?: (line: string) => void;
}): Promise<Verdict> {
  const random = seeded(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'warmline-kill-'));
  const handbook = join(folder, 'handbook');
  mkdirSync(handbook);
  writeFileSync(join(handbook, 'policy.yaml'), 'burst pause: 1s\n');
  const file = join(folder, 'desk.sqlite');
  const port = await freePort();
  await using slack = await startFakeSlack({
    botUrl: `http://127.0.0.1:${port}/slack/events`,
    echo: false,
    retryDelays: [20, 100, 400],
  });
  const start = () => startApplication({ slack, handbook, file, port });

  const acknowledged = new Set<string>();
  let presses = 0;
  let uncertain = 0;
  let serial = 0;
  let loading = true;

  const customerWrites = async () => {
    const n = ++serial;
    const group = Math.floor(n / (PRESENT * MESSAGES_EACH));
    const who = customer(slack, group * PRESENT + random(PRESENT));
    const text = `Case ${n}: my invoice ${n} was charged twice, please help`;
    const done = await slack.writes(who, places.support, text);
    if (done.ok) acknowledged.add(done.ts);
  };
  const agentPresses = async () => {
    const open = cardsWithSend(slack);
    const draft = open[random(open.length || 1)];
    if (!draft) return;
    const press = (who: string) => slack.presses(who, draft, SEND).catch(() => undefined);
    const acks = await Promise.all([press(people.ada), press(people.sam)]);
    if (acks.some((ack) => ack?.ok)) presses++;
  };
  const load = async (work: () => Promise<void>, pause: number) => {
    while (loading) {
      await work();
      await delay(random(pause));
    }
  };
  const mischief = async () => {
    slack.misbehave({ method: 'chat.postMessage', how: 'accept-then-drop' });
    uncertain++;
    await delay(400);
  };

  let application = await start();
  const crowd = [
    ...Array.from({ length: 3 }, () => load(customerWrites, 60)),
    ...Array.from({ length: 2 }, () => load(agentPresses, 60)),
    load(mischief, 400),
  ];
  for (let kill = 1; kill <= options.kills; kill++) {
    await delay(50 + random(700));
    application.kill('SIGKILL');
    await gone(application);
    application = await start();
    if (kill % 10 === 0) options.tell?.(`${kill} kills, ${acknowledged.size} events acknowledged`);
  }
  loading = false;
  await Promise.all(crowd);
  slack.behave();
  await slack.courier.settled();
  await atRest(file);
  application.kill('SIGTERM');
  await gone(application);
  return { ...judge(slack, file, acknowledged), kills: options.kills, presses, uncertain };
}

/** The action id of the Send button. */
const SEND = 'send';

function judge(slack: FakeSlack, file: string, acknowledged: ReadonlySet<string>) {
  const { conversations, known } = readDesk(file);
  const lost = [...acknowledged].filter((ts) => !known.has(ts));

  const posts = [...slack.world.channels.values()].flatMap((channel) => channel.messages);
  const byEffect = Map.groupBy(
    posts.filter((message) => effectOf(message) !== undefined),
    (message) => effectOf(message)!,
  );
  const doubled = [...byEffect]
    .filter(([, messages]) => messages.length > 1)
    .map(([effect]) => effect);

  const sent = conversations.flatMap((c) =>
    c.drafts.filter((d) => d.state.is === 'sent').map(() => c.id),
  );
  const unsent = conversations.flatMap((c) =>
    c.drafts
      .filter((d) => d.state.is === 'approved' || d.state.is === 'failed')
      .map((d) => `${c.id} draft ${d.number}`),
  );
  const acknowledgements = conversations.filter((c) => c.acknowledgedAt !== undefined).length;
  const toCustomers = slack.messages(places.support).filter((m) => m.botId !== undefined).length;
  if (toCustomers !== sent.length + acknowledgements) {
    doubled.push(
      `${toCustomers} posts to customers for ${sent.length} replies and ${acknowledgements} acknowledgements`,
    );
  }
  return { acknowledged: acknowledged.size, replies: sent.length, lost, doubled, unsent };
}

function effectOf(message: Message): string | undefined {
  const payload = message.metadata?.['event_payload'] as { effect?: string } | undefined;
  return payload?.effect;
}

function cardsWithSend(slack: FakeSlack): Message[] {
  return slack
    .messages(places.triage)
    .filter((message) => pressables(message.blocks).some(({ actionId }) => actionId === SEND));
}

/** The n-th customer, who joins the support channel when first needed. */
function customer(slack: FakeSlack, n: number): string {
  const id = `U0CUST${String(n).padStart(5, '0')}`;
  if (slack.world.users.has(id)) return id;
  slack.world.users.set(id, {
    id,
    name: `customer.${n}`,
    realName: `Customer ${n}`,
    teamId: customerTeam,
    bot: false,
    guest: 'no',
    deleted: false,
  });
  slack.world.channels.get(places.support)!.members.add(id);
  return id;
}

async function startApplication(at: {
  slack: FakeSlack;
  handbook: string;
  file: string;
  port: number;
}): Promise<ChildProcess> {
  const application = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: at.slack.botToken,
      SLACK_SIGNING_SECRET: at.slack.signingSecret,
      SLACK_API_URL: at.slack.apiUrl,
      SLACK_SUPPORT_CHANNELS: places.support,
      SLACK_TRIAGE_CHANNEL: places.triage,
      SLACK_AGENTS: `${people.ada},${people.sam}`,
      STORE_URL: `sqlite:${at.file}`,
      HANDBOOK_DIR: at.handbook,
      HOST: '127.0.0.1',
      PORT: String(at.port),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const errors: Buffer[] = [];
  application.stderr!.on('data', (part: Buffer) => errors.push(part));
  for (const end = Date.now() + 30_000; Date.now() < end; await delay(20)) {
    if (application.exitCode !== null) {
      throw new Error(`the application ended while starting: ${Buffer.concat(errors).toString()}`);
    }
    const answer = await fetch(`http://127.0.0.1:${at.port}/readyz`).catch(() => undefined);
    if (answer?.ok) return application;
  }
  throw new Error('the application was not ready within 30 s');
}

/** Waits until nothing is under way any more; clocks and reminders of hours to come stand as they are. */
async function atRest(file: string): Promise<void> {
  const database = new DatabaseSync(file, { readOnly: true });
  const open = database.prepare(
    `SELECT (SELECT count(*) FROM inbox WHERE state = 0) + (SELECT count(*) FROM effect) +
            (SELECT count(*) FROM timer WHERE name = 'burst') AS open`,
  );
  let left = -1;
  for (const end = Date.now() + 120_000; Date.now() < end; await delay(50)) {
    left = (open.get() as { open: number }).open;
    if (left === 0) break;
  }
  database.close();
  if (left !== 0) throw new Error(`${left} pieces of work were still open after two minutes`);
}

/** What the desk knows at the end: its conversations, and the ids of all messages it took up. */
function readDesk(file: string): { conversations: Conversation[]; known: Set<string> } {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT document FROM conversation').all();
  const names = database.prepare("SELECT key FROM name WHERE key LIKE 'message/%'").all();
  database.close();
  return {
    conversations: rows.map((row) => JSON.parse(row['document'] as string) as Conversation),
    known: new Set(names.map((row) => (row['key'] as string).split('/').at(-1)!)),
  };
}

function gone(application: ChildProcess): Promise<void> {
  return application.exitCode !== null || application.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => application.once('exit', () => resolve()));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
