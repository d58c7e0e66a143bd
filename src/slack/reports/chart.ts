import type { Block, ImageBlock, KnownBlock } from '@slack/types';
import type { Chart } from '../../support/report/sheet.ts';
import { sparkline } from '../../support/report/sparkline.ts';
import { contextIfAny, section } from '../blocks.ts';
import { escapeWithin, within } from '../mrkdwn.ts';

/** Limits of a chart that Slack draws, and how many of them one message takes. Source: Slack's data visualization reference. */
const LONGEST_TITLE = 50;
const LONGEST_LABEL = 20;
const MOST_LABELS = 20;
const MOST_SERIES = 6;
export const MOST_CHARTS = 2;

/** Bars of one row of text. */
const MOST_BARS = 100;
/** Characters. Source: Slack's Block Kit reference. */
const LONGEST_ALT = 2_000;

/** A chart as Slack draws it. Its SDK has no shape for it yet. */
export interface DataVisualizationBlock extends Block {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'line' | 'bar';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label: string };
  };
}

/** Whether Slack can draw it truly: it knows no gaps inside, no parts of a whole, and only so many labels. */
export function isChartForSlack(chart: Chart): boolean {
  const { kind, labels, series } = trimmed(chart);
  const names = series.map(({ name }) => name);
  return (
    kind !== 'stack' &&
    labels.length > 0 &&
    labels.length <= MOST_LABELS &&
    areShortAndApart(labels) &&
    series.length > 0 &&
    series.length <= MOST_SERIES &&
    areShortAndApart(names) &&
    series.every(({ values }) => values.length === labels.length && values.every(Number.isFinite))
  );
}

/** Without what nobody has a value for at its ends: a day that has hardly begun. */
function trimmed(chart: Chart): Chart {
  const { labels, series } = chart;
  const told = labels.map((_, i) => series.some(({ values }) => values[i] !== undefined));
  const [from, to] = [Math.max(0, told.indexOf(true)), told.lastIndexOf(true) + 1];
  return {
    ...chart,
    labels: labels.slice(from, to),
    series: series.map(({ name, values }) => ({ name, values: values.slice(from, to) })),
  };
}

function areShortAndApart(names: readonly string[]): boolean {
  const short = names.every((name) => name !== '' && name.length <= LONGEST_LABEL);
  return short && new Set(names).size === names.length;
}

/** A chart that Slack draws, and what it says for those who do not see it. */
export function nativeChart(chart: Chart): (KnownBlock | DataVisualizationBlock)[] {
  const { kind, title, unit, labels, series, alt } = trimmed(chart);
  const block: DataVisualizationBlock = {
    type: 'data_visualization',
    title: within(title, LONGEST_TITLE) || '–',
    chart: {
      type: kind === 'line' ? 'line' : 'bar',
      series: series.map(({ name, values }) => ({
        name,
        data: labels.map((label, i) => ({ label, value: values[i] ?? 0 })),
      })),
      axis_config: { categories: labels, y_label: within(unit, LONGEST_TITLE) },
    },
  };
  return [block, ...contextIfAny([escapeWithin(alt, LONGEST_ALT)])];
}

/** A chart as a picture that was uploaded. */
export function pictureOf({ title, alt }: Chart, file: string): KnownBlock[] {
  const image: ImageBlock = {
    type: 'image',
    slack_file: { id: file },
    alt_text: within(`${title}. ${alt}`, LONGEST_ALT),
    title: { type: 'plain_text', text: within(title, 150), emoji: false },
  };
  return [image, ...contextIfAny([escapeWithin(alt, LONGEST_ALT)])];
}

/** A chart where there is no picture: bars of text for each series, from zero up, and what they say. */
export function chartInWords({ title, alt, unit, labels, series }: Chart): KnownBlock[] {
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const lines = series
    .slice(0, MOST_SERIES)
    .map(
      ({ name, values }) =>
        `${sparkline(values.slice(0, MOST_BARS), most)}  ${escapeWithin(name, LONGEST_TITLE)}`,
    );
  const ends = `${labels[0] ?? ''} to ${labels.at(-1) ?? ''}, up to ${most} ${unit}`;
  const heading = `*${escapeWithin(title, LONGEST_TITLE)}*`;
  return [
    section([heading, ...lines, escapeWithin(ends, 3 * LONGEST_TITLE)].join('\n')),
    ...contextIfAny([escapeWithin(alt, LONGEST_ALT)]),
  ];
}
