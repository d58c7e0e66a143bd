import { readConfig } from '../config.ts';
import type { Log } from '../desk/ports.ts';
import { move, type Progress, type Step } from '../desk/store/move.ts';
import { placeWords, type RedisAddress, readRedisAddress } from '../desk/store/redis-address.ts';
import { StoreUnavailable } from '../desk/store/store.ts';
import { conversations, isForPeople, numeral, optionsOf, sqliteFileOf } from './store-file.ts';
import { type Terminal, UsageError } from './terminal.ts';

const USAGE =
  'It is called so: warmline move --to redis://host:6379 [--from sqlite:data/warmline.db]';
/** Signs of a full bar. */
const WIDTH = 30;
/** Milliseconds between two pictures of it. */
const EVERY = 100;
/** What a shell says of whom Ctrl-C has ended. */
const INTERRUPTED = 130;

/** Moves everything of a desk from its file to Redis. Out comes a line for each kind of what was moved. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { from = readConfig().storeUrl, to } = optionsOf(args, USAGE);
  const file = sqliteFileOf(from);
  if (to === undefined) throw new UsageError(`There is no --to. ${USAGE}`);
  if (file === undefined) throw new UsageError(`What to move is no SQLite file. ${USAGE}`);
  const address = addressOf(to);
  const { tell, say, brokenOff } = createBar();
  const interrupt = () => {
    say(brokenOff());
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', interrupt);
  try {
    const moved = await move(file, to, logTo(say), tell);
    const { rows } = moved.find(({ kind }) => kind === 'conversations')!;
    say(`${conversations(rows)} moved from ${file} to ${placeWords(address)}.`);
    for (const one of moved) await terminal.write(`${JSON.stringify(one)}\n`);
    say(
      'Everything is there, as it was. Set STORE_URL to it, and keep the file until you are content.',
    );
    return 0;
  } catch (error) {
    if (!isForPeople(error)) throw error;
    say(error.message);
    if (error instanceof StoreUnavailable) say(brokenOff());
    return 1;
  } finally {
    process.off('SIGINT', interrupt);
  }
}

function addressOf(to: string): RedisAddress {
  try {
    return readRedisAddress(to);
  } catch (error) {
    throw new UsageError(`--to ${(error as Error).message}. ${USAGE}`);
  }
}

interface Bar {
  readonly tell: Progress;
  /** A line of its own. */
  say(text: string): void;
  /** Where the move was when it ended. */
  brokenOff(): string;
}

/** A bar on standard error, where somebody sees it. */
function createBar(): Bar {
  let drawn = 0;
  let last: Step | undefined;
  return {
    tell(step) {
      last = step;
      if (!process.stderr.isTTY || (Date.now() - drawn < EVERY && step.share < 1)) return;
      drawn = Date.now();
      const { doing, kind, share } = step;
      const full = Math.round(WIDTH * share);
      const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
      process.stderr.write(`\r\u001b[K${bar} ${Math.floor(100 * share)} %  ${doing} ${kind}`);
    },
    say(text) {
      process.stderr.write(`${drawn > 0 ? '\n' : ''}${text}\n`);
      drawn = 0;
    },
    brokenOff() {
      const again = 'Call it again to go on.';
      if (!last) return `Broken off. ${again}`;
      const { doing, kind, rows, of } = last;
      const what = doing === 'proving' ? `the proof of ${kind}` : kind;
      return `Broken off at ${what} ${numeral(rows)} of ${numeral(of)}. ${again}`;
    },
  };
}

function logTo(say: (text: string) => void): Log {
  const warn = (_: object, text: string) => say(text);
  return { debug() {}, info() {}, warn, error: warn };
}
