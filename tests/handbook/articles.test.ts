import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Notice, readArticles } from '../../src/handbook/articles.ts';
import { type Fault, HandbookError } from '../../src/handbook/fault.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import type { Handbook } from '../../src/support/handbook.ts';
import { findPassages } from '../../src/support/knowledge/search.ts';

const USUAL = { language: 'en', zone: 'Europe/Berlin' };

async function folder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'warmline-articles-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return dir;
}

async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const dir = await folder(files);
  const faults: Fault[] = [];
  const notices: Notice[] = [];
  const articles = await readArticles(dir, USUAL, faults, notices);
  return { dir, articles, faults, notices };
}

const REFUNDS = `---
title: When refunds arrive
questions:
  - where is my money
  - how long does a refund take
languages: en
products: Shop, Shop Plus
valid-until: 2026-03-31
---
# Refunds

Within five days.
`;

describe('an article', () => {
  it('is what its front matter says, and its id is its place in the folder', async () => {
    const { articles, faults, notices } = await read({ 'billing/refunds.md': REFUNDS });
    expect([faults, notices]).toEqual([[], []]);
    expect(articles).toMatchObject([
      {
        id: 'billing/refunds',
        title: 'When refunds arrive',
        questions: ['where is my money', 'how long does a refund take'],
        languages: ['en'],
        products: ['Shop', 'Shop Plus'],
        validUntil: Date.parse('2026-04-01T00:00+02:00'),
        passages: [{ id: 'billing/refunds', headings: [], text: 'Within five days.' }],
      },
    ]);
  });

  it('needs no front matter: its heading or its name is its title, its words tell the language', async () => {
    const german = 'Die Rechnung liegt im Archiv, und von dort kann sie heruntergeladen werden.';
    const { articles } = await read({
      'a.md': '# Returning things\r\n\r\nWithin a month.\r\n',
      'how-to_pay.markdown': '\uFEFFBy card.',
      'rechnungen.md': `---\nsidebar_position: 3\ntags: [x]\n---\n${german}`,
    });
    expect(articles.map(({ title, languages }) => [title, languages[0]])).toEqual([
      ['Returning things', 'en'],
      ['How to pay', 'en'],
      ['Rechnungen', 'de'],
    ]);
  });
});

describe('front matter that is wrong is a fault with its line', () => {
  it.each([
    ['title: [a]', 2, /title/],
    ['a: 1\nquestions: 7', 3, /questions/],
    ['languages: english', 2, /two letters/],
    ['valid-until: next week', 2, /year-month-day/],
    ['valid until: 2026-01-01', 2, /Write valid-until/],
    ['question: where is it', 2, /Write questions/],
    ['title: "open', 2, /YAML/],
    ['title: a: b', 2, /YAML/],
  ])('%s', async (front, line, said) => {
    const { articles, faults } = await read({ 'a.md': `---\n${front}\n---\nText.` });
    expect(articles).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]!.file).toMatch(/a\.md$/);
    expect(faults[0]!.line).toBe(line);
    expect(`${faults[0]!.what} ${faults[0]!.remedy}`).toMatch(said);
  });

  it('two files of one name are told of both', async () => {
    const { faults } = await read({ 'a.md': 'One.', 'a.markdown': 'Two.' });
    expect(faults).toHaveLength(1);
    expect(faults[0]!.what).toContain('a.markdown');
  });
});

