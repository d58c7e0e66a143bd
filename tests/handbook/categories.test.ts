import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readCategories } from '../../src/handbook/categories.ts';
import type { Fault } from '../../src/handbook/fault.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { findPhrases, indexPhrases } from '../../src/support/triage/phrases.ts';
import { CATEGORIES } from '../../src/support/triage/triage.ts';
import { readWords } from '../../src/support/triage/words.ts';

const OTHER = 'other: { label: Other, problem: your message }';
const FIVE = ['one lease', 'two leases', 'three leases', 'four leases', 'five leases'];
const list = (texts: readonly string[]) => texts.map((text) => `    - ${text}`).join('\n');

/** Reads categories with what files of languages say of them; `own` are the team's. */
function read(categories: string, languages: Readonly<Record<string, string>> = {}, own = true) {
  const faults: Fault[] = [];
  const files = Object.entries(languages).map(([language, text]) => ({
    language,
    source: { file: `categories/${language}.yaml`, text },
    own,
  }));
  const source = { file: 'categories.yaml', text: `${categories}\n${OTHER}\n` };
  return { categories: readCategories(source, files, faults), faults };
}

const weightOf = (
  phrase: string,
  { phrases }: { phrases: readonly { phrase: string; weight: number }[] },
) => Math.max(0, ...phrases.filter((one) => one.phrase === phrase).map(({ weight }) => weight));

describe('a category of the team', () => {
  it('may be told by examples alone', () => {
    const { categories, faults } = read(
      `lease:\n  label: Leasing\n  problem: your lease\n  examples:\n${list(FIVE)}`,
    );
    expect(faults).toEqual([]);
    expect(categories?.[0]).toMatchObject({ name: 'lease', phrases: [], examples: FIVE });
  });

  it('may have its phrases sorted by language, like urgency', () => {
    const { categories } = read(
      'lease:\n  label: Leasing\n  problem: your lease\n  phrases: { 3: { en: lease, de: "miete, pacht" } }',
    );
    expect(categories?.[0]?.phrases.map(({ phrase }) => phrase)).toEqual([
      'lease',
      'miete',
      'pacht',
    ]);
  });

  it('weighs a matter’s phrase like what stands in it, and never less than 3', () => {
    const { categories } = read(
      [
        'lease:',
        '  label: Leasing',
        '  problem: your lease',
        '  phrases: { 5: evict*, 1: rent }',
        '  matters:',
        '    - { problem: your flat, when: "they evict ... me, rent the flat" }',
      ].join('\n'),
    );
    const lease = categories![0]!;
    expect(weightOf('they evict ... me', lease)).toBe(5);
    expect(weightOf('rent the flat', lease)).toBe(3);
  });
});

describe('what customers write in another language', () => {
  const LEASE = [
    'lease:',
    '  label: Leasing',
    '  problem: your lease',
    '  phrases: { 3: lease }',
    '  matters: [{ problem: the late rent, when: late rent }]',
    `  examples: [${FIVE.join(', ')}]`,
  ].join('\n');
  const GERMAN = [
    'lease:',
    '  phrases: { 4: miete* }',
    '  matters: { the late rent: miete zu spät }',
    '  examples: [Wann ist die Miete fällig?]',
  ].join('\n');

  it('tells the category, its matters and by examples too', () => {
    const { categories, faults } = read(LEASE, { de: GERMAN });
    expect(faults).toEqual([]);
    const lease = categories![0]!;
    expect(lease.phrases.map(({ phrase }) => phrase)).toContain('miete*');
    expect(lease.matters[0]?.phrases).toEqual(['late rent', 'miete zu spät']);
    expect(lease.examples).toEqual([...FIVE, 'Wann ist die Miete fällig?']);
  });

  it('is left out where the team has no such category, and tells the category where it has no such matter', () => {
    const { categories, faults } = read(
      'lease: { label: Leasing, problem: your lease, phrases: { 3: lease } }',
      { de: `${GERMAN}\nrefund: { phrases: { 4: erstattung* } }` },
      false,
    );
    expect(faults).toEqual([]);
    expect(categories?.map(({ name }) => name)).toEqual(['lease', 'other']);
    expect(weightOf('miete zu spät', categories![0]!)).toBe(4);
  });

  it('is a fault in the team’s own file where nobody would read it', () => {
    const { faults } = read(LEASE, {
      de: 'lease:\n  matters:\n    the early rent: miete zu früh\nleese:\n  phrases: { 3: x }\n',
    });
    expect(faults).toMatchObject([
      { file: 'categories/de.yaml', line: 3, what: expect.stringContaining('"the early rent"') },
      { file: 'categories/de.yaml', line: 4, what: expect.stringContaining('"leese"') },
    ]);
    for (const { remedy } of faults) expect(remedy).toContain('categories.yaml');
  });
});

