import { hashOf, spread } from '../sorting/hashing.ts';
import { readTokens, withoutAddresses } from '../triage/words.ts';
import { languageOf } from './languages.ts';

/** "how do I" tells which of two articles is meant, though little. */
const STOP_WORD = 0.5;
const PAIR = 0.2;

/** Scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, and Chinese and Japanese. */
const UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u9FFF\u{20000}-\u{3FFFF}]/u;
const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a text, small, without links and marks; those of scripts without spaces are told apart. */
export function readTermWords(text: string): string[] {
  return readTokens(withoutAddresses(text.normalize('NFKC'))).flatMap((token) => {
    if (token === '.' || token === ',') return [];
    if (!UNSPACED.test(token)) return [token];
    return Array.from(SEGMENTER.segment(token), ({ segment }) => segment);
  });
}

/** Takes a term. `word` is undefined of two words side by side. */
export type TakeTerm = (key: number, weight: number, word?: string) => void;

/**
 * What two texts may have in common: their words, whatever the endings, and two words side by side. Gives each term in turn, as
 * often as it comes, by its hash (a whole number of 32 bits) and by what it counts for in a question beside how rare it is.
 */
export function readTerms(words: readonly string[], language: string, take: TakeTerm): void {
  const { stem, stopWords } = languageOf(language);
  let before = 0;
  for (const word of words) {
    const key = hashOf(stem(word));
    take(key | 0, stopWords.has(word) ? STOP_WORD : 1, word);
    if (before !== 0) take(spread(Math.imul(before, 31) + key) | 0, PAIR);
    before = key;
  }
}

/** The terms of a language's stop words. */
export function stopTerms(language: string): ReadonlySet<number> {
  const { stem, stopWords } = languageOf(language);
  return new Set(Array.from(stopWords, (word) => hashOf(stem(word)) | 0));
}