describe('what is no article is left out, and it is said why', () => {
  it.each([
    ['empty', { 'a.md': ' \n' }, /no text/],
    ['headings alone', { 'a.md': '# A\n\n## B\n' }, /no text/],
    ['not UTF-8', { 'a.md': Uint8Array.of(0xff, 0xfe, 0x41, 0x00) }, /UTF-8/],
    ['five megabytes', { 'a.md': 'word '.repeat(1024 * 1024) }, /larger than 1024 KB/],
  ])('%s', async (_, files, because) => {
    const { articles, faults, notices } = await read(files);
    expect([articles, faults]).toEqual([[], []]);
    expect(notices).toHaveLength(1);
    expect(notices[0]!.text).toMatch(because);
  });

  it('a link out of the folder is not followed, one within it is', async () => {
    const outside = await folder({ 'secret.md': 'The secret.' });
    const dir = await folder({ 'real/a.md': 'Text.' });
    await symlink(join(outside, 'secret.md'), join(dir, 'secret.md'));
    await symlink(join(dir, 'nowhere.md'), join(dir, 'broken.md'));
    await symlink(join(dir, 'real', 'a.md'), join(dir, 'b.md'));
    const notices: Notice[] = [];
    const articles = await readArticles(dir, USUAL, [], notices);
    expect(articles.map(({ id }) => id)).toEqual(['b', 'real/a']);
    expect(notices.map(({ text }) => text).join('\n')).toMatch(/ENOENT[\s\S]*out of the folder/);
  });

  it('what lies about in a folder is nobody’s business', async () => {
    const { articles, notices } = await read({
      'README.md': 'About.',
      '.git/x.md': 'x',
      '_draft.md': 'x',
      'a.png': 'x',
      'notes.txt': 'x',
    });
    expect([articles, notices]).toEqual([[], []]);
  });

  it('two articles of one title are both read, and it is said that they look alike', async () => {
    const { articles, notices } = await read({ 'a.md': '# Same\n\na', 'b.md': '# same\n\nb' });
    expect(articles).toHaveLength(2);
    expect(notices[0]!.text).toMatch(/title of .*a\.md/);
  });
});

describe('the handbook’s articles', () => {
  const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 15_000, interval: 20 });
  const best = ({ knowledge }: Pick<Handbook, 'knowledge'>, query: string) =>
    findPassages(knowledge, query, { at: 0 })[0]?.passage.text;

  it('are none in the one that is shipped', async () => {
    expect((await loadHandbook()).knowledge.shelves).toEqual([]);
  });

  it('are found by what customers ask', async () => {
    const dir = await folder({ 'articles/billing/refunds.md': REFUNDS });
    expect(best(await loadHandbook(dir), 'where is my money?')).toBe('Within five days.');
  });

  it('with a fault stop the start, together with every other fault', async () => {
    const dir = await folder({ 'articles/a.md': '---\ntitle: [a]\n---\n', 'policy.yaml': 'x: 1' });
    const error = await loadHandbook(dir).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(HandbookError);
    expect((error as HandbookError).message).toMatch(/2 faults/);
    expect((error as HandbookError).message).toMatch(/articles.a\.md:2/);
  });

  it('are in force without a restart when they change, and one left out is warned of', async () => {
    const dir = await folder({ 'articles/a.md': 'The till opens with a blue key.' });
    const warned: object[] = [];
    const log = { info: () => {}, error: () => {}, warn: (facts: object) => warned.push(facts) };
    const book = await openHandbook(dir, [], log);
    onTestFinished(() => book[Symbol.asyncDispose]());
    expect(best(book.handbook, 'till key')).toBe('The till opens with a blue key.');
    await writeFile(join(dir, 'articles/a.md'), 'The till opens with a red key.');
    await writeFile(join(dir, 'articles/empty.md'), '');
    await soon(() =>
      expect(best(book.handbook, 'till key')).toBe('The till opens with a red key.'),
    );
    await soon(() => expect(warned).toEqual([{ file: join(dir, 'articles/empty.md') }]));
  });
});

it('five thousand passages are made ready while others get their turn', async () => {
  const text = (i: number) => `## Part ${i}\n\nThe part number ${i} of article ${i * 7}.\n\n`;
  const sections = Array.from({ length: 50 }, (_, i) => text(i)).join('');
  const files = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => [`articles/a${i}.md`, sections]),
  );
  const dir = await folder(files);
  let turns = 0;
  const turning = setInterval(() => turns++, 1);
  const { knowledge } = await loadHandbook(dir);
  clearInterval(turning);
  expect(knowledge.shelves[0]?.placed).toHaveLength(5_000);
  expect(turns).toBeGreaterThan(10);
});
