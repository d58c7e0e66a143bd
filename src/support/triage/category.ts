import type { Handbook } from '../handbook.ts';
import { extractFeatures } from '../sorting/features.ts';
import { type Likely, OTHER, type Sorter, speakingFor, weigh } from '../sorting/sorter.ts';
import { readSigns, type Signs } from './category-signs.ts';
import { type Words, wordsOnly } from './words.ts';

/** What a message is about, and how sure that is. */
export interface Sorted {
  readonly category: string;
  readonly confidence: number;
  readonly candidates: readonly { readonly category: string; readonly confidence: number }[];
  readonly because: string;
}

/** What is left to a category of which no phrase was found. */
const UNSAID = 1e-3;
/** Candidates that are told, `other` always among them. */
const MOST_CANDIDATES = 4;

type Sorting = Pick<Handbook, 'categories' | 'sorter'>;

/** What words were last sorted into, and by which handbook. */
const known = new WeakMap<Words, Sorting & { readonly sorted: Sorted }>();

/** Sorts a message into one of the handbook's categories: by what was learnt, and by the phrases written down there. */
export function sortMessage(words: Words, { categories, sorter }: Sorting): Sorted {
  const before = known.get(words);
  if (before?.categories === categories && before.sorter === sorter) return before.sorted;
  const sorted = sort(words, { categories, sorter });
  known.set(words, { categories, sorter, sorted });
  return sorted;
}

function sort(words: Words, { categories, sorter }: Sorting): Sorted {
  const plain = wordsOnly(words);
  const likely = weigh(sorter, extractFeatures(plain, sorter.vectors));
  const signs = readSigns(words, categories);
  const shares = signs ? together(sorter, likely, signs) : likely.shares;
  const order = [...sorter.categories.keys()].sort((a, b) => shares[b]! - shares[a]!);
  const other = sorter.categories.indexOf(OTHER);
  const [best = other] = fitsNone(sorter, shares, other)
    ? [other]
    : order.filter((i) => i !== other);
  const category = sorter.categories[best]!;
  const told = new Set([best, ...order.slice(0, MOST_CANDIDATES - 1), other]);
  const candidates = [...told].map((i) => ({
    category: sorter.categories[i]!,
    confidence: round(shares[i]!),
  }));
  return {
    category,
    confidence: round(shares[best]!),
    candidates,
    because: explain(category, plain, sorter, likely, signs),
  };
}

/** Both voices as one: the logarithms of what they say are added. */
function together({ categories }: Sorter, { shares }: Likely, signs: Signs): Float64Array {
  const sums = shares.map(
    (share, i) => Math.log(share + 1e-9) + Math.log(signs.share(categories[i]!) + UNSAID),
  );
  const most = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - most));
  const all = odds.reduce((a, b) => a + b, 0);
  return odds.map((one) => one / all);
}

/**
 * Whether a message fits none of the categories. Of the built-in ones `other` is one like any other; a team's own may be so
 * many that each has a small share, so `other` must be more likely than all of them.
 */
function fitsNone({ known }: Sorter, shares: Float64Array, other: number): boolean {
  return known ? shares.every((share) => share <= shares[other]!) : shares[other]! >= 0.5;
}

function explain(
  category: string,
  plain: readonly string[],
  sorter: Sorter,
  { nearest }: Likely,
  signs: Signs | undefined,
): string {
  if (category === OTHER)
    return plain.length === 0 ? 'no words that tell' : 'too few words that tell';
  const found = signs?.found(category) ?? [];
  if (found.length > 0) return `says ${quoted(found.map((phrase) => phrase.replace(/\*/g, '')))}`;
  const alike = nearest.get(category);
  if (alike && alike.likeness >= 0.5) {
    return `like the example ${quoted([alike.example.text.slice(0, 80)])}`;
  }
  const speaking = speakingFor(category, plain, sorter);
  return speaking.length > 0
    ? `its words are like those of others: ${quoted(speaking)}`
    : 'by its words as a whole';
}

function quoted(words: readonly string[]): string {
  return words
    .slice(0, 4)
    .map((word) => `"${word}"`)
    .join(', ');
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
