import type { Instant } from '../conversation.ts';
import type { Amendments } from './amendments.ts';
import { stepsOf } from './course.ts';
import { createDigesting } from './digesting.ts';
import { createEntries, timelineOf } from './entries.ts';
import { createExamples } from './examples.ts';
import { addPage, createFold, type Gathered } from './fold.ts';
import { createGroups } from './groups.ts';
import { largestFirst } from './largest-first.ts';
import type { Parts } from './measure.ts';
import { MEASURE, type MeasureName } from './measures.ts';
import type { Page } from './page.ts';
import type { Breakdown, Group, Question, Report, Result, Results } from './report.ts';
import { createScratch } from './scratch.ts';
import { gapResults, keyOf, type Standing, standingResults, waitingFor } from './standing.ts';

/** So many of those who wait longest are shown. */
const MOST_WAITING = 10;

/**
 * The report that answers a question. Of any pages that together hold the same facts, it is the same.
 * @param pages all of the period and of the one before, in the order of time; none is held
 * @param amendments of all pages from the beginning of the period before until now
 * @param at when it is made
 */
export function makeReport(
  question: Question,
  pages: Iterable<Page>,
  amendments: Amendments,
  standing: Standing,
  at: Instant,
): Report {
  const steps = stepsOf(question.period, at);
  const groups = createGroups(question);
  const examples = createExamples();
  const scratch = createScratch();
  const timeline = timelineOf(question, steps);
  const entriesOn = createEntries(question, timeline, groups, examples, scratch);
  const fold = createFold(steps.length, scratch);
  const { lots } = fold;
  const digesting = createDigesting({ question, timeline, lots, groups, examples, entriesOn });
  const undigested = lots.filter((lot) => !digesting.lots.has(lot));
  for (const page of pages) {
    const left = digesting.add(page, amendments) ? undigested : lots;
    addPage(left, page, entriesOn(page, amendments), amendments);
    examples.leave(page);
    scratch.clear();
  }
  const { by } = question;
  const waiting = waitingFor(question, standing.waiting);
  const split = by === undefined || by === 'hour' || by === 'template' ? undefined : by;
  if (split) for (const { conversation } of waiting) groups.number(keyOf(conversation, split));
  const counted = resultsOf(fold.gathered, steps.length, groups.keys.length);
  const group = (key: string, number: number): Group => {
    const theirs = split
      ? waiting.filter(({ conversation }) => keyOf(conversation, split) === key)
      : [];
    const now = theirs.length > 0 ? standingResults(theirs, at) : {};
    const [, latest] = examples.latest(number);
    const example = latest || (theirs[0]?.conversation.id ?? '');
    return { key, results: { ...counted.groups[number], ...now }, example };
  };
  return {
    question,
    at,
    results: {
      ...counted.total,
      ...standingResults(waiting, at),
      ...gapResults(standing.gaps),
    },
    before: counted.before,
    ...(by ? { groups: largestFirst(told(groups.keys.map(group), by), by) } : {}),
    course: steps.map((from, step) => ({ from, results: counted.steps[step]! })),
    waiting: {
      first: waiting.slice(0, MOST_WAITING).map(({ conversation }) => conversation),
      count: waiting.length,
    },
  };
}

/** Those of which there is anything to tell; of the hours of a day all. */
function told(groups: readonly Group[], by: Breakdown): readonly Group[] {
  return by === 'hour' ? groups : groups.filter(({ results }) => Object.keys(results).length > 0);
}

type Slots = Record<MeasureName, Result>;

/** What each measure comes to, wherever it is counted. */
function resultsOf(
  gathered: ReadonlyMap<MeasureName, Gathered>,
  steps: number,
  groups: number,
): {
  readonly total: Results;
  readonly before: Results;
  readonly steps: readonly Results[];
  readonly groups: readonly Results[];
} {
  const blank = (n: number) => Array.from({ length: n }, (): Partial<Slots> => ({}));
  const all = { total: blank(1), before: blank(1), steps: blank(steps), groups: blank(groups) };
  for (const [name, { is, of }] of gathered) {
    const put = (into: Partial<Slots>, result: Result | undefined) => {
      if (result) into[name] = result;
    };
    if (is === 'spread') {
      const spreads = of.results(steps, groups);
      put(all.total[0]!, spreads.total);
      put(all.before[0]!, spreads.before);
      for (const [i, into] of all.steps.entries()) put(into, spreads.steps[i]);
      for (const [i, into] of all.groups.entries()) put(into, spreads.groups[i]);
      continue;
    }
    put(all.total[0]!, said(name, of.total()));
    put(all.before[0]!, said(name, of.before()));
    for (const [i, into] of all.steps.entries()) put(into, said(name, of.step(i)));
    for (const [i, into] of all.groups.entries()) {
      const parts = of.group(i);
      if (parts.size > 0) put(into, said(name, parts));
    }
  }
  return {
    total: all.total[0]!,
    before: all.before[0]!,
    steps: all.steps,
    groups: all.groups,
  };
}

function said(name: MeasureName, parts: Parts): Result | undefined {
  const { how, unit } = MEASURE[name];
  if (how.is !== 'tally' || unit === 'seconds') return undefined;
  return { unit, ...how.say(parts) };
}
