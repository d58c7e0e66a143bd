import type { Chart } from '../../support/report/sheet.ts';
import { sparkline } from '../../support/report/sparkline.ts';
import { type ChartElement, type Element, type Facts, hint } from '../elements.ts';
import { escaped, within } from '../plain.ts';

/** Labels of which each has a line of its own where Teams draws no chart; of more there is a row of bars. */
const MOST_LINES = 14;
/** Bars of one row of text. */
const MOST_BARS = 100;
/** Points of a chart, all series together: what is more is told in words alone. */
const MOST_POINTS = 200;
/** Characters of a title or name. */
const LONGEST_NAME = 80;

/** A chart that Teams draws, its numbers where a Teams does not, and what it says for those who do not see it. */
export function chartElements(chart: Chart): Element[] {
  const { labels, series, alt } = chart;
  const drawn = labels.length * series.length <= MOST_POINTS ? drawing(chart) : factsOf(chart);
  const empty = labels.length === 0 || series.length === 0;
  return [...(empty ? [] : [drawn]), ...hint(escaped(within(alt, 1_000)))];
}

/** Of what was not counted there is no point. */
function drawing(chart: Chart): ChartElement {
  const { kind, title, unit, labels, series } = chart;
  return {
    type: kind === 'line' ? 'Chart.Line' : 'Chart.VerticalBar.Grouped',
    title: within(title, LONGEST_NAME),
    yAxisTitle: within(unit, LONGEST_NAME),
    ...(kind === 'stack' ? { stacked: true } : {}),
    data: series.map(({ name, values }) => ({
      legend: within(name, LONGEST_NAME),
      values: labels.flatMap((x, i) => {
        const y = values[i];
        return y === undefined ? [] : [{ x, y }];
      }),
    })),
    fallback: factsOf(chart),
  };
}

/** A line for each label: "Mon: opened 12 · resolved 9". Where there are many, a row of bars for each series, from zero up. */
function factsOf({ unit, labels, series }: Chart): Facts {
  if (labels.length <= MOST_LINES) {
    const facts = labels.map((label, i) => ({
      title: escaped(within(label, LONGEST_NAME)),
      value: series
        .map(({ name, values }) => `${escaped(within(name, LONGEST_NAME))} ${values[i] ?? '–'}`)
        .join(' · '),
    }));
    return { type: 'FactSet', facts };
  }
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const bars = series.map(({ name, values }) => ({
    title: escaped(within(name, LONGEST_NAME)),
    value: sparkline(values.slice(0, MOST_BARS), most),
  }));
  const ends = `${labels[0]} to ${labels.at(-1)}, up to ${most} ${unit}`;
  return { type: 'FactSet', facts: [...bars, { title: 'from', value: escaped(ends) }] };
}
