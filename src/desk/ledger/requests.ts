import { ACCURACY_FACTS, type Accuracy, measureAccuracy } from '../../support/accuracy.ts';
import type { Instant } from '../../support/conversation.ts';
import { DRAFT_FACTS, type DraftMeasure, measureDrafts } from '../../support/drafts.ts';
import type { Fact } from '../../support/facts.ts';
import { createAmendments } from '../../support/report/amendments.ts';
import { type Behind, type BehindQuestion, findBehind } from '../../support/report/behind.ts';
import { makeReport } from '../../support/report/making.ts';
import {
  beginningOf,
  type Day,
  dayOf,
  type KeptFact,
  type Page,
} from '../../support/report/page.ts';
import type { Question, Report } from '../../support/report/report.ts';
import type { Standing } from '../../support/report/standing.ts';
import type { Held, LedgerReader } from '../store/ledger.ts';
import { type Pages, readPages } from './pages.ts';
import { squeezePart } from './squeezing.ts';

/** Facts that may be bound, and the part that they make. */
export interface Bindable {
  readonly day: Day;
  readonly seen: Held;
  readonly part: Uint8Array;
}

/** What the facts are asked, in plain objects: it is answered where nobody waits for anything else. */
export interface Requests {
  /** Those of some types since then, in order of time. For few: they come one by one to whoever asks. */
  readonly facts: {
    readonly ask: { readonly types: readonly Fact['type'][]; readonly since: Instant };
    readonly answer: readonly KeptFact[];
  };
  readonly learning: {
    readonly ask: { readonly since: Instant };
    readonly answer: { readonly accuracy: Accuracy; readonly drafts: DraftMeasure };
  };
  readonly report: {
    readonly ask: {
      readonly question: Question;
      readonly at: Instant;
      readonly standing: Standing;
    };
    readonly answer: Report;
  };
  readonly behind: { readonly ask: BehindQuestion; readonly answer: Behind };
  /** The earliest day up to and with this one that can be bound, as a part. */
  readonly part: {
    readonly ask: { readonly until: Day };
    readonly answer: Bindable | undefined;
  };
}

export type Name = keyof Requests;
export type Ask<N extends Name> = Requests[N]['ask'];
export type Answer<N extends Name> = Requests[N]['answer'];

/** Answers what is asked of these facts. */
export type Answering = <N extends Name>(name: N, ask: Ask<N>) => Promise<Answer<N>>;

/** Of what is later than anything that was kept; clocks of replicas differ a little. */
const END = Number.MAX_SAFE_INTEGER;
/** Facts that came after their day was bound are bound when they are so many. */
const LATE = 1_000;

/** Answers from what is kept there, on the spot: whoever calls waits. */
export function answerFrom(ledger: LedgerReader): Answering {
  const pages = readPages(ledger);
  const answers: { readonly [N in Name]: (ask: Ask<N>) => Promise<Answer<N>> } = {
    facts: (ask) => factsOf(pages, ask),
    learning: async ({ since }) => {
      const facts = await factsOf(pages, { types: [...ACCURACY_FACTS, ...DRAFT_FACTS], since });
      return { accuracy: measureAccuracy(facts), drafts: measureDrafts(facts) };
    },
    report: async ({ question, standing, at }) => {
      const from = Math.min(question.before.from, question.period.from);
      const read = await pages.of(dayOf(from), END);
      const amendments = createAmendments();
      for (const page of read) amendments.add(page);
      const made = makeReport(question, read, amendments, standing, at);
      const since = await begunAfter(ledger, dayOf(from));
      // What was counted for a part of that time only would pass for a change.
      return since === undefined ? made : { ...made, before: {}, since };
    },
    behind: async (asked) => {
      const read = await pages.of(dayOf(asked.question.period.from), END);
      const amendments = createAmendments();
      for (const page of read) amendments.add(page);
      return findBehind(asked, read, amendments);
    },
    part: ({ until }) => bindable(ledger, until),
  };
  return (name, ask) => answers[name](ask);
}

async function factsOf(pages: Pages, { types, since }: Ask<'facts'>): Promise<KeptFact[]> {
  const found: KeptFact[] = [];
  for (const page of await pages.of(dayOf(since), END)) {
    for (const type of new Set(types)) found.push(...rowsSince(page, type, since));
  }
  return found.sort((a, b) => a.at - b.at);
}

function* rowsSince(page: Page, type: Fact['type'], since: Instant): Generator<KeptFact> {
  const table = page.table(type);
  if (!table) return;
  for (const [row, at] of table.at.entries()) if (at >= since) yield table.fact(row);
}

/** The beginning of the first day of which anything is kept, where that is after this one. */
async function begunAfter(ledger: LedgerReader, day: Day): Promise<Instant | undefined> {
  const held = (await ledger.days(day, day)).length > 0 || (await ledger.days(0, day)).length > 0;
  if (held) return undefined;
  const [first] = await ledger.days(day, END);
  return first && beginningOf(first.day);
}

async function bindable(ledger: LedgerReader, until: Day): Promise<Bindable | undefined> {
  for (const { day, ...held } of await ledger.days(0, until)) {
    if (held.facts < (held.parts === 0 ? 1 : LATE)) continue;
    const { facts, parts } = await ledger.day(day);
    if (facts.length === 0) continue;
    const seen = { parts: parts.length, facts: facts.length };
    return { day, seen, part: squeezePart(facts, day) };
  }
  return undefined;
}
