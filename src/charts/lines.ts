import type { Chart } from '../support/report/sheet.ts';
import { axisBelow, gridBehind, spaceOfGrid } from './axes.ts';
import { type Layer, LETTERS, type Plot, widthBetween, write } from './frame.ts';
import { type Colours, colourOf } from './looks.ts';
import { gridOf, short } from './numbers.ts';
import { cut, widthOf } from './text.ts';

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
export function plotLines(chart: Chart, colours: Colours): Plot {
  const lines = chart.series.map((series, i) => {
    const color = colourOf(colours, series.name, i);
    return { name: series.name, color, points: joined(series.values, color, i) };
  });
  const points = lines.flatMap((line) => line.points);
  const values = points.map((point) => point.value);
  const grid = gridOf(Math.max(...values), values.every(Number.isInteger));
  const ends = lines.flatMap(({ name, color, points: own }) => {
    const last = own.at(-1);
    if (!last) return [];
    const number = short(last.value);
    const text = lines.length === 1 ? number : `${cut(name, LETTERS, 130)} ${number}`;
    return [{ last, text, color, y: HEIGHT * (1 - last.value / grid.at(-1)!) }];
  });
  const space = {
    left: spaceOfGrid(grid),
    right: 16 + Math.max(...ends.map((end) => widthOf(end.text, LETTERS) * 1.05)),
    bottom: 30,
  };
  const width = widthBetween(space);
  const places = keptApart(ends.map((end) => end.y));
  return {
    height: HEIGHT,
    space,
    key: [],
    layers: [
      gridBehind(grid, 'y'),
      ...axisBelow(chart.labels, { width, height: HEIGHT, band: false }, colours),
      ...(lines.length === 1 ? [draw(points, chart.labels.length, { type: 'area', opacity: 0.1 })] : []),
      draw(points, chart.labels.length, { type: 'line', strokeWidth: 2.5, strokeJoin: 'round', strokeCap: 'round' }),
      draw([...alone(points), ...ends.map((end) => end.last)], chart.labels.length, {
        type: 'circle',
        size: 56,
        opacity: 1,
      }),
      write(
        ends.map(({ text, color }, i) => ({ x: width + 12, y: places[i]!, text, color })),
        { bold: true },
      ),
    ],
  };
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

function draw(points: readonly Point[], count: number, mark: Extract<Layer, { mark: unknown }>['mark']): Layer {
  return {
    data: { values: points as Point[] },
    mark,
    encoding: {
      x: { field: 'at', type: 'quantitative', scale: { domain: count > 1 ? [0, count - 1] : [-1, 1], nice: false }, axis: null },
      y: { field: 'value', type: 'quantitative' },
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
  for (const i of order) least = (places[i] = Math.max(places[i]!, least)) + APART;
  let most = HEIGHT;
  for (const i of order.toReversed()) most = (places[i] = Math.min(places[i]!, most)) - APART;
  return places;
}
