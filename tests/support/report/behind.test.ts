import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAmendments } from '../../../src/support/report/amendments.ts';
import { readBehind } from '../../../src/support/report/asking/behind.ts';
import {
  type Behind,
  type BehindQuestion,
  findBehind,
} from '../../../src/support/report/behind.ts';
import { makeReport } from '../../../src/support/report/making.ts';
import { MEASURE, MEASURES, type MeasureName } from '../../../src/support/report/measures.ts';
import type { About, KeptFact } from '../../../src/support/report/page.ts';
import { BREAKDOWNS, type Question } from '../../../src/support/report/report.ts';
import { sheetBehind } from '../../../src/support/report/telling-behind.ts';
import { leastCpu } from '../../cpu-time.ts';
import { ABOUT } from '../../facts.ts';
import { pageOf } from './page-of.ts';
import { labels, waiting } from './reports.ts';

const names = { labels, people: new Map([['nora', 'Nora']]) };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.parse('2026-03-02T00:00:00Z');
const NOW = FROM + 8 * DAY;
const week: Question = {
  period: { from: FROM, to: FROM + 7 * DAY, zone: 'Etc/UTC', words: '' },
  before: { from: FROM - 7 * DAY, to: FROM, zone: 'Etc/UTC', words: '' },
  only: {},
};

const behind = (asked: BehindQuestion, facts: readonly KeptFact[], cut = facts.length) => {
  const pages = [pageOf(facts.slice(0, cut)), pageOf(facts.slice(cut))];
  const amendments = createAmendments();
  for (const page of pages) amendments.add(page);
  return findBehind(asked, pages, amendments);
};

const asked = {
  now: NOW,
  zone: 'Etc/UTC',
  known: { categories: new Map([['billing', 'Billing']]) },
};

describe('asking for what is behind a number', () => {
  it.each([
    ['first reply time last week category:billing', 'first-reply', 'last week'],
    ['sla-met', 'sla-met', 'the last 7 days'],
    ['Resolution time 2026-02', 'resolution', 'February 2026'],
    ['csat urgency:p1', 'csat', 'the last 7 days'],
  ])('%s', (words, measure, period) => {
    expect(readBehind(words, asked)).toMatchObject({
      measure,
      question: { period: { words: period } },
    });
  });

  it.each([
    ['', 'I do not know which number'],
    ['sla', 'I do not know which number “sla” begins with'],
    ['speed of light 7d', 'I do not know which number'],
    ['first reply time by agent', 'Narrow it instead of “by agent”'],
    ['first reply time lsat week', 'Did you mean “last week”?'],
    ['x '.repeat(30_000), 'I do not know which number'],
  ])('is refused with what is wrong: %s', (words, problem) => {
    expect(readBehind(words, asked)).toEqual({ problem: expect.stringContaining(problem) });
    expect(leastCpu(() => readBehind(words, asked))).toBeLessThan(20);
  });
});

describe('the conversations behind a number, as people read them', () => {
  it('stand with what counted and how they are now', () => {
    const found = {
      first: [
        { conversation: 'a', at: NOW, seconds: 5400, part: '' },
        { conversation: 'gone', at: NOW, seconds: 60, part: '' },
      ],
      count: 30,
    };
    const one = {
      question: { ...week, only: { urgency: ['p1'] } },
      measure: 'first-reply',
    } as const;
    const sheet = sheetBehind(one, found, new Map([['a', waiting('a', 9)]]), names);
    expect(sheet.title).toBe('Behind “First reply time”');
    expect(sheet.about).toEqual(['2 to 8 Mar 2026 (UTC)', ' · only ', 'P1 urgent']);
    const [part] = sheet.parts;
    const table = part?.is === 'table' ? part.table : undefined;
    expect(table?.rows).toEqual([
      [
        { is: 'conversation', id: 'a', text: 'Nora: I was charged twice for the same invoice' },
        ...['1 h 30 min', { is: 'instant', at: NOW }, 'Billing and payment, P2 soon', 'nobody’s'],
      ],
      ['No longer kept', '1 min', { is: 'instant', at: NOW }, '', ''],
    ]);
    expect(table?.more).toBe(28);
  });

  it('name the customer that was counted as one who may leave', () => {
    const found = { first: [{ conversation: 'a', at: NOW, part: 'nora' }], count: 1 };
    const asked = { question: week, measure: 'churn-risk' } as const;
    const [part] = sheetBehind(asked, found, new Map(), names).parts;
    const rows = part?.is === 'table' ? part.table.rows : [];
    expect(rows[0]?.[1]).toEqual({ is: 'person', id: 'nora', name: 'Nora' });
  });

  it('say what a clock came to, and that there is nothing where nothing counted', () => {
    const first = ['0', '1'].map((part) => ({ conversation: part, at: NOW, part }));
    const of = (found: Behind) =>
      sheetBehind({ question: week, measure: 'sla-met' }, found, new Map(), names);
    const [part] = of({ first, count: 2 }).parts;
    expect(part?.is === 'table' && part.table.rows.map(([, counted]) => counted)).toEqual([
      'missed',
      'met',
    ]);
    expect(of({ first: [], count: 0 }).parts).toEqual([
      { is: 'note', text: expect.stringContaining('define sla-met') },
    ]);
  });
});

