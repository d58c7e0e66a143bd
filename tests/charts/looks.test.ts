import { describe, expect, it } from 'vitest';
import { COLOURS, type Look } from '../../src/charts/looks.ts';

type Triple = readonly [number, number, number];

/** How light comes to those who see no red, no green or no blue (Machado, Oliveira and Fernandes, 2009), and to all others. */
const VISIONS: Record<string, readonly [Triple, Triple, Triple]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red': [
    [0.1523, 1.0526, -0.2049],
    [0.1145, 0.7863, 0.0992],
    [-0.0039, -0.0481, 1.052],
  ],
  'no green': [
    [0.3673, 0.8606, -0.228],
    [0.2801, 0.6725, 0.0474],
    [-0.0118, 0.0429, 0.9689],
  ],
  'no blue': [
    [1.2555, -0.0767, -0.1788],
    [-0.0784, 0.9308, 0.1476],
    [0.0047, 0.6914, 0.3039],
  ],
};

const cases = (['light', 'dark'] as const).flatMap((look) =>
  Object.keys(VISIONS).map((vision) => [look, vision] as const),
);

describe('the colours of charts', () => {
  it.each(cases)('can all be told apart: %s, %s', (look, vision) => {
    const { series, rest } = COLOURS[look];
    const seen = [...series, rest].map(({ mark }) => oklab(through(VISIONS[vision]!, light(mark))));
    for (const [i, one] of seen.entries()) {
      for (const other of seen.slice(0, i))
        expect(Math.hypot(...one.map((x, k) => x - other[k]!))).toBeGreaterThan(0.09);
    }
  });

  it.each(['light', 'dark'] as const)('of names can be read: %s', (look: Look) => {
    const { ground, ink, soft, series, rest } = COLOURS[look];
    for (const color of [ink, soft, rest.name, ...series.map(({ name }) => name)]) {
      expect(contrast(color, ground)).toBeGreaterThan(4.5);
    }
  });
});

/** Linear red, green and blue, from 0 to 1. */
function light(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
}

function through(matrix: readonly Triple[], color: Triple): Triple {
  return matrix.map((row) =>
    Math.max(0, row[0] * color[0] + row[1] * color[1] + row[2] * color[2]),
  ) as unknown as Triple;
}

/** Where distances are about as people see them (Ottosson, 2020). */
function oklab([r, g, b]: Triple): Triple {
  const [l, m, s] = [
    Math.cbrt(0.4122 * r + 0.5363 * g + 0.0514 * b),
    Math.cbrt(0.2119 * r + 0.6807 * g + 0.1074 * b),
    Math.cbrt(0.0883 * r + 0.2817 * g + 0.63 * b),
  ] as const;
  return [
    0.2105 * l + 0.7936 * m - 0.0041 * s,
    1.978 * l - 2.4286 * m + 0.4506 * s,
    0.0259 * l + 0.7828 * m - 0.8087 * s,
  ];
}

/** As WCAG counts it. */
function contrast(one: string, other: string): number {
  const [dark, bright] = [one, other]
    .map((hex) => {
      const [r, g, b] = light(hex);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    })
    .sort((a, b) => a - b) as [number, number];
  return bright / dark;
}
