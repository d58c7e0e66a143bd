import type { Conversation, Instant } from '../conversation.ts';
import { paceOf } from '../time/pace.ts';
import type { Amendments } from './amendments.ts';
import { BEFORE, createEntries, timelineOf } from './entries.ts';
import { createExamples } from './examples.ts';
import { createGroups, NONE } from './groups.ts';
import { createKinds } from './kinds.ts';
import type { Measure, Source } from './measure.ts';
import { MEASURE, type MeasureName } from './measures.ts';
import type { Page, Table } from './page.ts';
import type { Question } from './report.ts';
import { createScratch } from './scratch.ts';
import { type Waiting, waitingFor } from './standing.ts';

/** Which conversations are behind a number: of all of it, or where the question has a breakdown, of one of its groups. */
export interface BehindQuestion {
  readonly question: Question;
  readonly measure: MeasureName;
  readonly group?: string;
}

/** A conversation behind a number, by what counts there. */
export interface Counted {
  readonly conversation: string;
  readonly at: Instant;
  /** How long it took, where the measure is of durations. */
  readonly seconds?: number;
  /** What it was counted as: a reason, an outcome, a rating. Empty where there is but one. */
  readonly part: string;
}

export interface Behind {
  /** The longest first, the lowest rating, what was missed or went amiss; of all else the latest. Each conversation once. */
  readonly first: readonly Counted[];
  /** How many facts were counted, which is the measure's n for most. */
  readonly count: number;
}

/** So many are told. */
const MOST = 50;
/** Before they are sorted out, so many are held. */
const ROOM = 20 * MOST;

/** Of these the lowest come first: poor ratings, and clocks that were not met. */
const LOWEST_FIRST: readonly Source['type'][] = ['rated', 'sla-clock-stopped'];
/** What went otherwise than it should have, the worst last: whoever looks behind a share looks for these. */
const AMISS = ['corrected', 'open', 'late', 'reopened', 'broken'];

/** What comes first has the highest; above or below nothing where it is as it should be. */
function rankOf({ type }: Source, part: string): number {
  return LOWEST_FIRST.includes(type) ? -Number(part) : AMISS.indexOf(part) + 1;
}

/**
 * Finds the conversations that a measure counts, by the very declarations by which a report counts them. A measure of how it stands
 * now has none here: `findWaiting` knows them.
 * @param pages all of the period
 * @param amendments of all pages from the beginning of the period until now
 */
export function findBehind(
  asked: BehindQuestion,
  pages: Iterable<Page>,
  amendments: Amendments,
): Behind {
  const { question, group } = narrowed(asked);
  const { how } = MEASURE[asked.measure] as Measure;
  const best = createBest();
  if (how.is === 'standing') return best.take();
  const { from } = question.period;
  const groups = createGroups(question);
  const scratch = createScratch();
  const entriesOn = createEntries(
    question,
    timelineOf(question, [from]),
    groups,
    createExamples(),
    scratch,
  );
  const sources = how.from.map((source) => ({
    source,
    kinds: createKinds([source], scratch),
  }));
  for (const page of pages) {
    scratch.clear();
    const find = entriesOn(page, amendments);
    for (const { source, kinds } of sources) {
      // What adds up a field counts a fact once more.
      const table = source.sum === undefined ? page.table(source.type) : undefined;
      if (!table) continue;
      const kindOf = kinds.on(page, table, amendments);
      if (!kindOf) continue;
      const seconds = how.is === 'spread' ? durationsOf(how, table) : undefined;
      for (const entries of find(table, source)) {
        if (group === undefined ? entries.when < 0 : entries.when === BEFORE) continue;
        for (const [place, row] of entries.rows.entries()) {
          const part = kinds.all[kindOf[row]!]?.[0] ?? null;
          if (part === null) continue;
          if (group !== undefined && groups.keys[entries.groups?.[place] ?? NONE] !== group)
            continue;
          const took = seconds?.(row);
          if (took !== undefined && Number.isNaN(took)) continue;
          best.add({
            conversation: page.matters.conversation(table.matter[row]!),
            at: table.at[row]!,
            part,
            ...(took !== undefined && { seconds: took }),
            rank: took ?? rankOf(source, part),
          });
        }
      }
    }
  }
  return best.take();
}

/** Those who wait and are behind how it stands now, the longest first. What no article answers is no conversation's. */
export function findWaiting(
  asked: BehindQuestion,
  waiting: readonly Waiting[],
  at: Instant,
): Behind {
  const { question, group } = narrowed(asked);
  if (group !== undefined || asked.measure === 'gaps') return { first: [], count: 0 };
  const atRisk = ({ conversation }: { readonly conversation: Conversation }) =>
    ['at risk', 'breached'].includes(paceOf(conversation)?.is ?? '');
  const theirs = waitingFor(question, waiting).filter(
    (one) => asked.measure !== 'sla-at-risk' || atRisk(one),
  );
  const first = theirs.slice(0, MOST).map(({ conversation, since }) => ({
    conversation: conversation.id,
    at: since,
    seconds: (at - since) / 1000,
    part: asked.measure === 'sla-at-risk' ? (paceOf(conversation)?.is ?? '') : '',
  }));
  return { first, count: theirs.length };
}

/** A group is what the question is narrowed to, where conversations are of one kind; hours and wordings are facts'. */
function narrowed({ question, group }: BehindQuestion) {
  const { by, ...rest } = question;
  if (by === undefined || group === undefined || by === 'hour' || by === 'template') {
    return { question, group: by === undefined ? undefined : group };
  }
  return { question: { ...rest, only: { ...rest.only, [by]: [group] } }, group: undefined };
}

/** In seconds; NaN where a fact does not say all that a report counts. */
function durationsOf(
  { of, business }: Extract<Measure['how'], { is: 'spread' }>,
  table: Table,
): (row: number) => number {
  const [values, twins] = [table.numbers(of), business && table.numbers(business)];
  return (row) => {
    const twin = business === undefined ? 0 : twins ? twins[row]! : Number.NaN;
    return Number.isNaN(twin) ? Number.NaN : (values?.[row] ?? Number.NaN) / 1000;
  };
}

type Ranked = Counted & { readonly rank: number };

/** The first of any number: only a handful are held. */
function createBest() {
  let held: Ranked[] = [];
  let count = 0;
  let last: Ranked | undefined;

  const order = (a: Ranked, b: Ranked) =>
    (b.rank || 0) - (a.rank || 0) ||
    b.at - a.at ||
    (a.conversation < b.conversation ? -1 : Number(a.conversation > b.conversation));

  const sortOut = () => {
    const seen = new Set<string>();
    const first: Ranked[] = [];
    for (const one of held.toSorted(order)) {
      if (first.length === MOST) break;
      if (seen.has(one.conversation)) continue;
      seen.add(one.conversation);
      first.push(one);
    }
    held = first;
    if (first.length === MOST) last = first.at(-1);
  };

  return {
    add(one: Ranked) {
      count++;
      if (last && order(one, last) > 0) return;
      if (held.push(one) >= ROOM) sortOut();
    },
    take(): Behind {
      sortOut();
      return { first: held.map(({ rank: _, ...one }) => one), count };
    },
  };
}
