import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadVectors } from '../../../src/learnt/learnt.ts';
import { extractFeatures, type Features } from '../../../src/support/sorting/features.ts';
import { MOST_TELLING, NO_VECTORS, telling } from '../../../src/support/sorting/vectors.ts';
import { readWords, wordsOnly } from '../../../src/support/triage/words.ts';

const vectors = await loadVectors();
const read = (text: string) => extractFeatures(wordsOnly(readWords(text)), vectors);
const length = (values: Float32Array) => Math.hypot(...values);
const meant = (a: Features, b: Features) =>
  a.meaning.reduce((sum, value, i) => sum + value * b.meaning[i]!, 0);

describe('the features of a message', () => {
  it('are near for two ways to say one thing, and far for two things', () => {
    const [lost, gone, lunch] = ['I lost my card', 'my wallet was stolen', 'what is for lunch'].map(
      read,
    );
    expect(meant(lost!, gone!)).toBeGreaterThan(meant(lost!, lunch!) + 0.2);
  });

  it('see through endings and misspellings', () => {
    const shared = (a: string, b: string) => {
      const keys = new Set(read(a).keys);
      return read(b).keys.filter((key) => keys.has(key)).length;
    };
    expect(shared('subscription', 'subscribtion')).toBeGreaterThan(5);
    expect(shared('subscription', 'envelope')).toBe(0);
  });

  it('hold words and pairs, and pieces, of the length one each, whatever the message', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { keys, values, meaning } = read(text);
        expect(values.length).toBe(keys.length);
        expect(new Set(keys).size).toBe(keys.length);
        const squares = length(values) ** 2;
        expect(Math.min(Math.abs(squares), Math.abs(squares - 2))).toBeLessThan(1e-3);
        const long = length(meaning);
        expect(Math.min(Math.abs(long), Math.abs(long - 1))).toBeLessThan(1e-3);
      }),
    );
  });

  it('come without any vectors from the letters alone', () => {
    const { keys, meaning } = extractFeatures(['refund'], NO_VECTORS);
    expect(keys.length).toBeGreaterThan(8);
    expect(meaning.length).toBe(0);
  });

  it('weigh rare words more than common ones, and unknown ones the most', () => {
    const ranks = [0, 1, 10, 100, 1_000, 10_000, 100_000].map(telling);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(ranks[0]).toBeLessThan(2.5);
    expect(ranks.at(-1)!).toBeLessThan(MOST_TELLING);
  });
});
