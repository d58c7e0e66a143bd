// `npm run simulate -- --days 365`: a year of support, put into a store of its own, to try reports, the queue and the page on.

import { readHandbook } from '../src/cli/handbook.ts';
import { ConfigError } from '../src/config.ts';
import { systemClock } from '../src/desk/clock.ts';
import { createLedger } from '../src/desk/ledger/ledger.ts';
import type { Log } from '../src/desk/ports.ts';
import { openStore } from '../src/desk/store/open.ts';
import { StoreInUse } from '../src/desk/store/sqlite.ts';
import type { Store } from '../src/desk/store/store.ts';
import { HandbookError } from '../src/handbook/fault.ts';
import { dayOf } from '../src/support/report/page.ts';
import { readArguments, WrongUsage } from './arguments.ts';
import { openProgress } from './progress.ts';
import { simulate } from './simulate.ts';

/** What sysexits.h calls wrong usage, a file that cannot be made, and a faulty configuration; and a shell, an interruption. */
const [EX_USAGE, EX_CANTCREAT, EX_CONFIG, INTERRUPTED] = [64, 73, 78, 130];

/** Nothing goes wrong that the desk can help: what does is for whoever mends it. */
const say = (facts: object, text: string) =>
  process.stderr.write(`\n${text}: ${JSON.stringify(facts)}\n`);
const log: Log = { debug() {}, info() {}, warn: say, error: say };

/** The store has something in it already. */
class NotEmpty extends Error {}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  const code = codeOf(error);
  if (code === undefined) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  return code;
});

async function run(args: readonly string[]): Promise<number> {
  const { span, seed, store: url } = readArguments(args, Date.now());
  const handbook = await readHandbook();
  await using store = openStore(url);
  await mustBeEmpty(store, url);

  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  const progress = openProgress(process.stderr, span);
  const { until, conversations } = await simulate({
    ...{ store, handbook, span, seed, log },
    passed: progress.show,
    signal: stopping.signal,
  });
  progress.close();
  if (!stopping.signal.aborted) {
    // Otherwise the first start would do it, while somebody waits for a report.
    await using ledger = createLedger({ store, clock: systemClock, log });
    await ledger.bind();
  }
  const many = `${conversations.toLocaleString('en')} conversations`;
  const told = stopping.signal.aborted
    ? `Stopped: ${many}, until ${new Date(until).toISOString().slice(0, 10)}. What was due since then is done when it is opened.`
    : `${many} in ${url}.`;
  process.stderr.write(`${told} To open it: STORE_URL=${url} npm start\n`);
  return stopping.signal.aborted ? INTERRUPTED : 0;
}

/** @throws NotEmpty where anything was ever kept there. */
async function mustBeEmpty(store: Store, url: string): Promise<void> {
  const days = await store.ledger.days(0, dayOf(8.64e15));
  const { inbox, effects, timers } = await store.depth();
  if (days.length === 0 && inbox + effects + timers === 0) return;
  throw new NotEmpty(
    `${url} has conversations already, and a simulation must not get among them. Delete that file, or name another one: --store sqlite:another.db`,
  );
}

function codeOf(error: unknown): number | undefined {
  if (error instanceof WrongUsage) return EX_USAGE;
  if (error instanceof NotEmpty || error instanceof StoreInUse) return EX_CANTCREAT;
  return error instanceof ConfigError || error instanceof HandbookError ? EX_CONFIG : undefined;
}