describe('behind what no article answers', () => {
  it('are questions, and it is said where to see them', () => {
    const asked = { question: week, measure: 'gaps' } as const;
    expect(sheetBehind(asked, { first: [], count: 0 }, new Map(), names).parts).toEqual([
      { is: 'note', text: expect.stringContaining('“gaps” lists them') },
    ]);
  });
});

const fact = (conversation: string, hours: number, details: object, about: Partial<About> = {}) =>
  ({
    at: FROM + hours * HOUR,
    conversation,
    about: { ...ABOUT, ...about },
    ...details,
  }) as unknown as KeptFact;
const replied = (conversation: string, hours: number, took: number, more: object = {}) =>
  fact(conversation, hours, {
    type: 'replied',
    agent: 'ada',
    nth: 'first',
    after: took * HOUR,
    working: took * HOUR,
    template: 'en/refund/1',
    ...more,
  });

describe('behind a number', () => {
  it('are the conversations that took longest, each once', () => {
    const facts = [replied('a', 1, 2), replied('b', 2, 9), replied('c', 3, 1), replied('b', 4, 3)];
    const { first, count } = behind({ question: week, measure: 'first-reply' }, facts);
    expect(first).toEqual([
      { conversation: 'b', at: FROM + 2 * HOUR, seconds: 9 * 3600, part: '' },
      { conversation: 'a', at: FROM + HOUR, seconds: 2 * 3600, part: '' },
      { conversation: 'c', at: FROM + 3 * HOUR, seconds: 3600, part: '' },
    ]);
    expect(count).toBe(4);
  });

  it('are those whose rating was lowest, and whose time was missed, before all others', () => {
    const rated = (id: string, hours: number, value: number) =>
      fact(id, hours, { type: 'rated', scale: 'csat', value, language: 'en' });
    const stopped = (id: string, hours: number, met: boolean) =>
      fact(id, hours, { type: 'sla-clock-stopped', clock: 'first-reply', since: 0, met });
    const facts = [
      rated('a', 1, 5),
      rated('b', 2, 1),
      stopped('c', 3, true),
      stopped('d', 2, false),
    ];
    const ids = (measure: MeasureName) =>
      behind({ question: week, measure }, facts).first.map(({ conversation, part }) => [
        conversation,
        part,
      ]);
    expect(ids('csat')).toEqual([
      ['b', '1'],
      ['a', '5'],
    ]);
    expect(ids('sla-met')).toEqual([
      ['d', '0'],
      ['c', '1'],
    ]);
  });

  it('are the latest where nothing is long or low, with what they were counted as', () => {
    const facts = [
      fact('a', 1, { type: 'escalated', reason: 'legal' }),
      fact('b', 2, { type: 'escalated', reason: 'churn' }),
    ];
    expect(behind({ question: week, measure: 'escalations' }, facts).first).toMatchObject([
      { conversation: 'b', part: 'churn' },
      { conversation: 'a', part: 'legal' },
    ]);
  });

  it('are those that were reopened before those that stand, however late these ended', () => {
    const ended = (id: string, hours: number) =>
      fact(id, hours, { type: 'resolved', agent: 'ada', replies: 1, after: 1, working: 1 });
    const facts = [ended('a', 1), ended('b', 2), fact('a', 3, { type: 'reopened' }), ended('c', 9)];
    const { first } = behind({ question: week, measure: 'reopened' }, facts);
    expect(first.map(({ conversation, part }) => [conversation, part])).toEqual([
      ['a', 'reopened'],
      ['c', 'stands'],
      ['b', 'stands'],
    ]);
  });

  it('are promises that were broken, then late, before those that were kept', () => {
    const facts = ['broken', 'late', 'kept'].map((how, i) =>
      fact(how, i, { type: `promise-${how}`, by: 'ada' }),
    );
    const { first } = behind({ question: week, measure: 'promises-kept' }, facts);
    expect(first.map(({ part }) => part)).toEqual(['broken', 'late', 'kept']);
  });

  it('is nobody for how it stands now, since those are who wait', () => {
    const facts = [replied('a', 1, 2)];
    expect(behind({ question: week, measure: 'waiting' }, facts).first).toEqual([]);
  });

  it('are fifty of however many, the same on however many pages', () => {
    const facts = Array.from({ length: 3000 }, (_, i) =>
      replied(`c${i % 1500}`, i / 20, (i * 7919) % 3001),
    );
    const asked = { question: week, measure: 'first-reply' } as const;
    const { first, count } = behind(asked, facts);
    expect(first).toHaveLength(50);
    expect(new Set(first.map(({ conversation }) => conversation)).size).toBe(50);
    expect(first[0]?.seconds).toBe(3000 * 3600);
    expect(count).toBe(3000);
    expect(behind(asked, facts, 1234)).toEqual({ first, count });
  });

  it('are as many as the report counts, in all and in each group', () => {
    const details = fc.oneof(
      fc.constant({ type: 'opened', category: 'x', urgency: 'p1' }),
      fc.record({
        type: fc.constant('replied'),
        agent: fc.constantFrom('ada', 'sam'),
        nth: fc.constantFrom('first', 'next'),
        after: fc.nat(DAY),
        working: fc.nat(DAY),
        template: fc.constantFrom('en/refund/1', 'en/greeting/1 + en/refund/1'),
      }),
      fc.record({
        type: fc.constant('resolved'),
        agent: fc.constant('ada'),
        after: fc.nat(DAY),
        working: fc.nat(DAY),
        replies: fc.nat(2),
      }),
      fc.record({ type: fc.constantFrom('reopened', 'set-aside') }),
      fc.record({
        type: fc.constant('corrected'),
        field: fc.constant('category'),
        from: fc.constant('billing'),
        to: fc.constantFrom('refund', 'billing'),
        agent: fc.constant('ada'),
      }),
      fc.record({
        type: fc.constant('rated'),
        scale: fc.constant('csat'),
        value: fc.integer({ min: 1, max: 5 }),
        agent: fc.constant('sam'),
      }),
      fc.record({ type: fc.constant('escalated'), reason: fc.constantFrom('legal', 'urgent') }),
    );
    const about = fc.record({
      category: fc.constantFrom('billing', 'refund'),
      owner: fc.constantFrom('', 'ada', 'sam'),
    });
    const history = fc
      .array(
        fc.tuple(
          fc.constantFrom('a', 'b', 'c', 'd'),
          fc.integer({ min: -200, max: 190 }),
          details,
          about,
        ),
        { maxLength: 40 },
      )
      .map((all) => all.map(([id, hours, what, of], i) => fact(id, hours + i / 1000, what, of)));
    const measures = MEASURES.filter((name) => MEASURE[name].how.is === 'spread').concat(
      'volume',
      'escalations',
      'csat',
      'reopened',
    );
    fc.assert(
      fc.property(
        history,
        fc.option(fc.constantFrom(...BREAKDOWNS), { nil: undefined }),
        (facts, by) => {
          const question = { ...week, ...(by && { by }) };
          const amendments = createAmendments();
          amendments.add(pageOf(facts));
          const report = makeReport(
            question,
            [pageOf(facts)],
            amendments,
            { waiting: [], gaps: [] },
            NOW,
          );
          for (const measure of measures) {
            if (measure === 'backlog-age') continue;
            const { count } = behind({ question, measure }, facts);
            expect([measure, count]).toEqual([measure, report.results[measure]?.n ?? 0]);
            for (const { key, results } of report.groups ?? []) {
              const found = behind({ question, measure, group: key }, facts);
              expect([measure, key, found.count]).toEqual([measure, key, results[measure]?.n ?? 0]);
            }
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