describe('an example', () => {
  const examples = (...lines: string[]) =>
    read(
      `lease:\n  label: Leasing\n  problem: your lease\n  phrases: { 3: x }\n  examples:\n${lines.map((l) => `    - ${l}`).join('\n')}`,
    );

  it.each([
    ['is empty', '', 6, /empty.*remove/],
    ['is a mere "?"', '"?"', 6, /says nothing.*whole message/],
    ['holds a colon without quotes', 'where is it: 4711', 6, /no text.*quotes/],
    ['is a whole letter', 'x'.repeat(301), 6, /301 characters.*up to 300/],
  ])('is refused when it %s', (_, line, at, said) => {
    const { faults, categories } = examples(line);
    expect(categories).toBeUndefined();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.line).toBe(at);
    expect(`${faults[0]?.what} ${faults[0]?.remedy}`).toMatch(said);
  });

  it('may be a number, may have quotes, and loses the blanks around it', () => {
    expect(examples('4711', '"ref: 12 "').categories?.[0]?.examples).toEqual(['4711', 'ref: 12']);
  });

  it('is one of 200 at most', () => {
    const { faults } = examples(...Array.from({ length: 201 }, (_, i) => `lease ${i}`));
    expect(faults).toMatchObject([{ line: 5, what: '"lease > examples": it holds 201.' }]);
  });

  it('cannot stand for two categories, in one file or in two', () => {
    const categories = [
      'lease: { label: L, problem: your lease, phrases: { 3: x }, examples: [My lease is up] }',
      'flat:',
      '  label: F',
      '  problem: your flat',
      '  phrases: { 3: y }',
      '  examples:',
      '    - my  Lease is up',
    ].join('\n');
    const { faults } = read(categories, { de: 'flat:\n  examples: [My lease is up]\n' });
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'categories.yaml:7',
      'categories/de.yaml:2',
    ]);
    expect(faults[0]?.what).toContain('"lease" too (categories.yaml:1)');
    expect(faults[0]?.remedy).not.toBe('');
  });

  it.each([
    ['no examples', []],
    ['one example', ['one lease']],
    ['4 examples', FIVE.slice(1)],
  ])('is too little alone: %s and no phrases', (count, texts) => {
    const { faults } = read(
      `lease:\n  label: L\n  problem: your lease\n  examples: ${JSON.stringify(texts)}`,
    );
    expect(faults).toMatchObject([
      {
        file: 'categories.yaml',
        line: 1,
        what: `"lease" has ${count} and no phrases, so it cannot be told.`,
      },
    ]);
    expect(faults[0]?.remedy).toContain('at least 5');
  });
});

describe('the shipped categories', async () => {
  const { categories } = await loadHandbook();
  const source = async (file: string) => ({
    file,
    text: await readFile(new URL(`../../src/handbook/${file}`, import.meta.url), 'utf8'),
  });
  const english = await source('categories.yaml');
  const files = await Promise.all(
    ['de', 'es', 'fr', 'it', 'ja', 'nl', 'pt'].map(async (language) => ({
      language,
      source: await source(`categories/${language}.yaml`),
      own: true,
    })),
  );

  it.each(CATEGORIES)('%s has examples enough to learn from, in eight languages', (name) => {
    const { examples } = categories.find((one) => one.name === name)!;
    expect(examples.length).toBeGreaterThanOrEqual(name === 'other' ? 130 : 95);
    expect(examples.filter((text) => /[ぁ-んァ-ン]/.test(text)).length).toBeGreaterThanOrEqual(8);
  });

  it('know every category and matter that a language speaks of', () => {
    const faults: Fault[] = [];
    readCategories(english, files, faults);
    expect(faults).toEqual([]);
  });

  it('hear nothing foreign in English', () => {
    const alone = readCategories(english, [], [])!;
    const known = new Set(alone.flatMap(({ phrases }) => phrases.map(({ phrase }) => phrase)));
    const foreign = categories
      .flatMap(({ phrases }) => phrases.map(({ phrase }) => phrase))
      .filter((phrase) => !known.has(phrase));
    expect(foreign.length).toBeGreaterThan(5_000);
    const index = indexPhrases(foreign.map((phrase) => [phrase, phrase]));
    for (const text of alone.flatMap(({ examples }) => examples)) {
      expect(
        findPhrases(index, readWords(text)).map(({ phrase }) => phrase),
        text,
      ).toEqual([]);
    }
  });
});
