import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf, short } from '../../src/charts/numbers.ts';

describe('numbers in a chart', () => {
  it.each([
    [0, '0'],
    [0.123, '0.12'],
    [4.56, '4.6'],
    [86, '86'],
    [1_440, '1,440'],
    [12_345, '12.3K'],
    [4_200_000, '4.2M'],
    [4_900_000_000, '4.9B'],
  ])('%d is %s', (value, text) => {
    expect(short(value)).toBe(text);
  });

  it('stand on a grid from zero to no less than the greatest, in even steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (greatest) => {
        const grid = gridOf(greatest, false);
        expect(grid[0]).toBe(0);
        expect(grid.at(-1)! * (1 + 1e-8)).toBeGreaterThanOrEqual(greatest);
        expect(grid.at(-2)!).toBeLessThan(greatest);
        expect(grid.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('stand on whole numbers where only those are counted', () => {
    expect(gridOf(2, true)).toEqual([0, 1, 2]);
    expect(gridOf(0, true)).toEqual([0, 1]);
  });
});
