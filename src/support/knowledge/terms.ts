import { spread } from '../sorting/hashing.ts';
import { readWordTokens, withoutAddresses } from '../triage/words.ts';
import { languageOf } from './languages.ts';

/** "how do I" tells which of two articles is meant, though little. */
const STOP_WORD = 0.5;
const PAIR = 0.2;

/** Scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, and Chinese and Japanese. */
const UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u9FFF\u{20000}-\u{3FFFF}]/u;
const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a text, small, without links and marks; those of scripts without spaces are told apart. */
export function readTermWords(text: string): string[] {
  const normal = text.normalize('NFKC');
  const words = readWordTokens(withoutAddresses(normal));
  if (!UNSPACED.test(normal)) return words;
  return words.flatMap((word) =>
    UNSPACED.test(word) ? Array.from(SEGMENTER.segment(word), ({ segment }) => segment) : [word],
  );
}

/** Takes a term. `word` is undefined of two words side by side. */
export type TakeTerm = (hash: number, weight: number, word?: string, stem?: string) => void;

/**
 * What two texts may have in common: their words, whatever the endings, and two words side by side. Gives each term in turn, as
 * often as it comes, by its hash and by what it counts for in a question beside how rare it is.
 */
export function readTerms(words: readonly string[], language: string, take: TakeTerm): void {
  const speech = languageOf(language);
  let before = 0;
  for (const word of words) {
    const { stem, hash, isStop } = speech.stemmed(word);
    take(hash, isStop ? STOP_WORD : 1, word, stem);
    if (before !== 0) take(spread(Math.imul(before, 31) + hash), PAIR);
    before = hash;
  }
}

/** The terms of a language's stop words. */
export function stopTerms(language: string): ReadonlySet<number> {
  const { stemmed, stopWords } = languageOf(language);
  return new Set(Array.from(stopWords, (word) => stemmed(word).hash));
}
