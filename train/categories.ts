import { type Data, rightCategories } from '../eval/sets.ts';
import type { Category } from '../src/support/handbook.ts';
import { extractFeatures } from '../src/support/sorting/features.ts';
import { type Labelled, type Linear, learn } from '../src/support/sorting/linear.ts';
import type { WordVectors } from '../src/support/sorting/vectors.ts';
import { CATEGORIES } from '../src/support/triage/triage.ts';
import { readWords, wordsOnly } from '../src/support/triage/words.ts';
import type { Arrays } from './packing.ts';
import { SHIPPABLE } from './public-sets.ts';

/** Sets without labels that say something about the built-in categories. */
const SILENT = ['irc_threads_gold', 'pii_spans'];
const SETS = SHIPPABLE.filter((set) => !SILENT.includes(set));
/** Rows of one label of one set: no set may outshout the others. */
const MOST_OF_A_LABEL = 40;
/** What a phrase of the handbook counts beside a customer's message. */
const PHRASE = 0.17;
/** How closely single messages are followed: these come from elsewhere, so not too closely. */
const PATIENCE = 0.3;

/** Learns the built-in categories from public messages and the shipped handbook; `without` one set, to measure on it. */
export function learnCategories(
  data: Data,
  handbook: readonly Category[],
  vectors: WordVectors,
  without?: string,
): Linear {
  const texts = [
    ...SETS.filter((set) => set !== without).flatMap((set) => rowsOf(data, set)),
    ...handbook.flatMap(wordsOf),
  ];
  return learn(evened(texts, vectors), CATEGORIES, { patience: PATIENCE });
}

interface Text {
  readonly text: string;
  readonly category: string;
  readonly weight: number;
}

function rowsOf(data: Data, set: string): Text[] {
  const mapping = data.mapping(set);
  const taken = new Map<string, number>();
  return data.rows(set).flatMap((row) => {
    const [category] = rightCategories(row, mapping);
    if (category === undefined) return [];
    const label = String(row.label);
    const before = taken.get(label) ?? 0;
    taken.set(label, before + 1);
    return before < MOST_OF_A_LABEL ? [{ text: row.text, category, weight: 1 }] : [];
  });
}

function wordsOf({ name, phrases, examples }: Category): Text[] {
  return [
    ...phrases.map(({ phrase, weight }) => ({
      text: phrase.replace(/\*|\.\.\./g, ' '),
      category: name,
      weight: weight * PHRASE,
    })),
    ...examples.map((text) => ({ text, category: name, weight: 1 })),
  ];
}

/** Rare categories count more and common ones less, by the root of how far they are from even. */
function evened(texts: readonly Text[], vectors: WordVectors): Labelled[] {
  const sums = new Map<string, number>();
  for (const { category, weight } of texts) {
    sums.set(category, (sums.get(category) ?? 0) + weight);
  }
  const mean = [...sums.values()].reduce((a, b) => a + b, 0) / sums.size;
  return texts.map(({ text, category, weight }) => ({
    features: extractFeatures(wordsOnly(readWords(text)), vectors),
    label: category,
    weight: weight * Math.sqrt(mean / sums.get(category)!),
  }));
}

/** Features that are kept: those that speak the loudest for or against any category. */
const KEPT = 40_000;

/** A judgement as small whole numbers, without the features that hardly speak. */
export function packLinear(linear: Linear): { arrays: Arrays; about: object } {
  const width = linear.classes.length;
  const keys = [...keysOf(linear)];
  const loudness = keys.map(([, place]) => {
    let most = 0;
    for (let c = 0; c < width; c++) {
      most = Math.max(most, Math.abs(linear.weights[place * width + c]!));
    }
    return most;
  });
  const order = [...keys.keys()].sort((a, b) => loudness[b]! - loudness[a]!).slice(0, KEPT);
  const scale = loudness[order[0]!]! / 127;
  const weights = new Int8Array(order.length * width);
  for (const [row, i] of order.entries()) {
    const place = keys[i]![1];
    for (let c = 0; c < width; c++) {
      weights[row * width + c] = Math.round(linear.weights[place * width + c]! / scale);
    }
  }
  return {
    arrays: {
      hashes: Uint32Array.from(order, (i) => keys[i]![0]),
      weights,
      meaning: linear.meaning,
      bias: linear.bias,
    },
    about: { classes: linear.classes, scale },
  };
}

function* keysOf({ keys: { keys, places } }: Linear): Generator<[hash: number, place: number]> {
  for (let at = 0; at < keys.length; at++) if (keys[at] !== 0) yield [keys[at]!, places[at]!];
}
