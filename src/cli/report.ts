import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { answerFrom } from '../desk/ledger/requests.ts';
import { openBeside, type StoreBeside, StoreUnreadable } from '../desk/store/beside.ts';
import type { Instant } from '../support/conversation.ts';
import type { Handbook } from '../support/handbook.ts';
import { gapsIn } from '../support/lessons/gaps.ts';
import { afterBehind, readBehind } from '../support/report/asking/behind.ts';
import { type Misunderstood, readQuestion } from '../support/report/asking.ts';
import { type BehindQuestion, findWaiting } from '../support/report/behind.ts';
import { reportCsv } from '../support/report/csv.ts';
import { behindJson, reportJson } from '../support/report/json.ts';
import { MEASURE } from '../support/report/measures.ts';
import { examplesIn, namesIn } from '../support/report/names.ts';
import type { Question } from '../support/report/report.ts';
import { type Standing, standingNow } from '../support/report/standing.ts';
import { sheetOf } from '../support/report/telling.ts';
import { sheetBehind } from '../support/report/telling-behind.ts';
import { type Labels, labelsOf } from '../support/wording.ts';
import { readHandbook } from './handbook.ts';
import { type Setting, sheetText } from './report/text.ts';
import { NobodyReads, type Terminal, UsageError } from './terminal.ts';

const USAGE = `Usage: report [PERIOD] [by WHAT] [FILTER:VALUE …] [--period PERIOD] [--json | --csv] [--store URL] [--zone ZONE]
  report last month by category
  report --period 30d --json
  report behind first reply time 7d urgency:p1`;

/** Those who wait: more are not told apart. */
const MOST_WAITING = 5_000;
/** Where nobody sees how wide it is. */
const COLUMNS = 100;

/** A report of the store that Warmline writes, or the conversations behind one of its numbers. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { words, how, store, zone } = readArgs(args);
  using beside = openStore(store ?? readConfig().storeUrl);
  const handbook = await readHandbook();
  const labels = labelsOf(handbook);
  const now = Date.now();
  const asked = { now, zone: zone ?? handbook.policy.calendar.zone, known: { categories: labels } };
  const number = afterBehind(words);
  const place = { beside, handbook, labels, how, now };
  const text =
    number === undefined
      ? await report(understood(readQuestion(words, asked)), place)
      : await behind(understood(readBehind(number, asked)), place);
  try {
    await terminal.write(text);
  } catch (error) {
    if (!(error instanceof NobodyReads)) throw error;
  }
  return 0;
}

/** Where a report is made, and how it is wanted. */
interface Place {
  readonly beside: StoreBeside;
  readonly handbook: Handbook;
  readonly labels: Labels;
  readonly how: How;
  readonly now: Instant;
}

async function report(question: Question, place: Place): Promise<string> {
  const { beside, labels, how, now } = place;
  const ask = { question, at: now, standing: standingOf(place) };
  const made = await answerFrom(beside.ledger)('report', ask);
  if (how === 'csv') return reportCsv(made);
  if (how === 'json') return `${JSON.stringify(reportJson(made))}\n`;
  const names = namesIn(beside.conversations(examplesIn(made)));
  return sheetText(sheetOf(made, labels, { names }), setting());
}

async function behind(asked: BehindQuestion, place: Place): Promise<string> {
  const { beside, labels, how, now } = place;
  if (how === 'csv') throw new UsageError(`“behind” has no --csv, only --json.\n${USAGE}`);
  const isStanding = MEASURE[asked.measure].how.is === 'standing';
  const found = isStanding
    ? findWaiting(asked, standingOf(place).waiting, now)
    : await answerFrom(beside.ledger)('behind', asked);
  if (how === 'json') return `${JSON.stringify(behindJson(asked, found))}\n`;
  const ids = found.first.map(({ conversation }) => conversation);
  const conversations = new Map(beside.conversations(ids).map((one) => [one.id, one]));
  return sheetText(sheetBehind(asked, found, conversations, labels), setting());
}

function standingOf({ beside, handbook, now }: Place): Standing {
  const gaps = gapsIn(beside.lessons(), handbook);
  return standingNow(beside.waiting(MOST_WAITING), gaps, handbook, now);
}

function setting(): Setting {
  const { isTTY, columns = COLUMNS } = process.stdout;
  return { colour: isTTY === true, columns };
}

function understood<Q extends object>(read: Q | Misunderstood): Q {
  if ('problem' in read) throw new UsageError(read.problem);
  return read;
}

function openStore(url: string): StoreBeside {
  try {
    return openBeside(url);
  } catch (error) {
    throw error instanceof StoreUnreadable ? new UsageError(error.message) : error;
  }
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
  if (store !== undefined && !/^sqlite:./.test(store)) {
    throw new UsageError(`--store is no store. Use one such as sqlite:data/warmline.db.\n${USAGE}`);
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
