import type { Chart } from '../../support/report/sheet.ts';
import { sparkline } from '../../support/report/sparkline.ts';
import { type ChartElement, type Element, type Facts, hint } from '../elements.ts';
import { escaped, oneLine, shown, within } from '../plain.ts';

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
    title: name(title),
    yAxisTitle: name(unit),
    ...(kind === 'stack' ? { stacked: true } : {}),
    data: series.map((one) => ({
      legend: name(one.name),
      values: labels.flatMap((label, i) => {
        const y = one.values[i];
        return y === undefined ? [] : [{ x: name(label), y }];
      }),
    })),
    fallback: factsOf(chart),
  };
}

/** A line for each label: "Mon: opened 12 · resolved 9". Where there are many, a row of bars for each series, from zero up. */
function factsOf({ unit, labels, series }: Chart): Facts {
  if (labels.length <= MOST_LINES) {
    const facts = labels.map((label, i) => ({
      title: escaped(name(label)),
      value: series.map((one) => `${escaped(name(one.name))} ${one.values[i] ?? '–'}`).join(' · '),
    }));
    return { type: 'FactSet', facts };
  }
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const bars = series.map((one) => ({
    title: escaped(name(one.name)),
    value: sparkline(one.values.slice(0, MOST_BARS), most),
  }));
  const ends = `${name(labels[0] ?? '')} to ${name(labels.at(-1) ?? '')}, up to ${most} ${name(unit)}`;
  return { type: 'FactSet', facts: [...bars, { title: 'from', value: escaped(ends) }] };
}

function name(words: string): string {
  return shown(within(oneLine(words), LONGEST_NAME)) || '–';
}
