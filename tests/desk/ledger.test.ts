import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAside, NoAnswer } from '../../src/desk/ledger/aside.ts';
import { createLedger, type DeskLedger } from '../../src/desk/ledger/ledger.ts';
import { readPages } from '../../src/desk/ledger/pages.ts';
import { squeezePart } from '../../src/desk/ledger/squeezing.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import type { Store } from '../../src/desk/store/store.ts';
import { dayOf, type KeptFact } from '../../src/support/report/page.ts';
import type { Question } from '../../src/support/report/report.ts';
import { manualClock, MONDAY_MORNING as NOW } from '../clock.ts';
import { ABOUT } from '../facts.ts';
import { reopened } from '../ledger.contract.ts';
import { testLog } from '../test-desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = dayOf(NOW);

let events = 0;
const keep = (store: Store, ...facts: KeptFact[]) =>
  store.commit({
    event: `event ${events++}`,
    at: NOW,
    claims: [],
    effects: [],
    raised: [],
    facts,
  });
const replied = (at: number, agent: string, minutes: number): KeptFact => ({
  type: 'replied',
  at,
  conversation: `slack:T:C:${at}`,
  agent,
  nth: 'first',
  after: minutes * 60_000,
  working: minutes * 60_000,
  outcome: 'as-it-was',
  template: 'billing',
  about: { ...ABOUT, owner: agent },
});

describe('the facts of a desk', () => {
  let store: Store;
  let ledger: DeskLedger;
  const clock = manualClock(NOW);
  beforeEach(() => {
    store = openSqlite(':memory:');
    ledger = createLedger({ store, clock, log: testLog() });
  });
  afterEach(async () => {
    await ledger[Symbol.asyncDispose]();
    await store[Symbol.asyncDispose]();
  });

  const found = async () => {
    const facts = await ledger.answer('facts', { types: ['reopened'], since: 0 });
    return facts.map(({ conversation }) => conversation);
  };
  const held = () => store.ledger.days(0, MONDAY);

  it('are the same before and after their days are bound, late ones too', async () => {
    await keep(store, reopened(NOW - 2 * DAY, 'a'), reopened(NOW - 3 * DAY, 'b'));
    await keep(store, reopened(NOW, 'today'));
    expect(await found()).toEqual(['b', 'a', 'today']);
    await ledger.bind();
    expect(await held()).toEqual([
      { day: MONDAY - 3, parts: 1, facts: 0 },
      { day: MONDAY - 2, parts: 1, facts: 0 },
      { day: MONDAY, parts: 0, facts: 1 },
    ]);
    expect(await found()).toEqual(['b', 'a', 'today']);
    await keep(store, reopened(NOW - 2 * DAY + 1, 'late'));
    expect(await found()).toEqual(['b', 'a', 'late', 'today']);
    await ledger.bind();
    // A few late ones are not worth a part.
    expect((await held())[1]).toEqual({ day: MONDAY - 2, parts: 1, facts: 1 });
    const many = Array.from({ length: 1_000 }, () => reopened(NOW - 2 * DAY + 2, 'late too'));
    await keep(store, ...many);
    await ledger.bind();
    expect((await held())[1]).toEqual({ day: MONDAY - 2, parts: 2, facts: 0 });
    expect(await found()).toHaveLength(1_004);
  });

  it('are bound some hours after their day is over, not before', async () => {
    const evening = manualClock(NOW - (NOW % DAY) + 5 * HOUR);
    await keep(store, reopened(NOW - DAY));
    await using early = createLedger({ store, clock: evening, log: testLog() });
    await early.bind();
    expect(await held()).toEqual([{ day: MONDAY - 1, parts: 0, facts: 1 }]);
    evening.advance(HOUR);
    await early.bind();
    expect(await held()).toEqual([{ day: MONDAY - 1, parts: 1, facts: 0 }]);
  });

  it('are bound once, however many desks do it at the same time', async () => {
    await using other = createLedger({ store, clock, log: testLog() });
    for (let day = 1; day < 6; day++) await keep(store, reopened(NOW - day * DAY, `${day}`));
    await Promise.all([ledger.bind(), other.bind(), ledger.bind()]);
    await Promise.all([ledger.bind(), other.bind()]);
    expect((await held()).every(({ parts, facts }) => parts === 1 && facts === 0)).toBe(true);
    expect(await found()).toEqual(['5', '4', '3', '2', '1']);
  });

  it('tell how soon each agent replied, in a period and in the one before', async () => {
    for (const [minutes, agent] of [
      [10, 'ada'],
      [30, 'sam'],
      [20, 'ada'],
      [60, 'ada'],
    ] as const) {
      await keep(store, replied(NOW - minutes * 60_000, agent, minutes));
    }
    await keep(store, replied(NOW - 9 * DAY, 'ada', 5), replied(NOW - 15 * DAY, 'ada', 7));
    const week = (to: number) => ({ from: to - 7 * DAY, to, zone: 'UTC', words: '' });
    const question: Question = {
      period: week(NOW),
      before: week(NOW - 7 * DAY),
      by: 'agent',
      only: {},
    };
    const standing = { waiting: [], gaps: [] };
    const report = await ledger.answer('report', { question, at: NOW, standing });
    expect(report.groups?.map(({ key, results }) => [key, results['first-reply']])).toMatchObject([
      ['ada', { n: 3, unit: 'seconds', median: 1200, p90: 3120, mean: 1800 }],
      ['sam', { n: 1, unit: 'seconds', median: 1800, p90: 1800, mean: 1800 }],
    ]);
    expect(report.before['first-reply']).toMatchObject({ n: 1, median: 300 });
    expect(report.since).toBeUndefined();
  });

  it('are compared with nothing before they were kept, and tell since when they are', async () => {
    const days = (from: number, to: number) => ({
      ...{ from: NOW - from * DAY, to: NOW - to * DAY },
      ...{ zone: 'UTC', words: '' },
    });
    const ask = (length: number) => ({
      question: { period: days(length, 0), before: days(2 * length, length), only: {} },
      at: NOW,
      standing: { waiting: [], gaps: [] },
    });
    await keep(store, replied(NOW - 4 * DAY, 'ada', 5), replied(NOW - DAY, 'ada', 10));
    const beforehand = async (length: number) => {
      const { before, since } = await ledger.answer('report', ask(length));
      return [before['first-reply']?.n, since];
    };
    const first = (MONDAY - 4) * DAY;
    for (const _ of ['as they came', 'bound']) {
      expect(await beforehand(3)).toEqual([undefined, first]);
      // Nothing happened on the first day of it, but there was somebody to count.
      expect(await beforehand(1.5)).toEqual([undefined, undefined]);
      expect(await beforehand(2)).toEqual([1, undefined]);
      await ledger.bind();
    }
  });
});

