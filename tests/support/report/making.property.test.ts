import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAmendments } from '../../../src/support/report/amendments.ts';
import { digest } from '../../../src/support/report/digest.ts';
import { makeReport } from '../../../src/support/report/making.ts';
import { open } from '../../../src/support/report/open.ts';
import { pack } from '../../../src/support/report/pack.ts';
import { type About, dayOf, type KeptFact, type Page } from '../../../src/support/report/page.ts';
import {
  BREAKDOWNS,
  type Period,
  type Question,
  type Report,
} from '../../../src/support/report/report.ts';
import { ABOUT } from '../../facts.ts';
import { countOneByOne } from './one-by-one.ts';
import { pageOf } from './page-of.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A week in which Berlin's clocks are set forward. */
const FROM = Date.parse('2026-03-22T23:00:00Z');
const NOTHING = { waiting: [], gaps: [] };

const about: fc.Arbitrary<About> = fc.record({
  platform: fc.constant('slack'),
  workspace: fc.constant('T'),
  channel: fc.constantFrom('C1', 'C2'),
  customer: fc.constantFrom('nora', 'ben'),
  category: fc.constantFrom('', 'billing', 'refund'),
  urgency: fc.constantFrom('', 'p1', 'p3'),
  language: fc.constantFrom('en', 'de'),
  owner: fc.constantFrom('', 'ada', 'sam'),
});

const someone = fc.constantFrom('ada', 'sam', 'lea');
const took = {
  after: fc.integer({ min: 0, max: 9 * DAY }),
  working: fc.integer({ max: DAY, min: 0 }),
};
const ending = { ...took, replies: fc.nat(3) };
const recordOf = (model: Record<string, fc.Arbitrary<unknown>>, optional: string[] = []) =>
  fc.record(model, { requiredKeys: Object.keys(model).filter((key) => !optional.includes(key)) });
const template = fc.constantFrom('en/refund/1', 'en/greeting/1 + en/refund/1', 'model');
const nth = fc.constantFrom('first', 'next');
const message = fc.constantFrom('m1', 'm2');
const since = fc.constantFrom(FROM, FROM + HOUR);

const details = fc.oneof(
  recordOf({ type: fc.constant('opened'), category: fc.constant('x'), urgency: fc.constant('p1') }),
  recordOf({ type: fc.constant('replied'), agent: someone, nth, template, ...took }, [
    'after',
    'working',
  ]),
  recordOf({ type: fc.constant('answered-directly'), by: someone, nth, ...took }),
  recordOf({ type: fc.constant('acknowledged'), after: took.after }),
  recordOf({
    type: fc.constantFrom('reopened', 'set-aside', 'withdrawn', 'merged', 'brought-back'),
  }),
  recordOf({ type: fc.constant('resolved'), agent: someone, ...ending }),
  recordOf({ type: fc.constantFrom('resolved', 'self-service-solved', 'closed-by-silence') }),
  recordOf({ type: fc.constantFrom('self-service-solved', 'closed-by-silence'), ...ending }),
  recordOf({ type: fc.constant('confirmed'), worked: fc.boolean() }),
  recordOf({ type: fc.constant('delivery-failed'), since }, ['since']),
  recordOf({
    type: fc.constant('corrected'),
    field: fc.constantFrom('category', 'urgency', 'isRequest'),
    from: fc.constantFrom('billing', 'p1'),
    to: fc.constantFrom('billing', 'refund', 'p3'),
    agent: someone,
  }),
  recordOf({
    type: fc.constant('sla-clock-stopped'),
    clock: fc.constantFrom('first-reply', 'next-reply', 'resolution'),
    since,
    met: fc.boolean(),
  }),
  recordOf({
    type: fc.constantFrom('promise-kept', 'promise-late', 'promise-broken'),
    by: someone,
  }),
  recordOf({ type: fc.constant('escalated'), reason: fc.constantFrom('churn', 'legal', 'urgent') }),
  recordOf({
    type: fc.constant('draft-settled'),
    outcome: fc.constantFrom('as-it-was', 'edited', 'replaced', 'ignored'),
    template,
  }),
  recordOf({
    type: fc.constant('model-used'),
    input: fc.nat(900),
    cached: fc.nat(90),
    output: fc.nat(90),
    money: fc.nat(100).map((n) => n / 4),
  }),
  recordOf({ type: fc.constant('survey-asked'), scale: fc.constant('csat') }),
  recordOf(
    {
      type: fc.constant('rated'),
      scale: fc.constantFrom('csat', 'nps', 'ces'),
      value: fc.integer({ min: 1, max: 5 }),
      agent: someone,
      recovering: fc.constant(true),
    },
    ['agent', 'recovering'],
  ),
  recordOf({ type: fc.constant('recovery-opened'), because: fc.constant('low rating') }),
  recordOf({ type: fc.constant('recovery-settled'), by: fc.constantFrom('agent', 'time') }),
  recordOf({ type: fc.constant('praised'), agent: someone, message }, ['agent']),
  recordOf({ type: fc.constant('praise-changed'), message, stands: fc.boolean() }),
);

