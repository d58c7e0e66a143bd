import type { Spread } from './report.ts';

/**
 * Of durations in milliseconds: the median and the 90th percentile, exact, and the mean. In seconds. Changes the order of `values`,
 * which has one at least. Of an even number the lower middle one is the median.
 */
export function spreadOf(values: Float64Array): Spread {
  const rank = (share: number) => Math.max(0, Math.ceil(values.length * share) - 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const p90 = select(values, rank(0.9), values.length);
  // What is below the 90th percentile now stands before it.
  const median = select(values, rank(0.5), rank(0.9) + 1);
  return { median: median / 1000, p90: p90 / 1000, mean: sum / values.length / 1000 };
}

/** The `k`-th of the first `count` values, from 0, by Hoare's quickselect: linear in the mean, and nothing else is put in order. */
function select(values: Float64Array, k: number, count: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swapped;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
