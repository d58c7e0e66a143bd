import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { systemClock } from '../desk/clock.ts';
import { answerFrom } from '../desk/ledger/requests.ts';
import { createReports } from '../desk/reports.ts';
import { openBeside, type StoreBeside, StoreUnreadable } from '../desk/store/beside.ts';
import { isRedisUrl } from '../desk/store/redis-address.ts';
import type { Misunderstood } from '../support/report/asking.ts';
import { readHandbook } from './handbook.ts';
import { type Setting, sheetText } from './report/text.ts';
import { NobodyReads, type Terminal, UsageError } from './terminal.ts';

const USAGE = `Usage: report [PERIOD] [by WHAT] [FILTER:VALUE …] [--period PERIOD] [--json | --csv] [--store URL] [--zone ZONE]
  report last month by category
  report --period 30d --json
  report behind first reply time 7d urgency:p1`;

/** Where nobody sees how wide it is. */
const COLUMNS = 100;

/** A report of the store that Warmline writes, or the conversations behind one of its numbers: as text, JSON or CSV. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { words, how, store: url, zone } = readArgs(args);
  await using store = await openStore(url ?? readConfig().storeUrl);
  const handbook = await readHandbook();
  const answer = answerFrom(store.ledger);
  const reports = createReports({ answer, store, handbook, clock: systemClock });
  const text =
    how === 'text'
      ? sheetText(
          understood(await reports.reportSheet(words, zone)),
          setting(zone ?? handbook.policy.calendar.zone),
        )
      : understood(await reports.reportFile(words, how, zone)).text;
  try {
    await terminal.write(text);
  } catch (error) {
    if (!(error instanceof NobodyReads)) throw error;
  }
  return 0;
}

async function openStore(url: string): Promise<StoreBeside> {
  try {
    return await openBeside(url);
  } catch (error) {
    throw error instanceof StoreUnreadable ? new UsageError(error.message) : error;
  }
}

function understood<Told extends object>(told: Told | Misunderstood): Told {
  if ('problem' in told) throw new UsageError(told.problem);
  return told;
}

function setting(zone: string): Setting {
  const { isTTY, columns = COLUMNS } = process.stdout;
  return { colour: isTTY === true, columns, zone };
}

type How = 'text' | 'json' | 'csv';

function readArgs(args: readonly string[]) {
  const options = {
    period: { type: 'string' },
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
    store: { type: 'string' },
    zone: { type: 'string' },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
  const { period, json, csv, store, zone } = parsed.values;
  if (json && csv) throw new UsageError(`One of --json and --csv, not both.\n${USAGE}`);
  if (zone !== undefined && !isZone(zone)) {
    throw new UsageError(`--zone names no time zone. Use one such as Europe/Berlin.\n${USAGE}`);
  }
  if (store !== undefined && !/^sqlite:./.test(store) && !isRedisUrl(store)) {
    throw new UsageError(
      `--store is no store. Use sqlite:<file>, or redis://<host>, rediss://, redis+cluster:// or redis+sentinel://, as in STORE_URL.\n${USAGE}`,
    );
  }
  const words = [...parsed.positionals.map(whole), ...(period === undefined ? [] : [period])];
  return { words: words.join(' '), how: howOf(json, csv), store, zone };
}

function howOf(json: boolean | undefined, csv: boolean | undefined): How {
  return json ? 'json' : csv ? 'csv' : 'text';
}

/** The shell took the quotes: `category:How to` came as one word, and stays one. */
function whole(word: string): string {
  const [, name, value] = /^(\w+:)([^"“<]*\s[^"“<]*)$/.exec(word) ?? [];
  return name === undefined ? word : `${name}"${value}"`;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
