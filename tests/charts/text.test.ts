import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cut, widthOf } from '../../src/charts/text.ts';

describe('a text in a picture', () => {
  it.each([
    ['Rückfragen', 'Rückfragen'],
    ['two\nlines\u0000', 'two lines'],
    ['on \u{1F525} fire', 'on fire'],
    ['half \ud83d of one', 'half of one'],
    ['\u202Eturned', 'turned'],
    ['5 © #1 *', '5 © #1 *'],
  ])('%j is shown as "%s"', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('is whole where it fits and otherwise ends in …, within its room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 20, max: 300 }),
        (text, room) => {
          const kept = cut(text, 15, room);
          expect(widthOf(kept, 15)).toBeLessThanOrEqual(room);
          if (kept !== text) expect(kept.endsWith('…')).toBe(true);
        },
      ),
    );
  });

  it('that somebody made very long takes no time', () => {
    expect(clean('ab '.repeat(13_000)).length).toBeLessThanOrEqual(200);
  });
});
