import type { Data } from '../eval/sets.ts';
import { hashOf } from '../src/support/sorting/hashing.ts';
import { telling } from '../src/support/sorting/vectors.ts';
import { readWords, wordsOnly } from '../src/support/triage/words.ts';
import { distil, type Sentences } from './distilling.ts';
import { type Glove, readGlove } from './glove.ts';
import {
  directionsOf,
  firstColumns,
  less,
  meanOf,
  normalized,
  rowOf,
  rowsOf,
  scatterOf,
  type Table,
  tableOf,
  turned,
} from './matrices.ts';
import type { Arrays } from './packing.ts';
import { intentsOf, sentencesOf } from './public-sets.ts';
import { askTeacher } from './teacher.ts';

/** The commonest words of English that are kept, beside those of the sentences. */
const COMMONEST = 30_000;
/** Dimensions of what the teacher says that are learnt, and of the vectors in the end. */
const TAUGHT = 128;
const DIMENSIONS = 96;
/** A common word counts less in the sum of a sentence (Arora et al., ICLR 2017). */
const SMOOTH = 1e-3;

/**
 * Learns what words mean: GloVe's vectors with what does not tell intents apart whitened away, beside vectors that were
 * taught by a sentence encoder; both together in as many dimensions as it takes.
 */
export async function learnWordVectors(data: Data): Promise<Arrays> {
  const glove = readGlove();
  const sentences = sentencesOf(data).map((text) => text.slice(0, 600));
  const intents = intentsOf(data);
  const ranks = new Map(glove.words.map((word, rank) => [word, rank]));
  const vocabulary = vocabularyOf(glove, sentences, ranks);
  const places = new Map(vocabulary.map((word, place) => [word, place]));
  const asPlaces = (texts: readonly string[]): Sentences =>
    texts.map((text) => tokens(text).flatMap((word) => places.get(word) ?? []));
  const weights = vocabulary.map((word) => smoothed(ranks.get(word)!));

  const taught = await learnFromTeacher(vocabulary, weights, sentences, asPlaces(sentences));
  const read = whiten(
    gloveOf(vocabulary, weights, glove, ranks),
    asPlaces(intents.map((i) => i.text)),
    intents,
  );
  const known = asPlaces(intents.map(({ text }) => text));
  const joint = beside(toUnit(taught, known), toUnit(read, known));
  const axes = directionsOf(scatterOf(normalized(sumsOf(joint, known)))).columns;
  const vectors = turned(joint, firstColumns(axes, DIMENSIONS));
  return {
    ...quantized(vectors),
    hashes: Uint32Array.from(vocabulary, (word) => hashOf(word)),
    tells: Float32Array.from(vocabulary, (word) => telling(ranks.get(word)!)),
  };
}

function tokens(text: string): string[] {
  return wordsOnly(readWords(text));
}

