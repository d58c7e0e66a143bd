import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../../src/support/report/spread.ts';

describe('a spread', () => {
  it('is what putting all in order would tell', () => {
    const durations = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.nat()), {
      minLength: 1,
    });
    fc.assert(
      fc.property(durations, (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const at = (share: number) => sorted[Math.ceil(values.length * share) - 1]! / 1000;
        const { median, p90, mean } = spreadOf(Float64Array.from(values));
        expect([median, p90]).toEqual([at(0.5), at(0.9)]);
        expect(mean).toBeCloseTo(values.reduce((sum, one) => sum + one, 0) / values.length / 1000);
      }),
    );
  });
});
