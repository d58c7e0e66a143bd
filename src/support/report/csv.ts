import type { Behind } from './behind.ts';
import { MEASURES } from './measures.ts';
import type { Report, Result, Results } from './report.ts';

const COLUMNS = [
  ...['period_from', 'period_to', 'by', 'group', 'measure', 'unit', 'n', 'value'],
  ...['median', 'p90', 'mean', 'business_median', 'business_p90', 'business_mean'],
];

/**
 * A report for a spreadsheet (RFC 4180): a row for each measure, and for each of each group where it is broken down. Durations are
 * seconds.
 */
export function reportCsv({ question, results, groups = [] }: Report): string {
  const { period, by = '' } = question;
  const time = [period.from, period.to].map((at) => new Date(at).toISOString().slice(0, 19));
  const rows = [
    ...rowsOf(results).map((row) => [...time.map((one) => `${one}Z`), '', '', ...row]),
    ...groups.flatMap(({ key, results }) =>
      rowsOf(results).map((row) => [...time.map((one) => `${one}Z`), by, key, ...row]),
    ),
  ];
  return lines([COLUMNS, ...rows]);
}

/** The conversations behind a number for a spreadsheet: a row for each. */
export function behindCsv({ first }: Behind): string {
  const rows = first.map(({ conversation, at, seconds, part }) => [
    conversation,
    `${new Date(at).toISOString().slice(0, 19)}Z`,
    seconds,
    part,
  ]);
  return lines([['conversation', 'at', 'seconds', 'part'], ...rows]);
}

function lines(rows: readonly (readonly Value[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

type Value = string | number | undefined;

function rowsOf(results: Results): Value[][] {
  return MEASURES.flatMap((name) => {
    const result = results[name];
    return result ? [[name, result.unit, result.n, ...valuesOf(result)]] : [];
  });
}

function valuesOf(result: Result): Value[] {
  if (result.unit !== 'seconds') return [result.value, ...Array<undefined>(6)];
  const { median, p90, mean, business } = result;
  return [undefined, median, p90, mean, business?.median, business?.p90, business?.mean];
}

/**
 * A cell. What a spreadsheet would take for a formula gets an apostrophe in front, which it takes as "this is text" (OWASP, CSV
 * injection), full-width signs as well; numbers are none.
 */
function cell(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(Math.round(value * 1000) / 1000) : '';
  }
  const harmless = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
