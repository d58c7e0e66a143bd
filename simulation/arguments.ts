import { parseArgs } from 'node:util';
import { instantOf } from '../src/replay/input.ts';
import type { Span } from './rhythm.ts';

const DAY = 24 * 3_600_000;
const MOST_DAYS = 1_000;
const MOST_A_DAY = 10_000;
/** `mulberry32` takes no larger one. */
const MOST_SEED = 2 ** 32 - 1;

const USAGE = `npm run simulate -- --days N [--conversations-a-day N] [--seed N] [--store sqlite:FILE] [--until TIME]
  --days                 how far back it begins, 1 to ${MOST_DAYS.toLocaleString('en')}
  --conversations-a-day  how many there are a day, 1 to ${MOST_A_DAY.toLocaleString('en')}; 12 unless you say so
  --seed                 another number plays another story; 1 unless you say so
  --store                where it is put: a file that is not there yet; sqlite:simulated.db unless you say so
  --until                when it ends, such as 2026-03-02T17:00:00Z; now unless you say so`;

/** It was called in a way that it does not know. Its text says what is wrong and how it is called. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';

  constructor(fault: string) {
    super(`${fault}\n${USAGE}`);
  }
}

/** What is to be simulated, and where it is put. */
export interface Wish {
  readonly span: Span;
  readonly seed: number;
  /** `sqlite:<file>`. */
  readonly store: string;
}

/** @throws WrongUsage in words for whoever typed it. */
export function readArguments(args: readonly string[], now: number): Wish {
  const given = parse(args);
  if (given.days === undefined) throw new WrongUsage('Say how many days: --days 365.');
  const days = wholeNumber('--days', given.days, 1, MOST_DAYS);
  const perDay = wholeNumber(
    '--conversations-a-day',
    given['conversations-a-day'] ?? '12',
    1,
    MOST_A_DAY,
  );
  const seed = wholeNumber('--seed', given.seed ?? '1', 0, MOST_SEED);
  const store = given.store ?? 'sqlite:simulated.db';
  if (!/^sqlite:(\/\/)?[^?]+(\?synchronous=full)?$/.test(store) || store.includes(':memory:')) {
    throw new WrongUsage('--store names no file, such as sqlite:simulated.db.');
  }
  const ends = given.until === undefined ? now : instantOf(given.until);
  if (!(ends >= MOST_DAYS * DAY)) {
    throw new WrongUsage('--until is no ISO date and time, such as 2026-03-02T17:00:00Z.');
  }
  return { span: { begins: ends - days * DAY, ends, perDay }, seed, store };
}

function parse(args: readonly string[]) {
  const string = { type: 'string' } as const;
  const options = {
    ...{ days: string, 'conversations-a-day': string },
    ...{ seed: string, store: string, until: string },
  };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

function wholeNumber(name: string, given: string, least: number, most: number): number {
  const number = /^\d{1,12}$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  const [from, to] = [least, most].map((one) => one.toLocaleString('en'));
  throw new WrongUsage(`${name} must be a whole number from ${from} to ${to}.`);
}
