import { type Layer, LETTERS, type Plot, widthBetween, write } from './frame.ts';
import { pickLabels } from './labels.ts';
import type { Colours } from './looks.ts';
import { short } from './numbers.ts';
import { cut, widthOf } from './text.ts';

/** Pixels that the numbers of a grid take beside the plot. */
export function spaceOfGrid(grid: readonly number[]): number {
  return 8 + Math.max(...grid.map((value) => widthOf(short(value), LETTERS)));
}

/** A scale and its quiet lines behind the marks, from zero to the last of the grid, with their numbers. */
export function upGrid(grid: readonly number[]) {
  return {
    type: 'quantitative' as const,
    scale: { domain: [0, grid.at(-1)!], nice: false },
    axis: { values: [...grid], grid: true, formatType: 'short' },
  };
}

/** A scale from zero to this value, without lines: the marks tell their numbers themselves. */
export function upTo(top: number) {
  return { type: 'quantitative' as const, scale: { domain: [0, top], nice: false }, axis: null };
}

/** The base line and as many labels under it as have room. `band`: each label stands for a band rather than a point. */
export function axisBelow(
  labels: readonly string[],
  { space, height, band }: Pick<Plot, 'space' | 'height'> & { band: boolean },
  colours: Colours,
): Layer[] {
  const width = widthBetween(space);
  const apart = width / Math.max(1, band ? labels.length : labels.length - 1);
  const placed = pickLabels(labels, LETTERS, apart).map(({ at, text }) => {
    const tick = band ? (at + 0.5) * apart : labels.length === 1 ? width / 2 : at * apart;
    const half = widthOf(text, LETTERS) / 2;
    // The first and the last stay within the picture's margins.
    const x = Math.min(Math.max(tick, half - space.left), width + space.right - half);
    return { tick, x, y: height + 22, text: cut(text, LETTERS, width), color: colours.soft };
  });
  const ticks = placed.map(({ tick }) => ({ x: tick, y: height, x2: tick, y2: height + 6 }));
  return [
    rule([{ x: 0, y: height, x2: width, y2: height }], colours.edge),
    rule(band ? [] : ticks, colours.edge),
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