/** At instants of their own, as a store has them. */
const history: fc.Arbitrary<KeptFact[]> = fc
  .array(
    fc.record({
      details,
      about,
      at: fc.integer({ min: FROM - 8 * DAY, max: FROM + 9 * DAY }),
      conversation: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map((all) =>
    all
      .toSorted((a, b) => a.at - b.at)
      .map(
        ({ details, ...rest }, i) =>
          ({ ...details, ...rest, at: rest.at + i }) as unknown as KeptFact,
      ),
  );

const question: fc.Arbitrary<Question> = fc
  .record({
    zone: fc.constantFrom('Europe/Berlin', 'Etc/UTC', 'Australia/Lord_Howe'),
    days: fc.constantFrom(1, 7),
    by: fc.option(fc.constantFrom(...BREAKDOWNS), { nil: undefined }),
    only: fc
      .record(
        {
          agent: fc.constant(['ada', 'lea']),
          category: fc.constantFrom(['refund'], ['', 'billing']),
          urgency: fc.constant(['p3']),
          channel: fc.constant(['C1']),
          customer: fc.constant(['ben']),
          language: fc.constant(['de']),
        },
        { requiredKeys: [] },
      )
      .map((all) => Object.fromEntries(Object.entries(all).slice(0, 1))),
  })
  .map(({ zone, days, by, only }) => ({
    period: { from: FROM, to: FROM + days * DAY, zone, words: '' },
    before: { from: FROM - days * DAY, to: FROM, zone, words: '' },
    only,
    ...(by ? { by } : {}),
  }));

const NOW = FROM + 10 * DAY;

/** Facts as a desk binds them: day by day, each with what it comes to. */
function boundDays(facts: readonly KeptFact[]): Page[] {
  const days = [...Map.groupBy(facts, ({ at }) => dayOf(at))].sort(([a], [b]) => a - b);
  return days.map(([day, some]) => {
    const digested = digest(open(pack(some)), day, some.length, { least: 0, most: 99 });
    return open(pack(some, undefined, digested));
  });
}

function reportOf(asked: Question, parts: readonly KeptFact[][], marks?: number): Report {
  const pages = parts.map((some) => pageOf(some, marks));
  return reportFrom(asked, pages);
}

function reportFrom(asked: Question, pages: readonly Page[]): Report {
  const amendments = createAmendments();
  for (const page of pages) amendments.add(page);
  return makeReport(asked, pages, amendments, NOTHING, NOW);
}

describe('a report', () => {
  it('says what one counts fact by fact, in whatever zone, breakdown and choice', () => {
    fc.assert(
      fc.property(question, history, (asked, facts) => {
        const { results, before, course, groups = [] } = reportOf(asked, [facts], 2);
        const counted = countOneByOne(asked, facts, NOW);
        const { waiting: _, 'sla-at-risk': __, gaps: ___, ...told } = results;
        expect(told).toEqual(counted.results);
        expect(before).toEqual(counted.before);
        expect(course).toEqual(counted.course);
        const found = groups.filter((group) => Object.keys(group.results).length > 0);
        expect(new Map(found.map((group) => [group.key, group.results]))).toEqual(counted.groups);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same of the same facts on however many pages', () => {
    fc.assert(
      fc.property(
        question,
        history,
        fc.array(fc.nat(60), { maxLength: 5 }),
        (asked, facts, cuts) => {
          const ends = [...cuts.toSorted((a, b) => a - b), facts.length];
          const parts = ends.map((end, i) => facts.slice(ends[i - 1] ?? 0, end));
          expect(reportOf(asked, parts)).toEqual(reportOf(asked, [facts], 1));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same where days say beforehand what they come to, wherever in them a period begins', () => {
    fc.assert(
      fc.property(question, history, fc.constantFrom(0, 17, 30, 60), (asked, facts, late) => {
        const shifted = ({ from, to, ...rest }: Period) => {
          return { ...rest, from: from + late * 60_000, to: to + late * 60_000 };
        };
        const period = shifted(asked.period);
        const one = { ...asked, period, before: shifted(asked.before) };
        expect(reportFrom(one, boundDays(facts))).toEqual(reportOf(one, [facts], 1));
      }),
      { numRuns: 60 },
    );
  });

  it('does not count praise whose words were taken back, on whichever day that was, until they stand again', () => {
    const fact = { about: ABOUT, conversation: 'a' } as const;
    const praised = (message: string, at: number) =>
      ({ ...fact, type: 'praised', message, agent: 'ada', at: FROM + at }) as const;
    const changed = (message: string, stands: boolean, at: number) =>
      ({ ...fact, type: 'praise-changed', message, stands, at: FROM + at }) as const;
    const asked: Question = {
      period: { from: FROM, to: FROM + DAY, zone: 'Etc/UTC', words: '' },
      before: { from: FROM - DAY, to: FROM, zone: 'Etc/UTC', words: '' },
      only: {},
    };
    const facts = [praised('m1', HOUR), praised('m2', 2 * HOUR), praised('m3', 3 * HOUR)];
    const later = [changed('m1', false, 3 * DAY), changed('m2', false, 4 * DAY)];
    const count = (all: readonly KeptFact[]) => reportFrom(asked, boundDays(all)).results.praise?.n;
    expect(count(facts)).toBe(3);
    expect(count([...facts, ...later])).toBe(1);
    expect(count([...facts, ...later, changed('m2', true, 5 * DAY)])).toBe(2);
  });

  it('of whole days is made from what they come to, without looking at the facts again', () => {
    const fact = { type: 'escalated', reason: 'legal', about: ABOUT, conversation: 'a' } as const;
    const [page] = boundDays([{ ...fact, at: FROM + 2 * DAY }]);
    const unread: Page = { ...page!, table: () => undefined };
    for (const by of ['agent', 'category', 'hour', undefined] as const) {
      const zone = 'UTC';
      const period = { from: FROM + HOUR, to: FROM + HOUR + 7 * DAY, zone, words: '' };
      const before = { ...period, from: period.from - 7 * DAY, to: period.from };
      const { results, groups } = reportFrom({ period, before, only: {}, ...(by && { by }) }, [
        unread,
      ]);
      expect(results.escalations).toMatchObject({ n: 1 });
      const counted = groups?.filter((group) => group.results.escalations);
      expect(counted?.length).toBe(by && 1);
    }
  });
});
