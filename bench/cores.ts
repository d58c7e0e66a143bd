import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The load and the fake Slack have core 0, the server under test has core 1 to itself. */
export const LOAD_CORE = 0;
export const SERVER_CORE = 1;

/** Counted before anything is held to one. */
const CORES = availableParallelism();

/** Whether processes can be held to a core here. Without it figures still come, but of a shared machine. */
export const canPin = CORES > 1 && hasTaskset();

/** A command line that runs on one core, where that can be had. */
export function onCore(core: number, command: readonly string[]): [string, string[]] {
  const [first, ...rest] = canPin ? ['taskset', '-c', String(core), ...command] : command;
  return [first!, rest];
}

/** A command line that runs on all cores, whatever this process is held to. */
export function onAllCores(command: readonly string[]): [string, string[]] {
  const [first, ...rest] = canPin ? ['taskset', '-c', `0-${CORES - 1}`, ...command] : command;
  return [first!, rest];
}

/** Holds this very process to a core. */
export function stayOnCore(core: number): void {
  if (canPin) execFileSync('taskset', ['-apc', String(core), String(process.pid)]);
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['-p', String(process.pid)]);
    return true;
  } catch {
    return false;
  }
}
