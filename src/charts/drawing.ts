import { fileURLToPath } from 'node:url';
import { expressionFunction, Error as ONLY_ERRORS, parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { Chart } from '../support/report/sheet.ts';
import { plotBars } from './bars.ts';
import { frame, type Plot, WIDTH, widthBetween, write } from './frame.ts';
import { plotLines } from './lines.ts';
import { COLOURS, type Colours, type Look } from './looks.ts';
import { short } from './numbers.ts';
import { clean } from './text.ts';

expressionFunction('short', short);

const FONTS = ['Inter-Regular', 'Inter-SemiBold', 'NotoSansJP-Regular'].map((name) =>
  fileURLToPath(new URL(`fonts/${name}.ttf`, import.meta.url)),
);

/** Characters that the shipped fonts may lack. */
const UNKNOWN =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}]/u;

/** A chart as SVG, 720 pixels wide. Whatever its texts hold is text in it. */
export async function drawSvg(chart: Chart, look: Look): Promise<string> {
  const colours = COLOURS[look];
  const tidied = tidy(chart);
  const spec = frame(tidied, colours, plotOf(tidied, colours));
  const view = new View(parse(compile(spec).spec), { renderer: 'none', logLevel: ONLY_ERRORS });
  try {
    const svg = await view.toSVG();
    const label = `role="img" aria-label="${inAttribute(tidied.alt)}"`;
    return svg.replace('<svg', (tag) => `${tag} ${label}`);
  } finally {
    view.finalize();
  }
}

/** A chart as PNG on a light ground, of twice as many pixels as the SVG. */
export async function drawPng(chart: Chart): Promise<Uint8Array> {
  const svg = await drawSvg(chart, 'light');
  const { Resvg } = await import('@resvg/resvg-js');
  return new Resvg(svg, {
    fitTo: { mode: 'width', value: 2 * WIDTH },
    font: {
      fontFiles: FONTS,
      defaultFontFamily: 'Inter',
      // Slow where a machine has many.
      loadSystemFonts: UNKNOWN.test(svg),
    },
  })
    .render()
    .asPng();
}

function plotOf(chart: Chart, colours: Colours): Plot {
  if (chart.series.every(({ values }) => values.every((value) => value === undefined)))
    return nothing(colours);
  return chart.kind === 'line' ? plotLines(chart, colours) : plotBars(chart, colours);
}

function nothing(colours: Colours): Plot {
  const space = { left: 0, right: 0, bottom: 0 };
  const words = { x: widthBetween(space) / 2, y: 40, text: 'Nothing to show for this time.' };
  return {
    height: 90,
    space,
    key: [],
    layers: [write([{ ...words, color: colours.soft }], { align: 'center' })],
  };
}

/** The chart with texts that a picture can show, and only numbers that a bar or line can reach. */
function tidy(chart: Chart): Chart {
  return {
    kind: chart.kind,
    title: clean(chart.title),
    alt: clean(chart.alt, 1_000),
    unit: clean(chart.unit),
    labels: chart.labels.map((label) => clean(label)),
    series: chart.series.map(({ name, values }) => ({
      name: clean(name),
      values: chart.labels.map((_, i) => {
        const value = values[i];
        return value !== undefined && value >= 0 && Number.isFinite(value) ? value : undefined;
      }),
    })),
  };
}

function inAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0)};`);
}
