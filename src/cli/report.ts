import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { answerFrom } from '../desk/ledger/requests.ts';
import { openBeside, type StoreBeside, StoreUnreadable } from '../desk/store/beside.ts';
import { isRedisUrl } from '../desk/store/redis-address.ts';
import { gapsIn } from '../support/lessons/gaps.ts';
import { readQuestion } from '../support/report/asking.ts';
import { reportCsv } from '../support/report/csv.ts';
import { reportJson } from '../support/report/json.ts';
import { examplesIn, namesIn } from '../support/report/names.ts';
import type { Report } from '../support/report/report.ts';
import { standingNow } from '../support/report/standing.ts';
import { sheetOf } from '../support/report/telling.ts';
import { labelsOf } from '../support/wording.ts';
import { readHandbook } from './handbook.ts';
import { sheetText } from './report/text.ts';
import { NobodyReads, type Terminal, UsageError } from './terminal.ts';

const USAGE = `Usage: report [PERIOD] [by WHAT] [FILTER:VALUE …] [--period PERIOD] [--json | --csv] [--store URL] [--zone ZONE]
  report last month by category
  report --period 30d --json`;

/** Those who wait: more are not told apart. */
const MOST_WAITING = 5_000;
/** Where nobody sees how wide it is. */
const COLUMNS = 100;

/** A report of the store that Warmline writes, whether or not it is running: as text, JSON or CSV. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { words, how, store, zone } = readArgs(args);
  using beside = await openStore(store ?? readConfig().storeUrl);
  const handbook = await readHandbook();
  const { policy, categories } = handbook;
  const labels = labelsOf({ categories });
  const at = Date.now();
  const asked = { now: at, zone: zone ?? policy.calendar.zone, known: { categories: labels } };
  const question = readQuestion(words, asked);
  if ('problem' in question) throw new UsageError(question.problem);
  const gaps = gapsIn(await beside.lessons(), handbook);
  const standing = standingNow(await beside.waiting(MOST_WAITING), gaps, handbook, at);
  const report = await answerFrom(beside.ledger)('report', { question, at, standing });
  const names = namesIn(await beside.conversations(examplesIn(report)));
  try {
    await terminal.write(render(report, how, () => sheetOf(report, labels, { names })));
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

type How = 'text' | 'json' | 'csv';

function render(report: Report, how: How, sheet: () => ReturnType<typeof sheetOf>): string {
  if (how === 'json') return `${JSON.stringify(reportJson(report))}\n`;
  if (how === 'csv') return reportCsv(report);
  const { isTTY, columns = COLUMNS } = process.stdout;
  return sheetText(sheet(), { colour: isTTY === true, columns });
}

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
      `--store is no store. Use one such as sqlite:data/warmline.db or redis://localhost:6379.\n${USAGE}`,
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
