import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { move, type Progress } from '../desk/store/move.ts';
import { isRedisUrl, readRedisAddress } from '../desk/store/redis-address.ts';
import { StoreInUse } from '../desk/store/sqlite-file.ts';
import { StoreRefuses, StoreUnavailable } from '../desk/store/store.ts';
import { type Terminal, UsageError } from './terminal.ts';

const USAGE =
  'It is called so: warmline move --to redis://host:6379 [--from sqlite:data/warmline.db]';
/** Signs of a full bar. */
const WIDTH = 30;
/** Milliseconds between two pictures of it. */
const EVERY = 100;

/** Moves everything of a desk from its file to Redis. Out comes a line for each kind of what was moved. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { from = readConfig().storeUrl, to } = optionsOf(args);
  const file = /^sqlite:(?:\/\/)?([^?]+)/.exec(from)?.[1];
  if (to === undefined) throw new UsageError(`There is no --to. ${USAGE}`);
  if (file === undefined) throw new UsageError(`What to move is no SQLite file. ${USAGE}`);
  checkTarget(to);
  const moved = await move(file, to, warnings, createBar()).catch((error: unknown) => {
    if (!isForPeople(error)) throw error;
    process.stderr.write(`\n${error.message}\n`);
  });
  if (!moved) return 1;
  if (process.stderr.isTTY) process.stderr.write('\n');
  for (const one of moved) await terminal.write(`${JSON.stringify(one)}\n`);
  process.stderr.write(
    'Everything is there, as it was. Set STORE_URL to it, and keep the file until you are content.\n',
  );
  return 0;
}

function optionsOf(args: readonly string[]) {
  try {
    const options = { from: { type: 'string' }, to: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new UsageError(`That is not how it is called. ${USAGE}`);
  }
}

function checkTarget(to: string): void {
  try {
    if (!isRedisUrl(to)) throw new Error('is not the address of a Redis server');
    readRedisAddress(to);
  } catch (error) {
    throw new UsageError(`--to ${(error as Error).message}. ${USAGE}`);
  }
}

function isForPeople(error: unknown): error is Error {
  return [StoreInUse, StoreRefuses, StoreUnavailable].some((kind) => error instanceof kind);
}

/** A bar on standard error, where somebody sees it. */
function createBar(): Progress {
  let last = 0;
  return (doing, kind, rows, all) => {
    if (!process.stderr.isTTY || (Date.now() - last < EVERY && rows < all)) return;
    last = Date.now();
    const full = Math.round((WIDTH * rows) / all);
    const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
    process.stderr.write(`\r\u001b[K${bar} ${Math.floor((100 * rows) / all)} %  ${doing} ${kind}`);
  };
}

const say = (_: object, text: string) => void process.stderr.write(`${text}\n`);
const warnings = { debug() {}, info() {}, warn: say, error: say };
