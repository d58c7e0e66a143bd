import type { Chart } from '../support/report/sheet.ts';
import { axisBelow, gridBehind, rule, spaceOfGrid } from './axes.ts';
import { type Layer, LETTERS, type Plot, type Words, widthBetween, write } from './frame.ts';
import { areInOrder } from './labels.ts';
import { type Colours, colourOf } from './looks.ts';
import { gridOf, short } from './numbers.ts';
import { cut, widthOf } from './text.ts';

/** Pixels of standing bars' plot, of a lying bar, and between lying bars. */
const HEIGHT = 250;
const THICKNESS = 22;
const BETWEEN = 12;
/** The most that names beside lying bars take of the picture. */
const NAMES = 230;

/** One bar, or one part of a stacked one. */
interface Bar {
  readonly at: number;
  /** Its place beside the others of its label, from 0. */
  readonly beside: number;
  readonly from: number;
  readonly to: number;
  readonly color: string;
  /** Nothing is stacked upon it, so that its end tells the sum. */
  readonly last: boolean;
}

/** Bars, stacked or beside each other: they stand where labels have an order or are short, and lie where they are long. */
export function plotBars(chart: Chart, colours: Colours): Plot {
  const stacked = chart.kind === 'stack';
  const colors = chart.series.map(({ name }, i) =>
    chart.series.length > 1 ? colourOf(colours, name, i) : undefined,
  );
  const bars = chart.labels.flatMap((label, at) => {
    let sum = 0;
    const known = chart.series.flatMap(({ values }, beside) => {
      const value = values[at];
      if (value === undefined) return [];
      const from = stacked ? sum : 0;
      sum = from + value;
      // A single series has one colour, but for what stands for all the rest.
      const color = colors[beside] ?? colourOf(colours, label, 0);
      return [{ at, beside: stacked ? 0 : beside, from, to: sum, color }];
    });
    return known.map((bar, i) => ({ ...bar, last: !stacked || i === known.length - 1 }));
  });
  const room = widthBetween({ left: 0, right: 0 }) / chart.labels.length - 10;
  const stands =
    areInOrder(chart.labels) || chart.labels.every((label) => widthOf(label, LETTERS) <= room);
  const key = chart.series.map(({ name }, i) => ({ text: name, color: colors[i]! }));
  const plot = stands ? standing(chart, bars, colours) : lying(chart, bars, colours);
  return { ...plot, key: chart.series.length > 1 ? key : [] };
}

/** With numbers upon them where those have room, otherwise with a grid. */
function standing(chart: Chart, bars: readonly Bar[], colours: Colours): Omit<Plot, 'key'> {
  const ends = bars.filter((bar) => bar.last);
  const values = ends.map((bar) => bar.to);
  const greatest = Math.max(...values);
  const abreast = chart.kind === 'stack' ? 1 : chart.series.length;
  const told = (width: number) =>
    values.every(
      (value) => widthOf(short(value), LETTERS) + 6 <= width / chart.labels.length / abreast,
    );
  const grid = told(widthBetween({ left: 0, right: 0 }))
    ? undefined
    : gridOf(greatest, values.every(Number.isInteger));
  const space = { left: grid ? spaceOfGrid(grid) : 0, right: 0, bottom: 30 };
  const width = widthBetween(space);
  const top = grid?.at(-1) ?? (greatest || 1) * 1.08;
  const band = width / chart.labels.length;
  const numbers = ends.map((bar) => ({
    x: band * (bar.at + 0.5) + (bar.beside - (abreast - 1) / 2) * ((band * (1 - GAP)) / abreast),
    y: HEIGHT * (1 - bar.to / top) - 12,
    text: short(bar.to),
    color: colours.ink,
  }));
  return {
    height: HEIGHT,
    space,
    layers: [
      ...(grid ? [gridBehind(grid, 'y')] : []),
      draw(bars, chart, top, 'x', colours),
      ...(grid ? [] : [write(numbers, { align: 'center' })]),
      ...axisBelow(chart.labels, { width, height: HEIGHT, band: true }, colours),
    ],
  };
}

/** With their names to the left and their numbers at their ends. */
function lying(chart: Chart, bars: readonly Bar[], colours: Colours): Omit<Plot, 'key'> {
  const abreast = chart.kind === 'stack' ? 1 : chart.series.length;
  const ends = bars.filter((bar) => bar.last);
  const names = chart.labels.map((label) => cut(label, LETTERS, NAMES));
  const space = {
    left: 14 + Math.max(...names.map((name) => widthOf(name, LETTERS))),
    right: 10 + Math.max(...ends.map((bar) => widthOf(short(bar.to), LETTERS))),
    bottom: 0,
  };
  const width = widthBetween(space);
  const step = THICKNESS * abreast + BETWEEN;
  const height = step * chart.labels.length;
  const top = Math.max(...ends.map((bar) => bar.to)) || 1;
  const numbers: Words[] = ends.map((bar) => ({
    x: (width * bar.to) / top + 8,
    y: step * bar.at + BETWEEN / 2 + THICKNESS * (bar.beside + 0.5),
    text: short(bar.to),
    color: colours.ink,
  }));
  return {
    height,
    space,
    layers: [
      draw(bars, chart, top, 'y', colours),
      rule([{ x: 0, y: 0, x2: 0, y2: height }], colours.edge),
      write(
        names.map((text, at) => ({
          x: -space.left,
          y: step * (at + 0.5),
          text,
          color: colours.ink,
        })),
      ),
      write(numbers),
    ],
  };
}

/** How much of each label's band stays free beside standing bars. */
const GAP = 0.28;

/** @param along the direction in which labels follow each other */
function draw(
  bars: readonly Bar[],
  chart: Chart,
  top: number,
  along: 'x' | 'y',
  colours: Colours,
): Layer {
  const across = along === 'x' ? 'y' : 'x';
  const abreast = chart.kind === 'stack' ? 1 : chart.series.length;
  const gap = along === 'x' ? GAP : BETWEEN / (THICKNESS * abreast + BETWEEN);
  return {
    data: { values: bars as Bar[] },
    mark: {
      type: 'bar',
      orient: along === 'x' ? 'vertical' : 'horizontal',
      ...(bars.some((bar) => bar.from > 0) && { stroke: colours.ground, strokeWidth: 1 }),
    },
    encoding: {
      [along]: {
        field: 'at',
        type: 'ordinal',
        scale: {
          domain: chart.labels.map((_, at) => at),
          paddingInner: gap,
          paddingOuter: gap / 2,
        },
        axis: null,
      },
      ...(abreast > 1 && {
        [`${along}Offset`]: {
          field: 'beside',
          type: 'ordinal',
          scale: { domain: chart.series.map((_, i) => i) },
        },
      }),
      [across]: {
        field: 'from',
        type: 'quantitative',
        scale: { domain: [0, top], nice: false },
        // A grid of its own draws the axis.
        axis: null,
      },
      [`${across}2`]: { field: 'to' },
      color: { field: 'color', type: 'nominal', scale: null },
    },
  };
}
