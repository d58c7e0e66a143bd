import { withoutAddresses } from '../triage/words.ts';
import type { Plainness } from './tongues/tongue.ts';

/** Fewer words than these tell nothing about how hard a text reads. */
const ENOUGH = 30;
/** Below this reading ease a text is for specialists. Flesch calls 30 to 50 difficult, and 60 to 70 plain. */
const EASE = 38;

/** What is hard to read about a text but its links; undefined where nothing is. */
export function hardToRead(
  text: string,
  { longest, mean, ease }: Plainness,
): 'sentence' | 'words' | undefined {
  const measure = ease === undefined ? lettersIn : wordsIn;
  const plain = withoutAddresses(text.slice(0, 40_000));
  const lengths = sentencesOf(plain).map((sentence) => measure(sentence).length);
  const total = lengths.reduce((a, b) => a + b, 0);
  const usual = total / Math.max(1, lengths.length);
  if (Math.max(0, ...lengths) > longest || usual > mean) return 'sentence';
  if (ease === undefined || total < ENOUGH) return undefined;
  const [a, b, c] = ease;
  const words = wordsIn(plain);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0) / words.length;
  return a - b * usual - c * syllables < EASE ? 'words' : undefined;
}

/** The sentences of a text, and its lines. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
}

function lettersIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]/gu) ?? [];
}

/** Groups of vowels; a final e that is not spoken counts in none of them too seldom to matter. */
function syllablesOf(word: string): number {
  if (word.length > 40) return 1;
  return word.match(/[aeiouyáàâäãåéèêëíìîïóòôöõúùûüœæ]+/gi)?.length ?? 1;
}
