import { median, quantile } from './statistics.ts';
import { printTable } from './table.ts';

/** What one run of a contestant took: milliseconds to load and for each piece of work, megabytes. */
export interface Taken {
  readonly loaded: number;
  readonly resident: number;
  readonly took: readonly number[];
}

/** Milliseconds for one piece of work in the median and of 99 in 100, and to load; megabytes. */
export interface Goals {
  readonly p50: number;
  readonly p99: number;
  readonly loaded: number;
  readonly resident: number;
}

/** Prints the contestants beside the first of them, and returns the goals that the last one, ours, missed, in words. */
export function compareRuns(
  taken: readonly { readonly label: string; readonly runs: readonly Taken[] }[],
  goals: Goals,
  words: { readonly title: string; readonly loaded: string; readonly name: string },
): string[] {
  const figures = taken.map(({ label, runs }) => ({
    label,
    p50: median(runs.map(({ took }) => median(took))),
    p99: median(runs.map(({ took }) => quantile(took, 0.99))),
    loaded: median(runs.map((one) => one.loaded)),
    resident: median(runs.map((one) => one.resident)),
  }));
  printTable(
    words.title,
    ['', 'ratio of p50', 'p50 ms', 'p99 ms', `${words.loaded} ms`, 'resident MB'],
    figures.map((one) => [
      one.label,
      (one.p50 / figures[0]!.p50).toFixed(2),
      one.p50.toFixed(3),
      one.p99.toFixed(3),
      one.loaded.toFixed(0),
      one.resident.toFixed(0),
    ]),
  );
  const ours = figures.at(-1)!;
  return (['p50', 'p99', 'loaded', 'resident'] as const).flatMap((what) =>
    ours[what] <= goals[what]
      ? []
      : [`${words.name}: ${what} ${ours[what].toFixed(3)}, ${goals[what]} wanted.`],
  );
}
