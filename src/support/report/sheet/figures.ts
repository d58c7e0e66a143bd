import { sayWaiting } from '../../rounds/note.ts';
import { MEASURE, type MeasureName } from '../measures.ts';
import type { Report, Result } from '../report.ts';
import type { Figure, Part, Table } from '../sheet.ts';
import { changeOf } from './changes.ts';
import { businessOf, grouped, isTooFew, sayDuration, sayN, sayResult, TOO_FEW } from './numbers.ts';
import { FIGURES, TIMES } from './readings.ts';

/** What is told even where it is none. */
const ALWAYS: readonly MeasureName[] = ['waiting', 'volume'];

/** The figures of a report, group by group; groups in which nothing happened are left out. */
export function figuresOf(report: Report): Part[] {
  return FIGURES.map(({ title, measures }) => ({
    is: 'figures' as const,
    title,
    figures: measures.flatMap((measure) => figureOf(measure, report) ?? []),
  })).filter(({ figures }) => figures.length > 0);
}

function figureOf(measure: MeasureName, report: Report): Figure | undefined {
  if (measure === 'waiting') return waitingNow(report);
  const result = report.results[measure];
  if (!result || (result.n === 0 && !ALWAYS.includes(measure))) return undefined;
  const { title, better } = MEASURE[measure];
  return {
    name: title,
    value: sayBoth(result),
    ...changeOf(result, report.before[measure], better),
    n: sayN(result),
  };
}

/** A middle with its opening time, where that tells another story. */
function sayBoth(result: Result): string {
  const business = businessOf(result);
  const said = sayResult(result);
  return business ? `${said} (${sayDuration(business.median, 'business')} in opening hours)` : said;
}

function waitingNow({ at, waiting: { first, count } }: Report): Figure {
  const since = first[0]?.waitingSince;
  const longest = since === undefined ? '' : `, the longest ${sayDuration((at - since) / 1000)}`;
  const value = count === 0 ? 'nobody' : `${sayWaiting(count)}${longest}`;
  return { name: MEASURE.waiting.title, value, change: '', n: `n ${count}` };
}

/** The durations with their middles, nine of ten and means; a second row where opening time tells another story. */
export function timesOf({ results }: Report): Table | undefined {
  const rows = TIMES.flatMap((measure) => {
    const result = results[measure];
    if (result?.unit !== 'seconds' || result.n === 0) return [];
    const { title } = MEASURE[measure];
    // The column says of what it is.
    const n = grouped(result.n);
    if (isTooFew(result)) return [[title, TOO_FEW, '', '', n]];
    const business = businessOf(result);
    const cells = (['median', 'p90', 'mean'] as const).map((one) => sayDuration(result[one]));
    const open = (['median', 'p90', 'mean'] as const).map((one) =>
      sayDuration(business?.[one] ?? 0, 'business'),
    );
    const row = [title, ...cells, n];
    return business ? [row, ['… in opening hours', ...open, '']] : [row];
  });
  if (rows.length === 0) return undefined;
  const numbers = ['Median', '9 of 10 within', 'Mean', 'n'].map((title) => ({
    title,
    numbers: true,
  }));
  return {
    title: 'How long it took',
    columns: [{ title: '', numbers: false }, ...numbers],
    rows,
    more: 0,
  };
}
