import { addMeaning, scaleToLength } from '../sorting/features.ts';
import { findWord, MOST_TELLING, type WordVectors } from '../sorting/vectors.ts';

/** What words mean together. */
export interface Meaning {
  /** Of length 1; all zero where no word is known. */
  readonly vector: Float32Array;
  /** The share of what the words tell that is told by known ones, 0 to 1. */
  readonly known: number;
}

/** The meaning of words as `readTermWords` gives them. The vectors know English alone: of another language nothing is known. */
export function meaningOf(
  words: readonly string[],
  language: string,
  vectors: WordVectors,
): Meaning {
  const vector = new Float32Array(vectors.dimensions);
  let all = 0;
  let known = 0;
  for (const word of language === 'en' ? words : []) {
    const place = findForm(vectors, word);
    const tells = place < 0 ? MOST_TELLING : vectors.tells[place]!;
    all += tells;
    if (place < 0) continue;
    known += tells;
    addMeaning(vector, place, vectors);
  }
  scaleToLength(vector);
  return { vector, known: all === 0 ? 0 : known / all };
}

/** The number of a word, or of what it is the plural of; -1 where neither is known. */
function findForm(vectors: WordVectors, word: string): number {
  const place = findWord(vectors, word);
  return place < 0 && word.endsWith('s') ? findWord(vectors, word.slice(0, -1)) : place;
}
