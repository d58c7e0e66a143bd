import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../support/report/sheet.ts';
import type { Colours } from './looks.ts';
import { cut, widthOf } from './text.ts';

export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** The width of every picture, in pixels of an SVG. */
export const WIDTH = 720;
const MARGIN = 24;
/** The size of letters. They must be legible in a message that shows the picture at two thirds. */
export const LETTERS = 15;
const TITLE = 21;
/** How much wider bold letters are. */
export const BOLD = 1.05;
const FONT = 'Inter, "Noto Sans JP", system-ui, sans-serif';

/** A text at a place in pixels from the plot's upper left corner. */
export interface Words {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly color?: string;
}

interface Setting {
  readonly align?: 'left' | 'center' | 'right';
  readonly size?: number;
  readonly bold?: boolean;
}

/** What is under a chart's head. Its space: pixels beside the plot, and above what it needs below its head. */
export interface Plot {
  readonly height: number;
  readonly space: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly layers: readonly Layer[];
  /** Names that the head explains by a spot of their colour. */
  readonly key: readonly { readonly text: string; readonly color: string }[];
}

/** How wide a plot is between such spaces. */
export function widthBetween({ left, right }: { left: number; right: number }): number {
  return WIDTH - 2 * MARGIN - left - right;
}

/** The whole picture: title, what is counted, the key, the plot. All text that people wrote is data and never code. */
export function frame(chart: Chart, colours: Colours, plot: Plot): TopLevelSpec {
  const { space, height, layers } = plot;
  const left = -space.left;
  const key = layKey(plot.key, left);
  const top = MARGIN + TITLE + LETTERS + 32 + key.height;
  const title = cut(chart.title, TITLE * BOLD, WIDTH - 2 * MARGIN);
  const unit = cut(chart.unit, LETTERS, WIDTH - 2 * MARGIN);
  const first = MARGIN + TITLE / 2 - top;
  return {
    width: widthBetween(space),
    height,
    padding: {
      left: MARGIN + space.left,
      right: MARGIN + space.right,
      top,
      bottom: MARGIN + space.bottom,
    },
    autosize: 'none',
    background: colours.ground,
    data: { values: [] },
    layer: [
      ...layers,
      write([{ x: left, y: first, text: title, color: colours.ink }], { size: TITLE, bold: true }),
      write([{ x: left, y: first + TITLE + 7, text: unit, color: colours.soft }]),
      ...key.layers(first + TITLE + LETTERS + 19, colours),
    ],
    config: {
      font: FONT,
      aria: false,
      customFormatTypes: true,
      view: { stroke: null },
      text: { fontSize: LETTERS, fill: colours.soft },
      axis: {
        domain: false,
        ticks: false,
        gridColor: colours.grid,
        labelColor: colours.soft,
        labelFontSize: LETTERS,
        labelPadding: 8,
        title: null,
      },
    },
  };
}

/** Texts at their places, in the middle of their line. */
export function write(words: readonly Words[], setting: Setting = {}): Layer {
  const { align = 'left', size = LETTERS, bold = false } = setting;
  return {
    data: { values: words as Words[] },
    mark: {
      type: 'text',
      align,
      baseline: 'middle',
      fontSize: size,
      fontWeight: bold ? 600 : 400,
    },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: null },
      y: { field: 'y', type: 'quantitative', scale: null },
      text: { field: 'text' },
      color: { field: 'color', type: 'nominal', scale: null },
    },
  };
}

/** Places the names of a key beside each other, on as many lines as they need. */
function layKey(key: Plot['key'], left: number) {
  const spots: Words[] = [];
  let x = 0;
  let line = 0;
  for (const { text, color } of key) {
    const name = cut(text, LETTERS, 200);
    const room = 18 + widthOf(name, LETTERS) + 22;
    if (x > 0 && x + room - 22 > WIDTH - 2 * MARGIN) {
      x = 0;
      line++;
    }
    spots.push({ x: left + x, y: line * 24, text: name, color });
    x += room;
  }
  const layers = (y: number, colours: Colours): Layer[] => [
    {
      data: { values: spots.map((one) => ({ ...one, x: one.x + 6, y: one.y + y })) },
      mark: { type: 'square', size: 144, opacity: 1 },
      encoding: {
        x: { field: 'x', type: 'quantitative', scale: null },
        y: { field: 'y', type: 'quantitative', scale: null },
        color: { field: 'color', type: 'nominal', scale: null },
      },
    },
    write(spots.map((one) => ({ ...one, x: one.x + 18, y: one.y + y, color: colours.ink }))),
  ];
  return {
    height: spots.length > 0 ? (line + 1) * 24 + 6 : 0,
    layers: spots.length > 0 ? layers : () => [],
  };
}
