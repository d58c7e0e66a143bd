import { type MatrixLibrary, peer } from './peers.ts';

/** Rows of numbers side by side. */
export interface Table {
  readonly width: number;
  readonly numbers: Float32Array;
}

export function tableOf(rows: number, width: number): Table {
  return { width, numbers: new Float32Array(rows * width) };
}

export function rowsOf({ width, numbers }: Table): number {
  return numbers.length / width;
}

export function rowOf({ width, numbers }: Table, row: number): Float32Array {
  return numbers.subarray(row * width, (row + 1) * width);
}

/** Each row divided by its length; rows of zeros stay. */
export function normalized(table: Table): Table {
  const copy = { width: table.width, numbers: table.numbers.slice() };
  for (let r = 0; r < rowsOf(copy); r++) {
    const row = rowOf(copy, r);
    const length = Math.hypot(...row);
    if (length > 0) for (let i = 0; i < row.length; i++) row[i]! /= length;
  }
  return copy;
}

/** Each row turned into the space of these directions (columns of `by`). */
export function turned(table: Table, by: readonly (readonly number[])[]): Table {
  const width = by[0]!.length;
  const out = tableOf(rowsOf(table), width);
  for (let r = 0; r < rowsOf(table); r++) {
    const [from, to] = [rowOf(table, r), rowOf(out, r)];
    for (let i = 0; i < from.length; i++) {
      const value = from[i]!;
      if (value === 0) continue;
      const weights = by[i]!;
      for (let c = 0; c < width; c++) to[c]! += value * weights[c]!;
    }
  }
  return out;
}

export function meanOf(table: Table): Float64Array {
  const mean = new Float64Array(table.width);
  const rows = rowsOf(table);
  for (let r = 0; r < rows; r++) {
    const row = rowOf(table, r);
    for (let i = 0; i < row.length; i++) mean[i]! += row[i]! / rows;
  }
  return mean;
}

export function less(table: Table, mean: Float64Array): Table {
  return {
    width: table.width,
    numbers: table.numbers.map((value, at) => value - mean[at % table.width]!),
  };
}

/** How the columns vary together: the mean of the rows' outer products. */
export function scatterOf(table: Table): number[][] {
  const { width } = table;
  const sums = Array.from({ length: width }, () => new Float64Array(width));
  const rows = rowsOf(table);
  for (let r = 0; r < rows; r++) {
    const row = rowOf(table, r);
    for (let i = 0; i < width; i++) {
      const value = row[i]!;
      const into = sums[i]!;
      for (let j = i; j < width; j++) into[j]! += value * row[j]!;
    }
  }
  return sums.map((into, i) =>
    Array.from(into, (_, j) => (j < i ? sums[j]![i]! : into[j]!) / rows),
  );
}

/** The directions of a symmetric matrix, the strongest first, as columns, with their strengths. */
export function directionsOf(matrix: number[][]): { strengths: number[]; columns: number[][] } {
  const { Matrix, EigenvalueDecomposition } = peer<MatrixLibrary>('ml-matrix');
  const found = new EigenvalueDecomposition(new Matrix(matrix), { assumeSymmetric: true });
  const vectors = found.eigenvectorMatrix.to2DArray();
  const order = found.realEigenvalues
    .map((_, i) => i)
    .sort((a, b) => found.realEigenvalues[b]! - found.realEigenvalues[a]!);
  return {
    strengths: order.map((i) => found.realEigenvalues[i]!),
    columns: vectors.map((row) => order.map((i) => row[i]!)),
  };
}

/** The first columns. */
export function firstColumns(columns: readonly (readonly number[])[], many: number): number[][] {
  return columns.map((row) => row.slice(0, many));
}
