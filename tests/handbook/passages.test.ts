import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPassages } from '../../src/handbook/passages.ts';

const passages = (markdown: string) =>
  cutPassages(markdown, 'guide').passages.map(({ id, headings, text }) => [id, headings, text]);

describe('an article is cut at its headings', () => {
  it('each passage has its place, the headings above it, and a link', () => {
    const markdown = `# The guide

Welcome.

## Paying

By card.

### How long it *takes*!

Five days.

## Returning

Within a month.
`;
    expect(cutPassages(markdown, 'guide').title).toBe('The guide');
    expect(passages(markdown)).toEqual([
      ['guide', [], 'Welcome.'],
      ['guide#paying', ['Paying'], 'By card.'],
      ['guide#how-long-it-takes', ['Paying', 'How long it takes!'], 'Five days.'],
      ['guide#returning', ['Returning'], 'Within a month.'],
    ]);
  });

  it('headings that are alike have links of their own', () => {
    const markdown = '## Cost\n\na\n\n## Cost\n\nb\n\n## Cost 1\n\nc\n\n## 費用\n\nd\n\n## !?\n\ne';
    expect(cutPassages(markdown, 'g').passages.map(({ id }) => id)).toEqual([
      'g#cost',
      'g#cost-1',
      'g#cost-1-1',
      'g#費用',
      'g#section',
    ]);
  });

  it('tables, code and links stay as they were written, and what looks like a heading in code is none', () => {
    const table = '| plan | price |\n|---|---|\n| small | 4 € |';
    const code = '```sh\n# restart\nnpm start\n```';
    const link = 'See [the page](https://example.com/a_b?c=d).';
    expect(passages([table, code, link].join('\n\n'))).toEqual([
      ['guide', [], [table, code, link].join('\n\n')],
    ]);
  });

  it('comments for the team’s own eyes are left out', () => {
    expect(passages('<!-- do not tell -->\n\nHello.\n\n<!--\nnor\nthis\n-->')).toEqual([
      ['guide', [], 'Hello.'],
    ]);
    expect(passages('<!-- nothing yet -->')).toEqual([]);
  });

  it('a long section becomes several passages, parted between paragraphs', () => {
    const paragraph = 'word '.repeat(200).trim();
    const ids = passages(`## Long\n\n${[paragraph, paragraph, paragraph].join('\n\n')}`);
    expect(ids.map(([id]) => id)).toEqual(['guide#long', 'guide#long:2', 'guide#long:3']);
  });

  it('whatever is written, ids are unique and no passage is empty', () => {
    const piece = fc.constantFrom(
      '#',
      '# a',
      '## a',
      '\n',
      '\n\n',
      '```',
      '- ',
      '|',
      '>',
      '<!--',
      'x',
    );
    const markdown = fc.oneof(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.array(piece).map((pieces) => pieces.join('\n')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(markdown, (text) => {
        const cut = cutPassages(text, 'guide').passages;
        expect(new Set(cut.map(({ id }) => id)).size).toBe(cut.length);
        for (const one of cut) expect(one.text).not.toBe('');
      }),
    );
  });
});
