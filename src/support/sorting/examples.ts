import type { Features } from './features.ts';
import { type HashTable, indexHashes, placeOf } from './hashing.ts';
import { MEANING_WEIGHT } from './linear.ts';

/** One text that somebody put into a category. */
export interface Example {
  readonly text: string;
  readonly category: string;
}

/** Examples kept to compare with: for each feature, which of them have it. */
export interface Remembered {
  readonly examples: readonly Example[];
  readonly keys: HashTable;
  /** Where the owners of each key begin in `owners` and `values`; one place more than keys. */
  readonly starts: Uint32Array;
  readonly owners: Uint32Array;
  readonly values: Float32Array;
  readonly meanings: Float32Array;
}

export function remember(examples: readonly Example[], features: readonly Features[]): Remembered {
  const places = new Map<number, number>();
  const counts: number[] = [];
  for (const { keys } of features) {
    for (const key of keys) {
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const starts = new Uint32Array(counts.length + 1);
  for (const [place, count] of counts.entries()) starts[place + 1] = starts[place]! + count;
  const free = starts.slice();
  const owners = new Uint32Array(starts.at(-1)!);
  const values = new Float32Array(owners.length);
  const dimensions = features[0]?.meaning.length ?? 0;
  const meanings = new Float32Array(features.length * dimensions);
  for (const [owner, one] of features.entries()) {
    meanings.set(one.meaning, owner * dimensions);
    for (const [i, key] of one.keys.entries()) {
      const at = free[places.get(key)!]!++;
      owners[at] = owner;
      values[at] = one.values[i]!;
    }
  }
  return { examples, keys: indexHashes([...places.keys()]), starts, owners, values, meanings };
}

/** The example that a text is most like, and how like it is: 1 is the same words, 0 is nothing in common. */
export interface Likeness {
  readonly example: Example;
  readonly likeness: number;
}

/** How a text stands to the examples. */
export interface Alike {
  /** The most alike example of each category that was asked for and has any. */
  readonly nearest: ReadonlyMap<string, Likeness>;
  /** How much of the text's words and pieces any example has, 0 to 1. */
  readonly covered: number;
}

/** Compares a text with the examples of these categories. */
export function compare(
  remembered: Remembered,
  { keys, values, meaning }: Features,
  among: ReadonlySet<string>,
): Alike {
  const { examples, starts, owners, meanings } = remembered;
  const sums = new Float32Array(examples.length);
  let covered = 0;
  for (let i = 0; i < keys.length; i++) {
    const place = placeOf(remembered.keys, keys[i]!);
    if (place < 0) continue;
    const value = values[i]!;
    covered += (value * value) / 2;
    const end = starts[place + 1]!;
    for (let at = starts[place]!; at < end; at++) {
      sums[owners[at]!]! += value * remembered.values[at]!;
    }
  }
  const meant = MEANING_WEIGHT ** 2;
  const nearest = new Map<string, Likeness>();
  for (const [one, example] of examples.entries()) {
    if (!among.has(example.category)) continue;
    let alike = 0;
    const from = one * meaning.length;
    for (let d = 0; d < meaning.length; d++) alike += meaning[d]! * meanings[from + d]!;
    const likeness = (sums[one]! + meant * alike) / (2 + meant);
    const before = nearest.get(example.category);
    if (!before || likeness > before.likeness) nearest.set(example.category, { example, likeness });
  }
  return { nearest, covered };
}
