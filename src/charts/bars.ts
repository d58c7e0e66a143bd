import type { Chart } from '../support/report/sheet.ts';
import type { upGrid, upTo } from './axes.ts';
import type { Layer, Plot } from './frame.ts';
import { areInOrder } from './labels.ts';
import { type Colours, colourOf } from './looks.ts';
import { layBars } from './lying.ts';
import { standBars } from './standing.ts';

/** One bar, or one part of a stacked one. */
export interface Bar {
  readonly at: number;
  /** Its place among the bars of its label, from 0. */
  readonly beside: number;
  readonly from: number;
  readonly to: number;
  readonly color: string;
  /** Nothing is stacked upon it: its end tells the sum. */
  readonly last: boolean;
}

/** What standing and lying bars are drawn of. */
export interface Bars {
  readonly labels: readonly string[];
  readonly bars: readonly Bar[];
  /** How many bars a label has beside each other. */
  readonly abreast: number;
}

/** Bars, stacked or beside each other. They stand where labels follow each other in time, and lie where they are names. */
export function plotBars(chart: Chart, colours: Colours): Plot {
  const { labels, series } = chart;
  const stacked = chart.kind === 'stack';
  const bars = labels.flatMap((label, at) => {
    let sum = 0;
    const known = series.flatMap(({ name, values }, beside) => {
      const value = values[at];
      if (value === undefined) return [];
      const from = stacked ? sum : 0;
      sum = from + value;
      // A single series has one colour, but for the bar of all that is not shown.
      const { mark } =
        series.length > 1 ? colourOf(colours, name, beside) : colourOf(colours, label, 0);
      return [{ at, beside: stacked ? 0 : beside, from, to: sum, color: mark }];
    });
    return known.map((bar, i) => ({ ...bar, last: !stacked || i === known.length - 1 }));
  });
  const plot = areInOrder(labels) ? standBars : layBars;
  return {
    ...plot({ labels, bars, abreast: stacked ? 1 : series.length }, colours),
    key:
      series.length > 1
        ? series.map(({ name }, i) => ({ text: name, color: colourOf(colours, name, i).mark }))
        : [],
  };
}

/**
 * @param along the direction in which labels follow each other
 * @param gap how much of each label's band stays free
 * @param across the scale of the values
 */
export function drawBars(
  { labels, bars, abreast }: Bars,
  {
    along,
    gap,
    across,
  }: { along: 'x' | 'y'; gap: number; across: ReturnType<typeof upGrid | typeof upTo> },
  colours: Colours,
): Layer {
  const length = along === 'x' ? 'y' : 'x';
  const band = { paddingInner: gap, paddingOuter: gap / 2 };
  return {
    data: { values: bars as Bar[] },
    mark: {
      type: 'bar',
      orient: along === 'x' ? 'vertical' : 'horizontal',
      stroke: colours.ground,
      // Tells the parts of a stack from each other.
      strokeWidth: bars.some((bar) => bar.from > 0) ? 1 : 0,
    },
    encoding: {
      [along]: {
        field: 'at',
        type: 'ordinal',
        scale: { domain: labels.map((_, at) => at), ...band },
        axis: null,
      },
      ...(abreast > 1 && {
        [`${along}Offset`]: {
          field: 'beside',
          type: 'ordinal',
          scale: { domain: Array.from({ length: abreast }, (_, i) => i) },
        },
      }),
      [length]: { field: 'from', ...across },
      [`${length}2`]: { field: 'to' },
      color: { field: 'color', type: 'nominal', scale: null },
    },
  };
}
