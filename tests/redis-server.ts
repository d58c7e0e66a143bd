import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A redis-server of our own, empty at first. */
export interface RedisServer extends AsyncDisposable {
  readonly port: number;
  /** Its process, which `restart` replaces. */
  readonly pid: number;
  /** Of one desk on it. */
  url(desk?: string): string;
  /** Stops answering, as a machine that hangs, until `wake`. */
  sleep(): void;
  wake(): void;
  /** As a power cut. */
  kill(): Promise<void>;
  /** What it had is there again, as far as it was on its disk. */
  restart(): Promise<void>;
}

const found = spawnSync('redis-server', ['--version']).status === 0;

/** Without the program, tests on it are left out, loudly; in CI they must run. */
export const hasRedis = found || process.env['CI'] !== undefined;
if (!hasRedis) {
  console.warn('\n  redis-server is not installed: the tests of the store on Redis are SKIPPED.\n');
}

/** @param settings as on its command line, such as `--appendonly yes` */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-redis-'));
  const port = await freePort();
  const words = ['--port', String(port), '--dir', folder, '--save', '', ...settings];
  let server: ChildProcess;
  const start = async () => {
    server = spawn('redis-server', words, { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    for await (const chunk of server.stdout!) {
      said += chunk;
      if (said.includes('Ready to accept connections')) break;
      if (said.includes('Failed listening')) throw new Error(said);
    }
    server.stdout!.resume();
  };
  const kill = async () => {
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    port,
    get pid() {
      return server.pid!;
    },
    url: (desk = 'warmline') => `redis://127.0.0.1:${port}?desk=${desk}`,
    sleep: () => void server.kill('SIGSTOP'),
    wake: () => void server.kill('SIGCONT'),
    kill,
    restart: start,
    async [Symbol.asyncDispose]() {
      if (server.exitCode === null && server.signalCode === null) await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A sentinel of our own that watches a server. */
export async function startSentinel(server: RedisServer, name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-sentinel-'));
  const port = await freePort();
  const settings = join(folder, 'sentinel.conf');
  writeFileSync(
    settings,
    `port ${port}\ndir ${folder}\nsentinel monitor ${name} 127.0.0.1 ${server.port} 1\n`,
  );
  const words = [settings, '--sentinel'];
  const sentinel = spawn('redis-server', words, { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  for await (const chunk of sentinel.stdout) {
    said += chunk;
    if (said.includes('+monitor')) break;
  }
  sentinel.stdout.resume();
  return {
    port,
    async [Symbol.asyncDispose]() {
      const gone = once(sentinel, 'exit');
      sentinel.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
