import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/cli/search.ts';
import { openTerminal, UsageError } from '../../src/cli/terminal.ts';
import { answersOf } from './answers.ts';

async function place(name: string, text: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'warmline-search-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await writeFile(join(dir, name), text);
  return dir;
}

const search = (articles: string, lines: readonly (object | string)[]) =>
  answersOf(run, lines, ['--articles', articles]);

const LINES = [
  { id: 'refunds', title: 'Refunds', text: 'Within five days.', questions: ['where is my money'] },
  { id: 7, text: 'Every invoice is in the archive.' },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

describe('warmline search', () => {
  it('finds articles of a file of lines, the best first', async () => {
    const file = join(await place('articles.jsonl', LINES), 'articles.jsonl');
    const { code, answers } = await search(file, [
      { id: 1, query: 'where is my money?' },
      { id: 'b', query: 'the invoice' },
      { id: 3, query: 'xyzzy' },
    ]);
    expect(code).toBe(0);
    expect(answers[0].id).toBe(1);
    expect(answers[0].results[0]).toMatchObject({ id: 'refunds', title: 'Refunds' });
    expect(answers[1].results[0]).toMatchObject({
      id: '7',
      title: 'Every invoice is in the archive.',
    });
    expect(answers[2]).toEqual({ id: 3, results: [] });
  });

  it('finds the heading in articles of a folder', async () => {
    const dir = await place('shipping.md', '# Shipping\n\n## Customs\n\nA duty is due.');
    const { answers } = await search(dir, [{ id: 1, query: 'customs duty' }]);
    expect(answers[0].results).toEqual([
      {
        id: 'shipping',
        title: 'Shipping',
        heading: 'Customs',
        score: expect.any(Number),
        evidence: expect.any(Number),
      },
    ]);
  });

  it('says what is wrong with a line, and goes on', async () => {
    const file = join(await place('articles.jsonl', LINES), 'articles.jsonl');
    const { code, answers } = await search(file, [{ id: 1 }, { id: 2, query: '' }]);
    expect(code).toBe(1);
    expect(answers).toEqual([
      { id: 1, error: expect.stringContaining('query') },
      { id: 2, results: [] },
    ]);
  });

  it.each([
    ['a.jsonl', '{"id":"a"}\n', /a\.jsonl:1 .*text/],
    ['a.jsonl', `${LINES}\n\nnot JSON`, /a\.jsonl:4 /],
    ['a.jsonl', `${LINES}\n{"id":"7","text":"again"}`, /a\.jsonl:3 .*"7" is there already/],
    ['a.jsonl', '\n', /no articles/],
    ['b.md', 'Text.', /a\.jsonl cannot be read \(ENOENT\)/],
  ])('does not begin where the articles in %s are %j', async (name, text, said) => {
    const dir = await place(name, text);
    await expect(search(join(dir, 'a.jsonl'), [])).rejects.toThrow(UsageError);
    await expect(search(join(dir, 'a.jsonl'), [])).rejects.toThrow(said);
  });

  it('says how it is called', async () => {
    const terminal = openTerminal(Readable.from([]), new PassThrough());
    await expect(run(['--folder', 'x'], terminal)).rejects.toThrow(/Usage: search/);
    await expect(run([], terminal)).rejects.toThrow(/no articles in the handbook/);
  });
});
