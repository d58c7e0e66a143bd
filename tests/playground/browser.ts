import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Why there is no browser walk here, or undefined when there is one. */
export function whyNoBrowser(): string | undefined {
  if (existsSync(CHROMIUM)) return undefined;
  if (process.env['CI']) throw new Error(`CI walks the page in a browser: install ${CHROMIUM}.`);
  return `there is no ${CHROMIUM}`;
}

export function openBrowser(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

/** The real program as `npm start` runs it with nothing configured, on a store and a handbook of its own. */
export interface App extends AsyncDisposable {
  readonly url: string;
}

export async function startApp(policy: string): Promise<App> {
  const folder = await mkdtemp(join(tmpdir(), 'warmline-page-'));
  await writeFile(join(folder, 'policy.yaml'), policy);
  const port = await freePort();
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const app = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      STORE_URL: `sqlite:${join(folder, 'page.sqlite')}`,
      HANDBOOK_DIR: folder,
    },
  });
  const output: string[] = [];
  app.stdout.on('data', (part) => output.push(String(part)));
  app.stderr.on('data', (part) => output.push(String(part)));
  const url = `http://127.0.0.1:${port}`;
  await ready(app, url, output);
  return {
    url,
    async [Symbol.asyncDispose]() {
      if (app.exitCode === null) {
        app.kill('SIGTERM');
        await once(app, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ready(app: ChildProcess, url: string, output: readonly string[]): Promise<void> {
  const patience = AbortSignal.timeout(20_000);
  while (!patience.aborted && app.exitCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  app.kill('SIGKILL');
  throw new Error(`Warmline did not start:\n${output.join('')}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
