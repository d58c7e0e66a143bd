import type { Spread } from './report.ts';

/** Fewer than so many values are put in order by insertion. */
const FEW = 12;
const MILLISECONDS = 1000;

/**
 * The spread of some milliseconds, in seconds. Percentiles are exact: between two values, the line between them is taken, as
 * spreadsheets do (`PERCENTILE.INC`; type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996). Changes the order of
 * the values.
 * @param values at least one, none of them NaN
 */
export function spreadOf(values: Float64Array): Spread {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const middle = placeOf(values, 0.5);
  return {
    median: quantile(values, middle, 0) / MILLISECONDS,
    // What stands behind the middle one by now is not less.
    p90: quantile(values, placeOf(values, 0.9), Math.floor(middle)) / MILLISECONDS,
    mean: sum / values.length / MILLISECONDS,
  };
}

function placeOf({ length }: Float64Array, share: number): number {
  return (length - 1) * share;
}

/** @param from where those begin among which it is, all that are less being before them */
function quantile(values: Float64Array, place: number, from: number): number {
  const lower = Math.floor(place);
  const low = select(values, lower, from);
  if (place === lower) return low;
  // What stands behind the selected one is not less.
  let next = Number.POSITIVE_INFINITY;
  for (let i = lower + 1; i < values.length; i++) if (values[i]! < next) next = values[i]!;
  return low + (next - low) * (place - lower);
}

/**
 * The value that stands at `place` once all are in order: those before it are then not more, those behind not less. Hoare's "Algorithm
 * 65: Find", 1961, with the middle of three as pivot; where that divides badly again and again, what is left is put in order.
 */
function select(values: Float64Array, place: number, from: number): number {
  let left = from;
  let right = values.length - 1;
  let tries = 2 * Math.ceil(Math.log2(values.length + 1)) + 2;
  while (right - left >= FEW) {
    if (tries-- === 0) {
      values.subarray(left, right + 1).sort();
      return values[place]!;
    }
    const pivot = middleOf(values[left]!, values[(left + right) >> 1]!, values[right]!);
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const held = values[i]!;
      values[i++] = values[j]!;
      values[j--] = held;
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else return values[place]!;
  }
  for (let i = left + 1; i <= right; i++) {
    const held = values[i]!;
    let j = i - 1;
    while (j >= left && values[j]! > held) values[j + 1] = values[j--]!;
    values[j + 1] = held;
  }
  return values[place]!;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
