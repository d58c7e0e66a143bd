import type { Category, Handbook, Matter } from '../handbook.ts';
import { type Found, findPhrases, indexPhrases, longestOf, type PhraseIndex } from './phrases.ts';
import type { Words } from './words.ts';

/** What a message is about, and how sure that is. */
export interface Sorted {
  readonly category: string;
  readonly confidence: number;
  readonly candidates: readonly { readonly category: string; readonly confidence: number }[];
  readonly because: string;
}

type Sign = { readonly category: string; readonly weight: number };

const indexes = new WeakMap<readonly Category[], PhraseIndex<Sign>>();
const matters = new WeakMap<readonly Matter[], PhraseIndex<Matter>>();

/** What no phrase at all weighs: with as little as a hint, a message stays "other". */
const DOUBT = 1.6;
/** Below this, no category is claimed. */
const LEAST = 0.34;

/** Sorts a message into one of the handbook's categories by the phrases written down there. */
export function sortByPhrases(words: Words, handbook: Handbook): Sorted {
  const scores = new Map<string, number>();
  const signs = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const { phrase, of, from, to, letters } of heaviestFirst(words, handbook.categories)) {
    const key = `${of.category}/${phrase}`;
    // What is written alike in two languages, or fits two phrases, is one sign all the same.
    const place = `${of.category}/${from}/${letters?.from}/${to}/${letters?.to}`;
    if (seen.has(key) || seen.has(place)) continue;
    seen.add(key).add(place);
    scores.set(of.category, (scores.get(of.category) ?? 0) + of.weight);
    signs.set(of.category, [...(signs.get(of.category) ?? []), phrase]);
  }
  const sum = [...scores.values()].reduce((a, b) => a + b ** 1.5, DOUBT ** 1.5);
  const candidates = [...scores]
    .map(([category, score]) => ({ category, confidence: round(score ** 1.5 / sum) }))
    .sort((a, b) => b.confidence - a.confidence || a.category.localeCompare(b.category));
  const best = candidates[0];
  if (best === undefined || best.confidence < LEAST) {
    const confidence = round(Math.max(0.3, 1 - (best?.confidence ?? 0)));
    return {
      category: 'other',
      confidence,
      candidates: [{ category: 'other', confidence }, ...candidates].slice(0, 3),
      because: best === undefined ? 'no words that tell' : 'too few words that tell',
    };
  }
  const told = (signs.get(best.category) ?? []).slice(0, 4).map((p) => `"${p.replace(/\*/g, '')}"`);
  return { ...best, candidates: candidates.slice(0, 3), because: `says ${told.join(', ')}` };
}

function heaviestFirst(words: Words, categories: readonly Category[]): Found<Sign>[] {
  const found = longestOf(findPhrases(indexOf(categories), words));
  return found.sort((a, b) => b.of.weight - a.of.weight || a.from - b.from);
}

/** The kind of problem within a category that a message speaks of most clearly, and at which word it does. */
export function findMatter(
  words: Words,
  category: Category,
): { readonly matter: Matter; readonly at: number } | undefined {
  let index = matters.get(category.matters);
  if (index === undefined) {
    index = indexPhrases(
      category.matters.flatMap((matter) => matter.phrases.map((p) => [p, matter] as const)),
    );
    matters.set(category.matters, index);
  }
  const spoken = new Map<Matter, { at: number; length: number }>();
  for (const { of, from, to } of longestOf(findPhrases(index, words))) {
    const { at, length } = spoken.get(of) ?? { at: from, length: 0 };
    spoken.set(of, { at, length: length + to - from });
  }
  // The longest phrase is the clearest sign; of equals, the one that the team wrote first.
  const order = (matter: Matter) => category.matters.indexOf(matter);
  const [best] = [...spoken].sort((a, b) => b[1].length - a[1].length || order(a[0]) - order(b[0]));
  return best === undefined ? undefined : { matter: best[0], at: best[1].at };
}

function indexOf(categories: readonly Category[]): PhraseIndex<Sign> {
  let index = indexes.get(categories);
  if (index === undefined) {
    index = indexPhrases(
      categories.flatMap((category) => {
        const weights = new Map<string, number>();
        for (const { phrase, weight } of category.phrases) {
          weights.set(phrase, Math.max(weight, weights.get(phrase) ?? 0));
        }
        return [...weights].map(
          ([phrase, weight]) => [phrase, { category: category.name, weight }] as const,
        );
      }),
    );
    indexes.set(categories, index);
  }
  return index;
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
