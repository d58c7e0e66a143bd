import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestFirst } from '../../../src/support/report/largest-first.ts';
import type { Group, Results } from '../../../src/support/report/report.ts';

const group = (key: string, sizes: Partial<Record<keyof Results, number>>): Group => ({
  key,
  example: '',
  results: Object.fromEntries(
    Object.entries(sizes).map(([name, n]) => [name, { n, unit: 'count', value: n }]),
  ),
});
const keys = (groups: readonly Group[]) => groups.map(({ key }) => key);

describe('the largest group', () => {
  it('is the one with most conversations, however many drafts one without any has', () => {
    const groups = [
      group('drafts only', { drafts: 99, csat: 7 }),
      group('few', { volume: 2, drafts: 1 }),
      group('many', { volume: 5 }),
    ];
    expect(keys(largestFirst(groups, 'agent'))).toEqual(['many', 'few', 'drafts only']);
  });

  it('is told by the next that a breakdown shows where nobody has a conversation', () => {
    const groups = [group('a', { csat: 9, drafts: 90 }), group('b', { 'first-reply': 2, csat: 1 })];
    expect(keys(largestFirst(groups, 'category'))).toEqual(['b', 'a']);
  });

  it('is of wordings the one with most drafts', () => {
    const groups = [group('seldom', { drafts: 1, reopened: 40 }), group('often', { drafts: 3 })];
    expect(keys(largestFirst(groups, 'template'))).toEqual(['often', 'seldom']);
  });

  it('stands in no order of size among hours', () => {
    const groups = [group('0', { volume: 1 }), group('1', { volume: 9 })];
    expect(keys(largestFirst(groups, 'hour'))).toEqual(['0', '1']);
  });

  it('is the same in whatever order groups come, also where two are called the same', () => {
    const some = fc.uniqueArray(
      fc.record({ key: fc.string({ maxLength: 2 }), volume: fc.nat(2), drafts: fc.nat(3) }),
      { selector: ({ key }) => key, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (all) => {
        const groups = all.map(({ key, ...sizes }) => group(key, sizes));
        const order = (of: readonly Group[]) => keys(largestFirst(of, 'agent', () => 'Ada'));
        expect(order(groups.toReversed())).toEqual(order(groups));
      }),
    );
  });
});
