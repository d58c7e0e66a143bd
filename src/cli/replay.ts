import { parseArgs } from 'node:util';
import { createDesk } from '../desk/desk.ts';
import { movableClock, standingClock } from '../desk/movable-clock.ts';
import { passingTime } from '../desk/passing.ts';
import type { Log } from '../desk/ports.ts';
import { neverStandingBack } from '../desk/stand-back.ts';
import { openMemory } from '../desk/store/memory.ts';
import type { Store } from '../desk/store/store.ts';
import { type Input, input, instantOf, LATEST } from '../replay/input.ts';
import { createJournal, type Journal, tells } from '../replay/journal.ts';
import { createReplay } from '../replay/replay.ts';
import type { Instant } from '../support/conversation.ts';
import type { Handbook } from '../support/handbook.ts';
import { readQuestion } from '../support/report/asking.ts';
import { reportJson } from '../support/report/json.ts';
import type { Question } from '../support/report/report.ts';
import { labelsOf } from '../support/wording.ts';
import { readHandbook } from './handbook.ts';
import { idOf, type JsonLine, readJsonLines, sayFaults } from './json-lines.ts';
import { NobodyReads, type Terminal, UsageError } from './terminal.ts';

/** What never comes to rest is left this long after the last line, in ms. */
const LONGEST_REST = 366 * 24 * 3_600_000;

/**
 * A history in, what the desk would have done with it out: the very desk, on a clock of its own and a store in memory.
 * @throws ConfigError and HandbookError, UsageError; their texts are for whoever is to mend them.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { until, report } = readArgs(args);
  let bad = 0;
  const write = async (lines: readonly object[]) => {
    if (lines.length === 0) return;
    bad += lines.filter((line) => 'error' in line).length;
    await terminal.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  };
  const handbook = await readHandbook();
  // Whoever mistypes it is to know before a long history has passed.
  if (report !== undefined && until !== undefined) questionAt(until, report, handbook);
  await using stage = openStage(handbook, write);
  try {
    for await (const line of readJsonLines(terminal.input)) {
      const read = readInput(line, stage.now());
      if ('error' in read) {
        await stage.passTo(stage.now());
        await write([read]);
        continue;
      }
      if (until !== undefined && read.at > until) break;
      await stage.passTo(read.at);
      await stage.take(read, line.number);
    }
    if (until === undefined) await stage.comeToRest(stage.now() + LONGEST_REST);
    else await stage.passTo(until);
    if (until === undefined && !(await stage.rests())) {
      process.stderr.write(
        'A year after the last line there is still more to come: name an end with --until.\n',
      );
    }
    if (report !== undefined) {
      const made = await stage.report(questionAt(stage.now(), report, handbook));
      await write([{ type: 'report', ...reportJson(made) }]);
    }
  } catch (error) {
    if (!(error instanceof NobodyReads)) throw error;
  }
  return bad === 0 ? 0 : 1;
}

/**
 * What `--report` asks, when time has come that far.
 * @throws UsageError where it cannot be understood
 */
function questionAt(now: Instant, words: string, { policy, categories }: Handbook): Question {
  const known = { categories: labelsOf({ categories }) };
  const question = readQuestion(words, { now, zone: policy.calendar.zone, known });
  if ('problem' in question) throw new UsageError(`--report: ${question.problem}`);
  return question;
}

function readArgs(args: readonly string[]): {
  until: Instant | undefined;
  report: string | undefined;
} {
  const usage = 'Usage: replay [--until DATE-AND-TIME] [--report PERIOD]';
  const options = { until: { type: 'string' }, report: { type: 'string' } } as const;
  let values: { until?: string; report?: string };
  try {
    values = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
  const until = values.until === undefined ? undefined : instantOf(values.until);
  if (until !== undefined && !(until >= 0 && until <= LATEST)) {
    throw new UsageError(
      `--until is no ISO date and time, such as 2026-03-02T17:00:00Z.\n${usage}`,
    );
  }
  return { until, report: values.report };
}

interface Fault {
  readonly id?: unknown;
  readonly line?: number;
  readonly error: string;
}

/** A line of the history, or what is wrong with it: each goes on from the one before. */
function readInput(line: JsonLine, now: Instant): Input | Fault {
  if ('fault' in line) return { line: line.number, error: line.fault };
  const id = idOf(line.read);
  const about = id === null ? { line: line.number } : { id };
  const read = input.safeParse(line.read);
  if (!read.success) return { ...about, error: sayFaults(read.error) };
  return read.data.at < now
    ? { ...about, error: 'at: is before the line before it; sort the lines by time' }
    : read.data;
}

/** A whole desk, behind a door that leads nowhere. What comes to pass there is written, instant by instant. */
function openStage(handbook: Handbook, write: (lines: readonly object[]) => Promise<void>) {
  const journal = createJournal();
  const store = journalled(openMemory(), journal);
  const clock = movableClock(standingClock(0));
  const desk = createDesk({ store, handbook, clock, log, standBack: neverStandingBack });
  const door = createReplay({ desk, journal });
  const time = passingTime({ desk, store, clock });
  desk.open(door);
  desk.start();
  const passTo = (at: Instant) =>
    time.passTo(at, () => write([...journal.take(clock.now()), ...door.takeFaults()]));
  return {
    now: () => clock.now(),
    rests: async () => (await time.nextDue()) === undefined,
    passTo,
    /** Until nothing more is due, or `latest`: time ends with the last thing that comes to pass. */
    async comeToRest(latest: Instant) {
      await passTo(clock.now());
      for (;;) {
        const next = await time.nextDue();
        if (next === undefined || next > latest) break;
        await passTo(next);
      }
    },
    report: (question: Question) => desk.report(question),
    take: (line: Input, number: number) => desk.accept(door.deliver(line, number)),
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}

/** The store, whose kept decisions are written down. No card is kept up to date: nobody looks at one. */
function journalled(store: Store, journal: Journal): Store {
  return {
    ...store,
    async commit(commit) {
      const kept = await store.commit({ ...commit, effects: commit.effects.filter(tells) });
      if (kept === 'kept') journal.decided(commit);
      return kept;
    },
  };
}

/** What went wrong is for standard error; nothing does that the desk can help. */
const say = (facts: object, text: string) =>
  process.stderr.write(`${text}: ${JSON.stringify(facts)}\n`);
const log: Log = { debug() {}, info() {}, warn: say, error: say };
