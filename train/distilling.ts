import { rowOf, rowsOf, type Table, tableOf } from './matrices.ts';

/** Sentences as the places of their words in a vocabulary; words that are not in it are left out. */
export type Sentences = readonly (readonly number[])[];

/** How far a word's vector is held to what it began with: words seen in few sentences hardly move. */
const HOLD = 3;
const ROUNDS = 60;

/**
 * Moves word vectors so that the sum of a sentence's words comes near to what the teacher makes of the sentence: ridge
 * regression around where they began, by conjugate gradients on all dimensions at once.
 */
export function distil(start: Table, sentences: Sentences, taught: Table): Table {
  const summed = (vectors: Table) => sums(vectors, sentences);
  const before = summed(start);
  // One scale for all: words alone and sentences differ in length.
  const scale = product(before, taught) / product(before, before);
  const missing = combine(taught, before, -scale);
  const moved = tableOf(rowsOf(start), start.width);
  const rest = spread(missing, sentences, rowsOf(start));
  const counts = countsOf(sentences, rowsOf(start));
  const eased = () => divided(rest, counts);
  let direction = eased();
  let strengths = columnProducts(rest, direction);
  for (let round = 0; round < ROUNDS; round++) {
    const pulled = combine(spread(summed(direction), sentences, rowsOf(start)), direction, HOLD);
    const bends = columnProducts(direction, pulled);
    addColumns(
      moved,
      direction,
      strengths.map((s, c) => s / (bends[c]! || 1)),
    );
    addColumns(
      rest,
      pulled,
      strengths.map((s, c) => -s / (bends[c]! || 1)),
    );
    const next = eased();
    const after = columnProducts(rest, next);
    const turned = { width: direction.width, numbers: direction.numbers.slice() };
    scaleColumns(
      turned,
      after.map((s, c) => s / (strengths[c]! || 1)),
    );
    direction = combine(next, turned, 1);
    strengths = after;
  }
  return combine(moved, start, scale);
}

/** The sum of each sentence's words, over the root of how many they are. */
function sums(vectors: Table, sentences: Sentences): Table {
  const out = tableOf(sentences.length, vectors.width);
  for (const [s, words] of sentences.entries()) {
    const to = rowOf(out, s);
    const share = words.length === 0 ? 0 : words.length ** -0.5;
    for (const word of words) {
      const from = rowOf(vectors, word);
      for (let i = 0; i < from.length; i++) to[i]! += share * from[i]!;
    }
  }
  return out;
}

/** The other way round: what each sentence wants, given to its words. */
function spread(wants: Table, sentences: Sentences, words: number): Table {
  const out = tableOf(words, wants.width);
  for (const [s, places] of sentences.entries()) {
    const from = rowOf(wants, s);
    const share = places.length === 0 ? 0 : places.length ** -0.5;
    for (const place of places) {
      const to = rowOf(out, place);
      for (let i = 0; i < from.length; i++) to[i]! += share * from[i]!;
    }
  }
  return out;
}

function countsOf(sentences: Sentences, words: number): Float64Array {
  const counts = new Float64Array(words).fill(HOLD);
  for (const places of sentences) for (const place of places) counts[place]! += 1 / places.length;
  return counts;
}

function divided(table: Table, by: Float64Array): Table {
  return {
    width: table.width,
    numbers: table.numbers.map((value, at) => value / by[Math.floor(at / table.width)]!),
  };
}

function combine(a: Table, b: Table, times: number): Table {
  return { width: a.width, numbers: a.numbers.map((value, at) => value + times * b.numbers[at]!) };
}

function product(a: Table, b: Table): number {
  return columnProducts(a, b).reduce((sum, one) => sum + one, 0);
}

function columnProducts(a: Table, b: Table): number[] {
  const out = new Array<number>(a.width).fill(0);
  for (let at = 0; at < a.numbers.length; at++) {
    out[at % a.width]! += a.numbers[at]! * b.numbers[at]!;
  }
  return out;
}

function addColumns(to: Table, from: Table, times: readonly number[]): void {
  for (let at = 0; at < to.numbers.length; at++) {
    to.numbers[at]! += times[at % to.width]! * from.numbers[at]!;
  }
}

function scaleColumns(table: Table, times: readonly number[]): void {
  for (let at = 0; at < table.numbers.length; at++) table.numbers[at]! *= times[at % table.width]!;
}
