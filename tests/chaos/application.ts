import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
/** A machine that is busy with all the others takes its time. */
const READY_WITHIN = 60_000;
/** What orchestrators give a process that is asked to stop, in ms. */
const STOPPED_WITHIN = 30_000;

/** The application itself, as a process of its own on a port of its own. */
export interface Application {
  readonly port: number;
  /** Starts it. Resolves when it is ready. */
  start(): Promise<void>;
  /** As a power cut. What was wrong: that it had ended by itself before; undefined where it had not. */
  kill(): Promise<string | undefined>;
  /** As a machine that stands still for a while. */
  pause(): void;
  goOn(): void;
  /** As an orchestrator asks for it. What was wrong with how it went; undefined where it went as it must. */
  stop(): Promise<string | undefined>;
  /** For how many ms it has been ready; 0 where it is not. */
  readonly upFor: number;
}

/** Nothing that the run started outlives it, however it ends. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** @param log a file that gets what it says */
export function createApplication(
  port: number,
  environment: Readonly<Record<string, string>>,
  log: string,
): Application {
  let child: ChildProcess | undefined;
  let upSince: number | undefined;
  const gone = async () => {
    const { exitCode, signalCode } = child!;
    if (exitCode === null && signalCode === null) await once(child!, 'exit');
    alive.delete(child!);
  };

  return {
    port,
    async start() {
      const started = spawn(process.execPath, [MAIN], {
        env: {
          PATH: process.env['PATH'],
          LOG_LEVEL: 'warn',
          ...environment,
          HOST: '127.0.0.1',
          PORT: String(port),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      alive.add(started);
      const file = createWriteStream(log, { flags: 'a' });
      let said = '';
      for (const stream of [started.stdout, started.stderr]) {
        stream.pipe(file);
        stream.on('data', (part: Buffer) => {
          said = `${said}${part}`.slice(-2_000);
        });
      }
      for (const end = Date.now() + READY_WITHIN; Date.now() < end; await delay(25)) {
        if (started.exitCode !== null) throw new Error(`it ended while it started: ${said}`);
        if (await isReady(port)) {
          upSince = performance.now();
          return;
        }
      }
      throw new Error(`it was not ready within ${READY_WITHIN / 1000} s: ${said}`);
    },
    async kill() {
      upSince = undefined;
      const { exitCode, signalCode } = child!;
      child!.kill('SIGKILL');
      await gone();
      const ended = exitCode ?? signalCode;
      return ended === null ? undefined : `it had ended by itself with ${ended}`;
    },
    pause: () => void child!.kill('SIGSTOP'),
    goOn: () => void child!.kill('SIGCONT'),
    async stop() {
      const asked = performance.now();
      upSince = undefined;
      child!.kill('SIGTERM');
      const late = setTimeout(() => child!.kill('SIGKILL'), STOPPED_WITHIN);
      await gone();
      clearTimeout(late);
      if (child!.exitCode === 0) return undefined;
      const after = `${Math.round((performance.now() - asked) / 100) / 10} s after SIGTERM`;
      return `it ended with ${child!.exitCode ?? child!.signalCode}, ${after}`;
    },
    get upFor() {
      return upSince === undefined ? 0 : performance.now() - upSince;
    },
  };
}

/** Whether somebody on this port says so. */
export async function isReady(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(1_000);
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok === true;
}

export const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
