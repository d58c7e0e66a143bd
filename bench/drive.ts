import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { LOAD_CORE, onCore } from './cores.ts';
import type { Load, LoadResult, Voice } from './load.ts';
import type { RunningServer } from './servers.ts';

const PROGRAM = fileURLToPath(new URL('load.ts', import.meta.url));

/**
 * Drives a server with correctly signed events from a process of its own.
 * @throws when an event was answered with anything but a 2xx: a figure of failures is no figure.
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
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const result: LoadResult = JSON.parse(await text(child.stdout));
  if (result.failed > 0)
    throw new Error(`${result.failed} of ${result.answered} events were refused or lost.`);
  return result;
}
