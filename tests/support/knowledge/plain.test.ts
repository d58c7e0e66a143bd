import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/support/knowledge/plain.ts';

describe('an article’s words in a message', () => {
  it.each([
    [
      'a link stands behind its words',
      'See [the page](https://a.example/b).',
      'See the page (https://a.example/b).',
    ],
    [
      'a link that is its own words stands once',
      '[https://a.example](https://a.example)',
      'https://a.example',
    ],
    ['a bare link stays', '<https://a.example/x>', 'https://a.example/x'],
    [
      'a picture is what it shows',
      '![The menu](https://a.example/m.png) opens.',
      'The menu opens.',
    ],
    [
      'marks go',
      '## Menu\n\nPress **Save** and *then* go on.',
      'Menu\n\nPress Save and then go on.',
    ],
    [
      'lists stay',
      '1. Open it\n2. Close it\n\n- this\n- that',
      '1. Open it\n2. Close it\n\n- this\n- that',
    ],
    ['names of files and sums stay', 'my_file_name and 2 * 3 * 4', 'my_file_name and 2 * 3 * 4'],
    ['what was escaped is said', 'Write \\*all\\*', 'Write *all*'],
  ])('%s', (_, markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });

  it('take no longer the stranger they are', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('[', ']', '(', ')', '*', '_', '<', '!', 'a', ' '),
          maxLength: 4_000,
        }),
        (text) => {
          expect(typeof plainText(text)).toBe('string');
        },
      ),
      { numRuns: 50 },
    );
  });
});