function vocabularyOf(
  { words }: Glove,
  sentences: readonly string[],
  ranks: ReadonlyMap<string, number>,
): string[] {
  const seen = new Map<string, number>();
  for (const sentence of sentences) {
    for (const word of new Set(tokens(sentence))) seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  const common = words.slice(0, COMMONEST).filter((word) => /^[a-z0-9]+$/.test(word));
  const used = [...seen].filter(([word, times]) => times >= 2 && ranks.has(word));
  return [...new Set([...common, ...used.map(([word]) => word)])];
}

/** What a word of this rank counts in a sentence, 0 to 1. */
function smoothed(rank: number): number {
  return SMOOTH / (SMOOTH + 1 / (rank + 2.7) / 11.12);
}

async function learnFromTeacher(
  vocabulary: readonly string[],
  weights: readonly number[],
  sentences: readonly string[],
  places: Sentences,
): Promise<Table> {
  const said = normalized(await askTeacher('sentences', sentences));
  const alone = normalized(await askTeacher('words', vocabulary));
  const mean = meanOf(said);
  const axes = firstColumns(directionsOf(scatterOf(less(said, mean))).columns, TAUGHT);
  const start = turned(less(alone, mean), axes);
  for (const [place, weight] of weights.entries()) {
    const row = rowOf(start, place);
    for (let i = 0; i < row.length; i++) row[i]! *= weight;
  }
  return distil(start, places, turned(less(said, mean), axes));
}

function gloveOf(
  vocabulary: readonly string[],
  weights: readonly number[],
  { vectors }: Glove,
  ranks: ReadonlyMap<string, number>,
): Table {
  const table = tableOf(vocabulary.length, vectors.width);
  for (const [place, word] of vocabulary.entries()) {
    const [from, to] = [rowOf(vectors, ranks.get(word)!), rowOf(table, place)];
    for (let i = 0; i < to.length; i++) to[i] = from[i]! * weights[place]!;
  }
  return table;
}

/** How much of the differences within an intent is taken for chance. */
const SHRINK = 0.1;

/**
 * Turned and stretched so that sentences of one intent differ in all directions alike: "please could you" then counts less
 * than what is asked for (within-class covariance normalization; Hatch et al., Interspeech 2006).
 */
function whiten(
  vectors: Table,
  sentences: Sentences,
  labels: readonly { readonly intent: string }[],
): Table {
  const sums = normalized(sumsOf(vectors, sentences));
  const groups = Map.groupBy(labels.keys(), (i) => labels[i]!.intent);
  const apart: number[] = [];
  for (const rows of groups.values()) {
    if (rows.length < 4) continue;
    const group = tableOf(rows.length, sums.width);
    for (const [i, row] of rows.entries()) rowOf(group, i).set(rowOf(sums, row));
    for (const value of less(group, meanOf(group)).numbers) apart.push(value);
  }
  const scatter = scatterOf({ width: sums.width, numbers: Float32Array.from(apart) });
  const trace = scatter.reduce((sum, row, i) => sum + row[i]!, 0) / scatter.length;
  const shrunk = scatter.map((row, i) =>
    row.map((value, j) => (1 - SHRINK) * value + (i === j ? SHRINK * trace : 0)),
  );
  const { strengths, columns } = directionsOf(shrunk);
  const by = columns.map((row) => row.map((value, c) => value / Math.sqrt(strengths[c]!)));
  return turned(vectors, by);
}

function sumsOf(vectors: Table, sentences: Sentences): Table {
  const out = tableOf(sentences.length, vectors.width);
  for (const [s, words] of sentences.entries()) {
    const to = rowOf(out, s);
    for (const word of words) {
      const from = rowOf(vectors, word);
      for (let i = 0; i < from.length; i++) to[i]! += from[i]!;
    }
  }
  return out;
}

/** Scaled so that a sentence is usually of length 1. */
function toUnit(vectors: Table, sentences: Sentences): Table {
  const sums = sumsOf(vectors, sentences);
  let length = 0;
  for (let r = 0; r < rowsOf(sums); r++) length += Math.hypot(...rowOf(sums, r)) / rowsOf(sums);
  return { width: vectors.width, numbers: vectors.numbers.map((value) => value / length) };
}

function beside(a: Table, b: Table): Table {
  const out = tableOf(rowsOf(a), a.width + b.width);
  for (let r = 0; r < rowsOf(a); r++) {
    rowOf(out, r).set(rowOf(a, r));
    rowOf(out, r).set(rowOf(b, r), a.width);
  }
  return out;
}

/** Each row as small whole numbers and the scale to multiply them by. */
function quantized(table: Table): { numbers: Int8Array; scales: Float32Array } {
  const numbers = new Int8Array(table.numbers.length);
  const scales = new Float32Array(rowsOf(table));
  for (let r = 0; r < scales.length; r++) {
    const row = rowOf(table, r);
    const most = row.reduce((best, value) => Math.max(best, Math.abs(value)), 0);
    const scale = most / 127 || 1;
    scales[r] = scale;
    for (let i = 0; i < row.length; i++) numbers[r * row.length + i] = Math.round(row[i]! / scale);
  }
  return { numbers, scales };
}
