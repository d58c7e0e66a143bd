import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { people, places } from '../tests/fake-slack/cast.ts';
import type { FakeSlack } from '../tests/fake-slack/fake-slack.ts';
import { onCore, SERVER_CORE } from './cores.ts';
import { supportChannels } from './scene.ts';

/** What is measured: which program it is. */
export interface Contestant {
  readonly program: string;
  /** Where a GET answers once it is ready; any answer will do where it is not our own. */
  readonly readyPath: string;
}

const program = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const bareBolt: Contestant = {
  program: program('bolt-server.ts'),
  readyPath: '/',
};
export const warmline: Contestant = {
  program: program('../src/main.ts'),
  readyPath: '/readyz',
};
export const chatSdk: Contestant = {
  program: program('peers/chat-sdk.mjs'),
  readyPath: '/',
};

export const boltDesk: Contestant = {
  program: program('bolt-desk.ts'),
  readyPath: '/',
};

/** The least that does what a desk does: keeps a conversation in Redis, and shows it to agents. */
export const boltSupport: Contestant = {
  program: program('bolt-support.ts'),
  readyPath: '/',
};

export interface RunningServer extends AsyncDisposable {
  readonly pid: number;
  readonly port: number;
  /** Milliseconds from the start of its process until it was ready. */
  readonly startedIn: number;
}

/** Nothing that the bench started outlives it, however it ends. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/**
 * Starts a server in a fresh process, on its own core, with an empty store, and waits until it is ready.
 * @param handbook what the team has written down, for Warmline: texts by the names of their files.
 * @param store a STORE_URL; without it a file of its own.
 */
export function startServer(
  contestant: Contestant,
  slack: FakeSlack,
  handbook: Readonly<Record<string, string>> = {},
  store?: string,
): Promise<RunningServer> {
  return startProgram(contestant, handbook, {
    ...(store === undefined ? {} : { STORE_URL: store }),
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SLACK_SUPPORT_CHANNELS: supportChannels.join(','),
    SLACK_TRIAGE_CHANNEL: places.triage,
    SLACK_AGENTS: people.ada,
  });
}

/** The same for whatever platform the environment speaks of. */
export async function startProgram(
  contestant: Contestant,
  texts: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'warmline-bench-'));
  const handbook = join(folder, 'handbook');
  await mkdir(join(handbook, 'articles'), { recursive: true });
  for (const [name, words] of Object.entries(texts)) await writeFile(join(handbook, name), words);
  const port = await freePort();
  const [command, args] = onCore(SERVER_CORE, [process.execPath, contestant.program]);
  const began = performance.now();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      STORE_URL: `sqlite:${join(folder, 'desk.sqlite')}`,
      ...environment,
      HANDBOOK_DIR: handbook,
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  });
  alive.add(child);
  let said = '';
  const listen = (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4000);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  await untilReady(child, `http://127.0.0.1:${port}${contestant.readyPath}`, () => said);
  const startedIn = performance.now() - began;
  return {
    pid: child.pid!,
    port,
    startedIn,
    async [Symbol.asyncDispose]() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      alive.delete(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(child: ChildProcess, url: string, said: () => string): Promise<void> {
  const own = url.endsWith('/readyz');
  const limit = performance.now() + 20_000;
  while (performance.now() < limit) {
    if (child.exitCode !== null) throw new Error(`The server ended at once: ${said()}`);
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response && (response.ok || !own)) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The server was not ready within 20 s: ${said()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