describe('facts in a file', () => {
  let store: Store;
  let ledger: DeskLedger;
  beforeAll(async () => {
    store = openSqlite(join(mkdtempSync(join(tmpdir(), 'warmline-')), 'desk.sqlite'));
    ledger = createLedger({ store, clock: manualClock(NOW), log: testLog() });
    await keep(store, reopened(NOW - DAY, 'a'), reopened(NOW, 'b'));
  });
  afterAll(() => store[Symbol.asyncDispose]());

  const found = (answering = ledger) =>
    answering.answer('facts', { types: ['reopened'], since: 0 });

  it('are read and bound in a thread of their own, while they are written', async () => {
    expect(await found()).toHaveLength(2);
    await keep(store, reopened(NOW + 1, 'c'));
    await ledger.bind();
    expect(await store.ledger.days(0, MONDAY)).toMatchObject([{ parts: 1 }, { facts: 2 }]);
    expect((await found()).map(({ conversation }) => conversation)).toEqual(['a', 'b', 'c']);
  });

  it('are not asked by more than can wait, who are told so', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => found()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toBeInstanceOf(NoAnswer);
  });

  it('are let go when an answer takes too long, or there is none, and others are answered all the same', async () => {
    const ask = { types: ['reopened'] as const, since: 0 };
    await using hasty = answerAside(store.ledger.url!, { patience: 1 });
    await expect(hasty.answer('facts', ask)).rejects.toThrow(/Ask for a shorter period/);
    await using lost = answerAside('sqlite:/nowhere/at/all.sqlite');
    await expect(lost.answer('facts', ask)).rejects.toThrow(NoAnswer);
    await expect(lost.answer('facts', ask)).rejects.toThrow(NoAnswer);
    expect(await found()).toHaveLength(3);
  });

  it('are read anew, by another thread, after nobody has asked for long', async () => {
    const ask = { types: ['reopened'] as const, since: 0 };
    const begun: number[] = [];
    const listen = ({ threadId }: { readonly threadId: number }) => begun.push(threadId);
    process.on('worker', listen);
    await using idle = answerAside(store.ledger.url!, { idle: 1 });
    await Promise.all([idle.answer('facts', ask), idle.answer('facts', ask)]);
    expect(begun).toHaveLength(1);
    await expect
      .poll(() => idle.answer('facts', ask).then(() => begun.length), { interval: 20 })
      .toBeGreaterThan(1);
    process.off('worker', listen);
  });

  it('are asked no more once the desk is closed', async () => {
    const asked = found();
    await ledger[Symbol.asyncDispose]();
    await expect(asked).rejects.toThrow(NoAnswer);
    await expect(found()).rejects.toThrow(/closing/);
  });
});

describe('pages', () => {
  const act = fc.oneof(
    fc.record({ is: fc.constant('keep' as const), many: fc.integer({ min: 1, max: 60 }) }),
    fc.record({
      is: fc.constant('bind' as const),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.constant({ is: 'read' as const }),
  );

  it('have each fact once, in order, whatever is kept and bound between two looks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        await using store = openSqlite(':memory:');
        const { ledger } = store;
        const pages = readPages(ledger, 50);
        let kept = 0;
        const look = async () => {
          const seen: number[] = [];
          for (const page of await pages.of(MONDAY, MONDAY)) {
            seen.push(...(page.table('reopened')?.at ?? []));
          }
          expect(seen).toEqual(Array.from({ length: kept }, (_, i) => NOW + i));
        };
        for (const one of acts) {
          if (one.is === 'keep') {
            const facts = Array.from({ length: one.many }, (_, i) => reopened(NOW + kept + i));
            await keep(store, ...facts);
            kept += one.many;
          } else if (one.is === 'read') await look();
          else {
            const { parts, facts } = await ledger.day(MONDAY);
            const some = facts.slice(0, Math.ceil(facts.length * one.share));
            if (some.length === 0) continue;
            const seen = { parts: parts.length, facts: some.length };
            expect(await ledger.bind(MONDAY, seen, squeezePart(some, MONDAY))).toBe(true);
          }
        }
        await look();
      }),
      { numRuns: 25 },
    );
  });
});
