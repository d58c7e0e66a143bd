import { type Layer, LETTERS, write } from './frame.ts';
import { inShortWords, strideOf } from './labels.ts';
import type { Colours } from './looks.ts';
import { short } from './numbers.ts';
import { cut, widthOf } from './text.ts';

/** Pixels that the numbers of a grid take beside the plot. */
export function spaceOfGrid(grid: readonly number[]): number {
  return 8 + Math.max(...grid.map((value) => widthOf(short(value), LETTERS)));
}

/** Quiet lines behind the marks, from zero to the last of the grid, with their numbers. */
export function gridBehind(grid: readonly number[], across: 'x' | 'y'): Layer {
  return {
    data: { values: [] },
    mark: { type: 'point' },
    encoding: {
      [across]: {
        type: 'quantitative',
        field: 'value',
        scale: { domain: [0, grid.at(-1)!], nice: false },
        axis: { values: [...grid], grid: true, formatType: 'short' },
      },
    },
  };
}

/** The base line and as many labels under it as have room. `band`: each label stands for a band rather than a point. */
export function axisBelow(
  labels: readonly string[],
  { width, height, band }: { width: number; height: number; band: boolean },
  colours: Colours,
): Layer[] {
  const apart = width / Math.max(1, band ? labels.length : labels.length - 1);
  const stride = strideOf(inShortWords(labels), LETTERS, apart);
  const shown = labels.flatMap((label, at) => (at % stride === 0 ? [{ label, at }] : []));
  const words = inShortWords(shown.map(({ label }) => label));
  const room = apart * stride - 6;
  const placed = shown.map(({ at }, i) => ({
    x: band ? (at + 0.5) * apart : labels.length === 1 ? width / 2 : at * apart,
    y: height + 22,
    text: cut(words[i]!, LETTERS, room),
    color: colours.soft,
  }));
  return [
    rule([{ x: 0, y: height, x2: width, y2: height }], colours.edge),
    ...(band ? [] : [rule(placed.map(({ x }) => ({ x, y: height, x2: x, y2: height + 6 })), colours.edge)]),
    write(placed, { align: 'center' }),
  ];
}

/** Thin lines at places in pixels. */
export function rule(
  values: { x: number; y: number; x2: number; y2: number }[],
  color: string,
): Layer {
  const at = (field: string) => ({ field, type: 'quantitative' as const, scale: null });
  return {
    data: { values },
    mark: { type: 'rule', color },
    encoding: { x: at('x'), y: at('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
  };
}
