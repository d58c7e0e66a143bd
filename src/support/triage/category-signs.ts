import type { Category } from '../handbook.ts';
import { type Found, findPhrases, indexPhrases, longestOf, type PhraseIndex } from './phrases.ts';
import type { Words } from './words.ts';

/** What the handbook's phrases say of a message. */
export interface Signs {
  /** How likely a category is by its phrases alone, 0 to 1; without phrases of its own, as likely as none of them. */
  share(category: string): number;
  /** The phrases of this category that were found, each once. */
  found(category: string): readonly string[];
}

type Sign = { readonly category: string; readonly weight: number };

interface Index {
  readonly phrases: PhraseIndex<Sign>;
  readonly having: ReadonlySet<string>;
}

const indexes = new WeakMap<readonly Category[], Index>();

/** What no phrase at all weighs: with as little as a hint, a message fits none of the categories. */
const DOUBT = 1.6;
/** Two hints say more than twice what one says. */
const SURER = 1.5;

/** Looks for the phrases that the categories list; undefined where they list none. */
export function readSigns(words: Words, categories: readonly Category[]): Signs | undefined {
  const { phrases, having } = indexOf(categories);
  if (having.size === 0) return undefined;
  const scores = new Map<string, number>();
  const found = new Map<string, string[]>();
  const places = new Set<string>();
  for (const { phrase, of, from, to, letters } of heaviestFirst(phrases, words)) {
    const list = found.get(of.category) ?? [];
    // What is written alike in two languages, or fits two phrases, is one sign all the same.
    const place = `${of.category}/${from}/${letters?.from}/${to}/${letters?.to}`;
    if (list.includes(phrase) || places.has(place)) continue;
    places.add(place);
    found.set(of.category, [...list, phrase]);
    scores.set(of.category, (scores.get(of.category) ?? 0) + of.weight);
  }
  const none = DOUBT ** SURER;
  const all = [...scores.values()].reduce((sum, score) => sum + score ** SURER, none);
  return {
    share: (category) => (having.has(category) ? (scores.get(category) ?? 0) ** SURER : none) / all,
    found: (category) => found.get(category) ?? [],
  };
}

function heaviestFirst(phrases: PhraseIndex<Sign>, words: Words): Found<Sign>[] {
  const found = longestOf(findPhrases(phrases, words));
  return found.sort((a, b) => b.of.weight - a.of.weight || a.from - b.from);
}

function indexOf(categories: readonly Category[]): Index {
  let index = indexes.get(categories);
  if (index === undefined) {
    index = {
      phrases: indexPhrases(categories.flatMap(signsOf)),
      having: new Set(categories.filter((one) => one.phrases.length > 0).map(({ name }) => name)),
    };
    indexes.set(categories, index);
  }
  return index;
}

function signsOf({ name, phrases }: Category): [phrase: string, of: Sign][] {
  const weights = new Map<string, number>();
  for (const { phrase, weight } of phrases) {
    weights.set(phrase, Math.max(weight, weights.get(phrase) ?? 0));
  }
  return [...weights].map(([phrase, weight]) => [phrase, { category: name, weight }]);
}
