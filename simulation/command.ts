import { readHandbook } from '../src/cli/handbook.ts';
import { ConfigError } from '../src/config.ts';
import { systemClock } from '../src/desk/clock.ts';
import { createLedger } from '../src/desk/ledger/ledger.ts';
import type { Log } from '../src/desk/ports.ts';
import { openStore } from '../src/desk/store/open.ts';
import { StoreInUse } from '../src/desk/store/sqlite-file.ts';
import type { Store } from '../src/desk/store/store.ts';
import { HandbookError } from '../src/handbook/fault.ts';
import { dayOf } from '../src/support/report/page.ts';
import { readArguments, WrongUsage } from './arguments.ts';
import { type Output, openProgress } from './progress.ts';
import { simulate } from './simulate.ts';

/** What sysexits.h calls wrong usage, a file that cannot be made, and a faulty configuration; and shells, an interruption. */
const [EX_USAGE, EX_CANTCREAT, EX_CONFIG, INTERRUPTED] = [64, 73, 78, 130];
/** The last instant there is. */
const LATEST = 8.64e15;

/** Something was kept in the store before. */
class NotEmpty extends Error {}

/** Simulates what the arguments say, and tells how it goes. Resolves with the exit code. */
export async function run(
  args: readonly string[],
  output: Output,
  signal?: AbortSignal,
): Promise<number> {
  try {
    return await simulateInto(args, output, signal);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    output.write(`${(error as Error).message}\n`);
    return code;
  }
}

async function simulateInto(
  args: readonly string[],
  output: Output,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { span, seed, store: url } = readArguments(args, Date.now());
  const say = (facts: object, text: string) =>
    output.write(`\n${text}: ${JSON.stringify(facts)}\n`);
  const log: Log = { debug() {}, info() {}, warn: say, error: say };
  const { store: opened, there } = await openStore(url, log);
  await using store = opened;
  await there;
  await mustBeEmpty(store, url);
  const handbook = await readHandbook();
  const progress = openProgress(output, span);
  const { until, conversations } = await simulate({
    ...{ store, handbook, span, seed, log },
    passed: progress.show,
    ...(signal && { signal }),
  });
  progress.close();

  const many = `${conversations.toLocaleString('en')} conversations`;
  const open = `To open it: STORE_URL=${url} npm start`;
  if (until < span.ends) {
    const day = new Date(until).toISOString().slice(0, 16);
    output.write(
      `Stopped: it came to ${day}Z, with ${many}. What is due since then is done at once by whoever opens it.\n${open}\n`,
    );
    return INTERRUPTED;
  }
  await using ledger = createLedger({ store, clock: systemClock, log });
  // Otherwise the first start would do it, while somebody waits for a report.
  await ledger.bind();
  output.write(`${many} are in ${url}. ${open}\n`);
  return 0;
}

/** @throws NotEmpty where anything was ever kept there. */
async function mustBeEmpty(store: Store, url: string): Promise<void> {
  const days = await store.ledger.days(0, dayOf(LATEST));
  const { inbox, effects, timers } = await store.depth();
  if (days.length === 0 && inbox + effects + timers === 0) return;
  throw new NotEmpty(
    `${url} has conversations already, and simulated ones must not get among them. Name another file (--store sqlite:another.db), or delete this one if it may go.`,
  );
}

function codeOf(error: unknown): number | undefined {
  if (error instanceof WrongUsage) return EX_USAGE;
  if (error instanceof NotEmpty || error instanceof StoreInUse) return EX_CANTCREAT;
  return error instanceof ConfigError || error instanceof HandbookError ? EX_CONFIG : undefined;
}
