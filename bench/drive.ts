import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { LOAD_CORE, onCore } from './cores.ts';
import type { Load, LoadResult, Voice } from './load.ts';
import type { RunningServer } from './servers.ts';

/** Seconds beyond its own length after which a load has stalled. */
const GRACE = 60;

const PROGRAM = fileURLToPath(new URL('load.ts', import.meta.url));

/**
 * Drives a server with correctly signed events from a process of its own.
 * @throws when it stalls, or when an event was answered with anything but a 2xx: a figure of failures is no figure.
 */
export async function drive(
  server: RunningServer,
  voice: Voice,
  how: Omit<Load, 'port' | 'pid' | 'voice' | 'run'>,
): Promise<LoadResult> {
  const run = randomBytes(4).toString('hex').toUpperCase();
  const { port, pid } = server;
  const load: Load = { ...how, port, pid, voice, run };
  const [command, args] = onCore(LOAD_CORE, [process.execPath, PROGRAM, JSON.stringify(load)]);
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: (load.warmUp + load.seconds + GRACE) * 1000,
  });
  const said = await text(child.stdout);
  if (said === '') throw new Error('The server stopped answering, and the load stalled.');
  const result: LoadResult = JSON.parse(said);
  if (result.failed > 0)
    throw new Error(`${result.failed} of ${result.answered} events were refused or lost.`);
  return result;
}
