import type { Features } from './features.ts';
import { type HashTable, hashOf, indexHashes, placeOf } from './hashing.ts';
import { findWord, type WordVectors } from './vectors.ts';

/** How much the meaning of a text counts beside its words and its pieces, which count 1 each. */
export const MEANING_WEIGHT = 1.2;

/** A linear judgement of texts: for each class, what every feature speaks for or against it. */
export interface Linear {
  readonly classes: readonly string[];
  readonly keys: HashTable;
  /** `classes.length` numbers for each key, to be multiplied by `scale`. */
  readonly weights: Float32Array | Int8Array;
  readonly scale: number;
  /** `classes.length` numbers for each dimension of the meaning. */
  readonly meaning: Float32Array;
  readonly bias: Float32Array;
}

/** For each class how clearly a text belongs to it: 0 is the border, 1 is clear. */
export function judge(linear: Linear, { keys, values, meaning }: Features): Float64Array {
  const { weights, scale } = linear;
  const width = linear.classes.length;
  const margins = new Float64Array(width);
  for (let i = 0; i < keys.length; i++) {
    const place = placeOf(linear.keys, keys[i]!);
    if (place < 0) continue;
    const value = values[i]! * scale;
    const from = place * width;
    for (let c = 0; c < width; c++) margins[c]! += value * weights[from + c]!;
  }
  for (let d = 0; d < meaning.length; d++) {
    const value = meaning[d]! * MEANING_WEIGHT;
    if (value === 0) continue;
    for (let c = 0; c < width; c++) margins[c]! += value * linear.meaning[d * width + c]!;
  }
  for (let c = 0; c < width; c++) margins[c]! += linear.bias[c]!;
  return margins;
}

/** What one word by itself speaks for a class, or against it. */
export function speak(linear: Linear, at: number, word: string, vectors: WordVectors): number {
  const width = linear.classes.length;
  const place = placeOf(linear.keys, hashOf(word));
  const said = place < 0 ? 0 : linear.weights[place * width + at]! * linear.scale;
  const known = findWord(vectors, word);
  if (known < 0) return said;
  const { dimensions, numbers } = vectors;
  let product = 0;
  let squares = 0;
  for (let d = 0; d < dimensions; d++) {
    const value = numbers[known * dimensions + d]!;
    product += value * linear.meaning[d * width + at]!;
    squares += value * value;
  }
  return said + (MEANING_WEIGHT * product) / Math.sqrt(squares || 1);
}

/** A text with its class. */
export interface Labelled {
  readonly features: Features;
  readonly label: string;
  /** How much it counts; 1 by default. */
  readonly weight?: number;
  /** What is thought already of its belonging to each class: learning begins there. */
  readonly prior?: ArrayLike<number>;
}

interface How {
  /** How far errors are followed against how simple the answer stays; 1 by default. */
  readonly patience?: number;
  /** 0 where a class has no pull of its own, so that texts unlike any example stay as they were; 1 by default. */
  readonly lean?: 0 | 1;
}

const MOST_ROUNDS = 60;
/** A round in which no example pulled harder than this is the last. */
const SETTLED = 0.2;

/**
 * Learns a linear judgement: for each class the separation from all others with the widest margin (a support vector machine
 * with squared hinge loss, by dual coordinate descent; Hsieh et al., ICML 2008). The same examples give the same result.
 */
export function learn(
  examples: readonly Labelled[],
  classes: readonly string[],
  how: How = {},
): Linear {
  const rows = layOut(examples);
  const width = classes.length;
  const dimensions = examples[0]?.features.meaning.length ?? 0;
  const size = rows.keys.size;
  const weights = new Float32Array(size * width);
  const meaning = new Float32Array(dimensions * width);
  const bias = new Float32Array(width);
  for (const [c, label] of classes.entries()) {
    const column = separate(rows, examples, c, label, how);
    for (let k = 0; k < size; k++) weights[k * width + c] = column[k]!;
    for (let d = 0; d < dimensions; d++) {
      meaning[d * width + c] = column[size + d]!;
    }
    bias[c] = (how.lean ?? 1) * column[size + dimensions]!;
  }
  return { classes, keys: rows.keys, weights, scale: 1, meaning, bias };
}

/** Examples side by side, a row each: numbers of keys, then the meaning. */
interface Rows {
  readonly keys: HashTable;
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  readonly values: Float32Array;
  readonly meanings: Float32Array;
  readonly dimensions: number;
  /** The squared length of each row, without what its class leans. */
  readonly squares: Float64Array;
}

function layOut(examples: readonly Labelled[]): Rows {
  const seen = new Map<number, number>();
  const total = examples.reduce((sum, { features }) => sum + features.keys.length, 0);
  const dimensions = examples[0]?.features.meaning.length ?? 0;
  const starts = new Uint32Array(examples.length + 1);
  const places = new Uint32Array(total);
  const values = new Float32Array(total);
  const meanings = new Float32Array(examples.length * dimensions);
  const squares = new Float64Array(examples.length);
  let at = 0;
  for (const [i, { features }] of examples.entries()) {
    let square = 0;
    for (let k = 0; k < features.keys.length; k++) {
      const key = features.keys[k]!;
      let place = seen.get(key);
      if (place === undefined) {
        place = seen.size;
        seen.set(key, place);
      }
      places[at] = place;
      values[at++] = features.values[k]!;
      square += features.values[k]! ** 2;
    }
    for (let d = 0; d < dimensions; d++) {
      const value = features.meaning[d]! * MEANING_WEIGHT;
      meanings[i * dimensions + d] = value;
      square += value ** 2;
    }
    squares[i] = square;
    starts[i + 1] = at;
  }
  const keys = indexHashes([...seen.keys()]);
  return { keys, starts, places, values, meanings, dimensions, squares };
}

/** One class against all others: what each key, each dimension and the bias weigh. */
function separate(
  rows: Rows,
  examples: readonly Labelled[],
  column: number,
  label: string,
  { patience = 1, lean = 1 }: How,
): Float64Array {
  const { starts, places, values, meanings, dimensions, squares } = rows;
  const size = rows.keys.size;
  const w = new Float64Array(size + dimensions + 1);
  const alphas = new Float64Array(examples.length);
  const order = Uint32Array.from(examples.keys());
  const chance = numbers(0x2545f491);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let hardest = 0;
    for (let i = order.length - 1; i > 0; i--) {
      const j = chance() % (i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) {
      const { label: own, weight = 1, prior } = examples[i]!;
      const y = own === label ? 1 : -1;
      let margin = lean * w[size + dimensions]! + (prior?.[column] ?? 0);
      for (let k = starts[i]!; k < starts[i + 1]!; k++) margin += w[places[k]!]! * values[k]!;
      const from = i * dimensions;
      for (let d = 0; d < dimensions; d++) margin += w[size + d]! * meanings[from + d]!;
      const slack = 0.5 / (patience * weight);
      const pull = y * margin - 1 + alphas[i]! * slack;
      const before = alphas[i]!;
      const felt = before === 0 ? Math.min(pull, 0) : pull;
      if (felt === 0) continue;
      hardest = Math.max(hardest, Math.abs(felt));
      alphas[i] = Math.max(before - pull / (squares[i]! + lean + slack), 0);
      const step = (alphas[i]! - before) * y;
      if (step === 0) continue;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) w[places[k]!]! += step * values[k]!;
      for (let d = 0; d < dimensions; d++) w[size + d]! += step * meanings[from + d]!;
      w[size + dimensions]! += lean * step;
    }
    if (hardest < SETTLED) break;
  }
  return w;
}

/** Whole numbers that look like chance and are the same each time (xorshift). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
