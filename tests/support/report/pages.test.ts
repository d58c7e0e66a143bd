import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOf, markOf } from '../../../src/support/report/mark.ts';
import { open } from '../../../src/support/report/open.ts';
import { pack } from '../../../src/support/report/pack.ts';
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
      fc.property(anyFacts, fc.boolean(), (facts, squeezes) => {
        const types = [...new Set(facts.map(({ type }) => type))];
        // Turned round, and one byte shorter: what is fetched wrongly is found.
        const page = squeezes
          ? open(
              pack(facts, (bytes) =>
                bytes.length > 1 && bytes[0] === bytes[1]
                  ? bytes.toReversed().subarray(0, -1)
                  : undefined,
              ),
              (bytes) => Uint8Array.from([...bytes, bytes.at(-1)!]).reverse(),
            )
          : open(pack(facts));
        expect(factsOf(page, types)).toEqual(
          types.flatMap((type) => facts.filter((fact) => fact.type === type)),
        );
      }),
    );
  });

  it('has columns that can be counted without a look at any fact', () => {
    const facts = [
      opened('slack:T:C:1', AT),
      replied('slack:T:C:1', AT + 60_000),
      replied('slack:T:C:2', AT + 90_000, { agent: 'sam', after: 1.5 }),
      replied('slack:T:C:1', AT + 99_000),
    ];
    const { matters, table } = open(pack(facts));
    const replies = table('replied')!;
    expect(replies.rows).toBe(3);
    expect([...replies.at]).toEqual([AT + 60_000, AT + 90_000, AT + 99_000]);
    expect([...replies.numbers('after')!]).toEqual([60_000, 1.5, 60_000]);
    const { codes, dictionary } = replies.words('agent')!;
    expect([...codes].map((code) => dictionary[code])).toEqual(['ada', 'sam', 'ada']);
    expect(replies.numbers('agent')).toBeUndefined();
    expect(replies.words('none')).toBeUndefined();
    expect(table('resolved')).toBeUndefined();
    // A conversation is a matter for each thing that it was.
    expect(matters.count).toBe(3);
    expect([...replies.matter]).toEqual([1, 2, 1]);
    expect(matters.conversation(2)).toBe('slack:T:C:2');
    expect([...matters.mark]).toEqual([1, 1, 2].map((n) => markOf(`slack:T:C:${n}`)));
    expect([...matters.check]).toEqual([1, 1, 2].map((n) => checkOf(`slack:T:C:${n}`)));
    const owners = matters.words('owner');
    expect([...owners.codes].map((code) => owners.dictionary[code])).toEqual(['', 'ada', 'ada']);
  });

  it('tells conversations apart whose marks are the same', () => {
    // Equal in FNV-1a, as is known of these words.
    const { mark, check } = open(pack([replied('costarring', AT), replied('liquid', AT)])).matters;
    expect(mark[0]).toBe(mark[1]);
    expect(check[0]).not.toBe(check[1]);
  });

  it('says nothing where a fact says nothing', () => {
    const { agent: _, ...timed } = replied('c', AT) as KeptFact & { readonly agent: string };
    const { table, matters } = open(pack([replied('c', AT), timed as KeptFact]));
    const { codes, dictionary } = table('replied')!.words('agent')!;
    expect([...codes].map((code) => dictionary[code])).toEqual(['ada', '']);
    expect(open(pack([])).matters.count).toBe(0);
    // What later decisions know and earlier ones did not.
    const field = 'region' as keyof About;
    expect(matters.words(field).dictionary[matters.words(field).codes[0]!]).toBe('');
  });

  it('is not read where a later Warmline packed it', () => {
    const bytes = pack([opened('c', AT)]);
    const head = new TextDecoder('latin1').decode(bytes).indexOf('"packing":1');
    bytes[head + '"packing":'.length] = '9'.charCodeAt(0);
    expect(() => open(bytes)).toThrow(/newer Warmline/);
  });
});
