import { hashOf, spread } from '../sorting/hashing.ts';
import { readTokens, withoutAddresses } from '../triage/words.ts';
import { languageOf } from './languages.ts';

/** What two texts may have in common: a word, whatever its ending, or two words side by side. */
export interface Term {
  /** A hash. */
  readonly key: number;
  /** What it counts for in a question, beside how rare it is. */
  readonly weight: number;
  /** Of one word: the word itself. Undefined of a pair. */
  readonly word?: string;
}

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

/** The terms of words in their order, as often as they come. */
export function termsOf(words: readonly string[], language: string): Term[] {
  const { stem, isStopWord } = languageOf(language);
  const terms: Term[] = [];
  let before = 0;
  for (const word of words) {
    const key = hashOf(stem(word));
    terms.push({ key, weight: isStopWord(word) ? STOP_WORD : 1, word });
    if (before !== 0) terms.push({ key: spread(Math.imul(before, 31) + key), weight: PAIR });
    before = key;
  }
  return terms;
}
