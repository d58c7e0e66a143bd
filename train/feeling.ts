import { readFileSync } from 'node:fs';
import { hashOf } from '../src/support/sorting/hashing.ts';
import { findWord, type WordVectors } from '../src/support/sorting/vectors.ts';
import { type Glove, readGlove } from './glove.ts';
import { rowOf } from './matrices.ts';
import { peer, peerFile } from './peers.ts';

/** How good (above 0) or bad a word is, -4 to 4. */
type Valences = Map<string, number>;

/** Words that are rated in no list are read off their vectors where they are at least so strong, and count for so much. */
const TELLING = 1;
const TRUST_BAD = 0.6;
/** Less is good about a word that stands near good ones: advertisements are full of "offers" and "unique". */
const TRUST_GOOD = 0.25;
/** The commonest words are rated or mean too much at once. */
const COMMONEST = 1_500;
const KNOWN = 40_000;
/** Unrated common words are mostly neutral: so many of them are learnt from as such, each for a quarter. */
const NEUTRAL = 12_000;
const NEUTRAL_WEIGHT = 0.25;
const RIDGE = 1;
/** Pattern rates from -1 to 1 and sparingly, VADER from -4 to 4. */
const PATTERN_SCALE = 5;
/** What is weaker says nothing. */
const WEAKEST = 0.3;

type Packed = Readonly<Record<string, { readonly hashes: string; readonly valences: string }>>;

/** The words of each language and their valences in tenths, packed. */
export function learnFeeling(vectors: WordVectors): Packed {
  const languages: Record<string, Valences> = {
    en: extended(readVader(), vectors),
    fr: readPattern('French', 'fr'),
    it: readPattern('Italian', 'it'),
    nl: readPattern('Dutch', 'nl'),
  };
  return Object.fromEntries(
    Object.entries(languages).map(([language, valences]) => [language, packed(valences)]),
  );
}

/** The file of the lexicon. */
export function sayLexicon(languages: Packed): string {
  const about =
    'Written by `npm run train -- feeling` from the lexicons of VADER (MIT) and of Pattern (PDDL) and from the word vectors; ' +
    'NOTICE says more. Changed: words hashed, valences in tenths.';
  return `${JSON.stringify({ about, languages }, null, 2)}\n`;
}

function packed(valences: Valences): { hashes: string; valences: string } {
  const strong = [...valences].filter(([, valence]) => Math.abs(valence) >= WEAKEST);
  const sorted = strong
    .map(([word, valence]) => [hashOf(word), valence] as const)
    .sort(([a], [b]) => a - b);
  const hashes = Uint32Array.from(sorted, ([hash]) => hash);
  const tenths = Int8Array.from(sorted, ([, valence]) => Math.round(10 * valence));
  return {
    hashes: Buffer.from(hashes.buffer).toString('base64'),
    valences: Buffer.from(tenths.buffer).toString('base64'),
  };
}

/** VADER's words as ten people rated them (Hutto and Gilbert, ICWSM 2014). */
function readVader(): Valences {
  const file = peerFile('vader-sentiment/vader_lexicon.txt');
  const rated: Valences = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word, valence] = line.split('\t');
    if (word && /^[a-z'-]+$/.test(word)) rated.set(word.replace(/['-]/g, ''), Number(valence));
  }
  return rated;
}

/** Pattern's words (De Smedt and Daelemans, 2012), those that people rated or that have the stem of one. */
function readPattern(folder: string, language: string): Valences {
  const entries = peer<Record<string, { form: string; polarity: string }>>(
    `natural/lib/natural/sentiment/${folder}/pattern-sentiment-${language}.json`,
  );
  const rated: Valences = new Map();
  for (const [form, { polarity }] of Object.entries(entries)) {
    if (/^\p{Ll}+$/u.test(form)) rated.set(form, PATTERN_SCALE * Number(polarity));
  }
  return rated;
}

/** The rated words, and those whose vectors lie among them. */
function extended(rated: Valences, vectors: WordVectors): Valences {
  const glove = readGlove();
  const ranks = new Map(glove.words.map((word, rank) => [word, rank]));
  const vectorOf = (word: string) => joint(word, vectors, glove, ranks);
  const common = glove.words.filter((word) => /^[a-z]+$/.test(word));
  const examples = [
    ...[...rated].map(([word, valence]) => ({ word, valence, weight: 1 })),
    ...common
      .slice(0, NEUTRAL)
      .filter((word) => !rated.has(word))
      .map((word) => ({ word, valence: 0, weight: NEUTRAL_WEIGHT })),
  ].flatMap(({ word, ...rest }) => {
    const vector = vectorOf(word);
    return vector === undefined ? [] : [{ vector, ...rest }];
  });
  const weights = ridge(examples);
  const all = new Map(rated);
  for (const word of common.slice(COMMONEST, KNOWN)) {
    const vector = rated.has(word) ? undefined : vectorOf(word);
    if (vector === undefined) continue;
    const valence = vector.reduce((sum, value, i) => sum + value * weights[i]!, 0);
    if (Math.abs(valence) >= TELLING) {
      all.set(word, valence * (valence < 0 ? TRUST_BAD : TRUST_GOOD));
    }
  }
  return all;
}

/** Our vector of a word beside GloVe's, each of length 1, and a 1 for what all words share. */
function joint(
  word: string,
  vectors: WordVectors,
  glove: Glove,
  ranks: ReadonlyMap<string, number>,
): number[] | undefined {
  const [place, rank] = [findWord(vectors, word), ranks.get(word)];
  if (place < 0 || rank === undefined) return undefined;
  const { dimensions, numbers } = vectors;
  const ours = [...numbers.subarray(place * dimensions, (place + 1) * dimensions)];
  return [...unit(ours), ...unit([...rowOf(glove.vectors, rank)]), 1];
}

function unit(vector: number[]): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** Ridge regression, solved by elimination. */
function ridge(
  examples: readonly { vector: number[]; valence: number; weight: number }[],
): number[] {
  const size = examples[0]!.vector.length;
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
  for (const { vector, valence, weight } of examples) {
    for (let i = 0; i < size; i++) {
      const [row, value] = [rows[i]!, vector[i]! * weight];
      for (let j = 0; j < size; j++) row[j]! += value * vector[j]!;
      row[size]! += value * valence;
    }
  }
  for (let i = 0; i < size; i++) rows[i]![i]! += RIDGE;
  for (const [i, pivot] of rows.entries()) {
    const by = pivot[i]!;
    for (let j = i; j <= size; j++) pivot[j]! /= by;
    for (const row of rows) {
      const factor = row === pivot ? 0 : row[i]!;
      if (factor !== 0) for (let j = i; j <= size; j++) row[j]! -= factor * pivot[j]!;
    }
  }
  return rows.map((row) => row[size]!);
}
