import { type Alike, compare, type Likeness, type Remembered } from './examples.ts';
import type { Features } from './features.ts';
import { judge, type Linear, speak } from './linear.ts';
import type { WordVectors } from './vectors.ts';

/** What a message may be about that fits nowhere else. */
export const OTHER = 'other';

/** Sorts texts into categories: by what was learnt from public messages, by a team's own examples, or by both. */
export interface Sorter {
  readonly vectors: WordVectors;
  /** With `OTHER`. */
  readonly categories: readonly string[];
  /** Of the built-in categories, where the team keeps any of them. */
  readonly known?: Linear;
  /** From the team's examples: what they say beyond what is known. */
  readonly own?: Linear;
  readonly remembered?: Remembered;
  /** How many examples a category usually has. */
  readonly shots: number;
}

/** How likely each category is, as `categories` are ordered; together 1. */
export interface Likely {
  readonly shares: Float64Array;
  /** The team's examples that a text is most like, by their categories. */
  readonly nearest: ReadonlyMap<string, Likeness>;
}

/**
 * What a margin says of the odds, as a logarithm. A team's own examples are taken at their word; what was learnt from others'
 * messages is a hint, which the words that a team wrote down may overrule.
 */
const VOICE = { own: 6, known: 0.7 };

/**
 * Whether a text belongs to any of a team's own categories: by how clearly it belongs to the best one, how like it is to the
 * nearest example and how much of it any example has. Together they tell far better than each alone (measured in
 * `eval/own-categories.ts`). The numbers come from public sets from which whole categories had been left out, and lose
 * one message in a hundred that was put right.
 */
const WITHIN = { other: 0.5, slope: 1.7, shots: -0.48, mostShots: 20, start: -0.05 };

/** How many categories' examples a text is compared with: those that fit it best. */
const COMPARED = 5;

/** How likely each category is for a text with these features. */
export function weigh(sorter: Sorter, features: Features): Likely {
  const { categories, known, own, remembered } = sorter;
  const odds = new Float64Array(categories.length);
  if (known) addOdds(odds, categories, known, features, VOICE.known);
  if (own) addOdds(odds, categories, own, features, VOICE.own);
  const { nearest, covered }: Alike = remembered
    ? compare(remembered, features, best(categories, odds))
    : { nearest: new Map(), covered: 0 };
  for (const [category, { likeness }] of nearest) {
    odds[categories.indexOf(category)]! += VOICE.own * likeness;
  }
  if (known) return { shares: toShares(odds), nearest };
  const other = categories.indexOf(OTHER);
  const foreign = own?.classes.includes(OTHER) ? odds[other]! / VOICE.own + 1 : 0;
  odds[other] = Number.NEGATIVE_INFINITY;
  const like = Math.max(0, ...[...nearest.values()].map(({ likeness }) => likeness));
  const clearness = Math.max(...odds) / VOICE.own + like + covered - WITHIN.other * foreign;
  const shots = Math.log(Math.min(sorter.shots, WITHIN.mostShots));
  const chance = WITHIN.slope * clearness + WITHIN.shots * shots + WITHIN.start;
  const within = 1 / (1 + Math.exp(-chance));
  const shares = toShares(odds).map((share) => share * within);
  shares[other] = 1 - within;
  return { shares, nearest };
}

function addOdds(
  odds: Float64Array,
  categories: readonly string[],
  linear: Linear,
  features: Features,
  voice: number,
): void {
  const judged = judge(linear, features);
  for (const [at, name] of linear.classes.entries()) {
    const i = categories[at] === name ? at : categories.indexOf(name);
    if (i >= 0) odds[i]! += voice * judged[at]!;
  }
}

function best(categories: readonly string[], odds: Float64Array): ReadonlySet<string> {
  const order = [...odds.keys()].sort((a, b) => odds[b]! - odds[a]!);
  return new Set(order.slice(0, COMPARED).map((i) => categories[i]!));
}

function toShares(odds: Float64Array): Float64Array {
  const most = Math.max(...odds);
  const shares = odds.map((one) => Math.exp(one - most));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((one) => one / sum);
}

/** Words that are looked at when somebody asks why. */
const ASKED = 40;
/** From here on a word says something. */
const SPEAKING = 0.2;

/** The words of a text that speak most for a category, at most three. */
export function speakingFor(
  category: string,
  words: readonly string[],
  { vectors, known, own }: Sorter,
): string[] {
  const voices = [known, own].flatMap((linear) => {
    const at = linear?.classes.indexOf(category) ?? -1;
    return linear && at >= 0 ? [{ linear, at }] : [];
  });
  const spoken = [...new Set(words.slice(0, ASKED))].map((word) => ({
    word,
    voice: voices.reduce((sum, { linear, at }) => sum + speak(linear, at, word, vectors), 0),
  }));
  return spoken
    .filter(({ voice }) => voice > SPEAKING)
    .sort((a, b) => b.voice - a.voice)
    .slice(0, 3)
    .map(({ word }) => word);
}
