import { openCharts } from '../src/charts/charts.ts';
import type { Chart } from '../src/support/report/sheet.ts';
import { median, spread } from './statistics.ts';
import { printTable } from './table.ts';

/** Milliseconds for a PNG by a worker that has drawn before. */
const GOAL = 250;

const DAYS = Array.from({ length: 92 }, (_, i) =>
  new Date(Date.UTC(2026, 7, 1 + i)).toISOString().slice(0, 10),
);

const CHARTS: readonly Chart[] = [
  chartOf('line', 'Two lines over 92 days', DAYS, 2),
  chartOf('bar', 'Twelve bars', namesOf(12), 1),
  chartOf('stack', 'Four parts over 14 days', DAYS.slice(-14), 4),
];

/** How long a picture takes. Returns the goals that were missed, in words. */
export async function compareCharts(quick: boolean): Promise<string[]> {
  const charts = openCharts();
  const first = await took(() => charts.drawPng(CHARTS[0]!));
  const rounds = quick ? 5 : 20;
  const results: { title: string; svg: number[]; png: number[] }[] = [];
  for (const chart of CHARTS) {
    const svg: number[] = [];
    const png: number[] = [];
    for (let i = -2; i < rounds; i++) {
      const times = [
        await took(() => charts.drawSvg(chart, 'dark')),
        await took(() => charts.drawPng(chart)),
      ] as const;
      // The first two of a kind warm it up.
      if (i < 0) continue;
      svg.push(times[0]);
      png.push(times[1]);
    }
    results.push({ title: chart.title, svg, png });
  }
  await charts[Symbol.asyncDispose]();
  printTable(
    `Pictures by a worker, ${rounds} each; the very first one took ${first.toFixed(0)} ms`,
    ['', 'SVG ms', 'PNG ms'],
    results.map(({ title, svg, png }) => [title, spread(svg, 0), spread(png, 0)]),
  );
  return results
    .filter(({ png }) => median(png) >= GOAL)
    .map(
      ({ title, png }) =>
        `charts: ${median(png).toFixed(0)} ms for "${title}", under ${GOAL} ms wanted.`,
    );
}

async function took(draw: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await draw();
  return performance.now() - began;
}

function chartOf(kind: Chart['kind'], title: string, labels: string[], series: number): Chart {
  const values = (from: number) => labels.map((_, i) => 40 + ((i * 37 + from * 11) % 29));
  return {
    kind,
    title,
    alt: title,
    unit: 'conversations',
    labels,
    series: Array.from({ length: series }, (_, i) => ({ name: `Part ${i}`, values: values(i) })),
  };
}

function namesOf(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `A category of some length ${i}`);
}
