import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sparkline } from '../../../src/support/report/sparkline.ts';

describe('a line of blocks', () => {
  it.each([
    [[0, 1, 2, 3, 4, 5, 6, 7], '▁▂▃▄▅▆▇█'],
    [[3, undefined, 6], '▅ █'],
    [[0, 0], '▁▁'],
    [[undefined, undefined], '  '],
    [[], ''],
  ])('shows %j as "%s"', (values, line) => {
    expect(sparkline(values)).toBe(line);
  });

  it('is as long as there are values, and highest where they are', () => {
    const values = fc.array(fc.option(fc.nat(), { nil: undefined }), { minLength: 1 });
    fc.assert(
      fc.property(values, (all) => {
        const line = sparkline(all);
        expect(line).toHaveLength(all.length);
        const greatest = Math.max(...all.map((value) => value ?? 0));
        if (greatest > 0) expect(line[all.indexOf(greatest)]).toBe('█');
      }),
    );
  });
});
