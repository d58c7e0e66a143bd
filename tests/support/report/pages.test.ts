import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOf } from '../../../src/support/report/mark.ts';
import { open } from '../../../src/support/report/open.ts';
import { pack, type Squeeze } from '../../../src/support/report/pack.ts';
import type { About, KeptFact, Page } from '../../../src/support/report/page.ts';

const about: About = {
  platform: 'slack',
  workspace: 'T1',
  channel: 'C1',
  customer: 'nora',
  category: 'billing',
  urgency: 'p3',
  language: 'en',
  owner: '',
};
const AT = Date.UTC(2026, 2, 2, 9);
const replied = (conversation: string, at: number, over: object = {}): KeptFact => ({
  type: 'replied',
  at,
  conversation,
  agent: 'ada',
  nth: 'first',
  after: 60_000,
  working: 60_000,
  outcome: 'as-it-was',
  template: 'billing-twice',
  about: { ...about, owner: 'ada' },
  ...over,
});
const opened = (conversation: string, at: number): KeptFact => ({
  type: 'opened',
  at,
  conversation,
  category: 'billing',
  urgency: 'p3',
  about,
});

/** The facts of a page, type by type. */
function factsOf(page: Page, types: readonly string[]): KeptFact[] {
  return types.flatMap((type) => {
    const table = page.table(type as KeptFact['type']);
    return Array.from({ length: table?.rows ?? 0 }, (_, row) => table!.fact(row));
  });
}

const field = fc.oneof(
  { weight: 3, arbitrary: fc.integer() },
  { weight: 3, arbitrary: fc.integer({ min: AT - 1e9, max: AT + 1e9 }) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 2, arbitrary: fc.maxSafeInteger() },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 3, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.jsonValue({ depthSize: 'small' }) },
);
const NAMES = [
  'agent',
  'after',
  'due',
  'worked',
  'articles',
  '__proto__',
  'constructor',
  'toString',
];
/** Fields of one type mostly hold one kind of thing, as facts do; some anything. */
const anyFacts = fc
  .array(
    fc.record({
      type: fc.constantFrom('opened', 'replied', 'a later one', '__proto__'),
      at: fc.oneof(
        fc.integer({ min: AT, max: AT + 864e5 }),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
      conversation: fc.oneof(fc.constantFrom('a', 'b', ''), fc.string({ unit: 'binary' })),
      about: fc.dictionary(
        fc.constantFrom('customer', 'owner', 'a later one'),
        fc.string({ unit: 'binary' }),
      ),
      fields: fc.dictionary(fc.constantFrom(...NAMES), field),
    }),
    { maxLength: 40 },
  )
  .map((facts) => facts.map(({ fields, ...fact }) => ({ ...fields, ...fact })))
  // As a store gives them back.
  .map((facts) => JSON.parse(JSON.stringify(facts)) as KeptFact[]);

describe('a page', () => {
  it('gives back exactly the facts that were packed, whatever they hold', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const types = [...new Set(facts.map(({ type }) => type))];
        const page = open(pack(facts));
        expect(factsOf(page, types)).toEqual(
          types.flatMap((type) => facts.filter((fact) => fact.type === type)),
        );
      }),
    );
  });
});
