import type { Chart } from '../support/report/sheet.ts';
import { axisBelow, spaceOfGrid, upGrid } from './axes.ts';
import { BOLD, type Layer, LETTERS, type Plot, widthBetween, write } from './frame.ts';
import { type Colours, colourOf } from './looks.ts';
import { gridOf, short } from './numbers.ts';
import { cut, widthOf } from './text.ts';

type Mark = Extract<Layer, { mark: unknown }>['mark'];

const HEIGHT = 250;
/** The least distance between the names at the lines' ends. */
const APART = 19;

interface Point {
  readonly at: number;
  readonly value: number;
  readonly color: string;
  /** Points of one run are joined: where a value is missing another run begins. */
  readonly run: string;
}

/** Lines over time, each named where it ends, with gaps where nothing is known. */
export function plotLines({ labels, series }: Chart, colours: Colours): Plot {
  const points = series.map(({ name, values }, i) =>
    joined(values, colourOf(colours, name, i).mark, i),
  );
  const all = points.flat();
  const values = all.map((point) => point.value);
  const grid = gridOf(Math.max(...values), values.every(Number.isInteger));
  const isOne = series.length === 1;
  const ends = series.flatMap(({ name }, i) => {
    const last = points[i]!.at(-1);
    if (!last) return [];
    const text = `${isOne ? '' : `${cut(name, LETTERS, 130)} `}${short(last.value)}`;
    return [{ last, text, color: colourOf(colours, name, i).name }];
  });
  const space = {
    left: spaceOfGrid(grid),
    right: 16 + Math.max(...ends.map(({ text }) => widthOf(text, LETTERS) * BOLD)),
    bottom: 30,
  };
  const width = widthBetween(space);
  const places = keptApart(ends.map(({ last }) => HEIGHT * (1 - last.value / grid.at(-1)!)));
  const names = ends.map(({ last, text, color }, i) => {
    // A line by itself may end before the plot does, with its number beside it.
    const end = isOne ? placeOf(last.at, labels.length) * width : width;
    return { x: end + 12, y: places[i]!, text, color };
  });
  const shape = (of: readonly Point[], mark: Mark) => draw(of, labels.length, grid, mark);
  return {
    height: HEIGHT,
    space,
    key: [],
    layers: [
      // Under gaps a ground in stripes would be louder than the line.
      ...(isOne && all.length === labels.length
        ? [shape(all, { type: 'area', opacity: 0.1 })]
        : []),
      ...axisBelow(labels, { space, height: HEIGHT, band: false }, colours),
      shape(all, { type: 'line', strokeWidth: 2.5, strokeJoin: 'round', strokeCap: 'round' }),
      shape([...alone(all), ...ends.map(({ last }) => last)], {
        type: 'circle',
        size: 56,
        opacity: 1,
      }),
      write(names, { bold: true }),
    ],
  };
}

/** How far along the plot the label at this place is, from 0 to 1. */
function placeOf(at: number, count: number): number {
  return count === 1 ? 0.5 : at / (count - 1);
}

function joined(values: readonly (number | undefined)[], color: string, line: number): Point[] {
  let run = 0;
  return values.flatMap((value, at) => {
    if (value !== undefined) return [{ at, value, color, run: `${line} ${run}` }];
    run++;
    return [];
  });
}

/** Points that no line reaches. */
function alone(points: readonly Point[]): Point[] {
  return points.filter(({ run }, i) => points[i - 1]?.run !== run && points[i + 1]?.run !== run);
}

function draw(points: readonly Point[], count: number, grid: readonly number[], mark: Mark): Layer {
  const domain = count > 1 ? [0, count - 1] : [-1, 1];
  return {
    data: { values: points as Point[] },
    mark,
    encoding: {
      x: { field: 'at', type: 'quantitative', scale: { domain, nice: false }, axis: null },
      y: { field: 'value', stack: null, ...upGrid(grid) },
      detail: { field: 'run' },
      color: { field: 'color', type: 'nominal', scale: null },
    },
  };
}

/** The same heights, moved as little as it takes for none to touch the next or leave the plot. */
function keptApart(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
  const places = [...heights];
  let least = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    places[i] = Math.max(places[i]!, least);
    least = places[i]! + APART;
  }
  let most = HEIGHT;
  for (const i of order.toReversed()) {
    places[i] = Math.min(places[i]!, most);
    most = places[i]! - APART;
  }
  return places;
}
