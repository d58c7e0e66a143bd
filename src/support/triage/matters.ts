import type { Category, Matter } from '../handbook.ts';
import { findPhrases, indexPhrases, longestOf, type PhraseIndex } from './phrases.ts';
import type { Words } from './words.ts';

const indexes = new WeakMap<readonly Matter[], PhraseIndex<Matter>>();

/** The kind of problem within a category that a message speaks of most clearly, and at which word it does. */
export function findMatter(
  words: Words,
  category: Category,
): { readonly matter: Matter; readonly at: number } | undefined {
  let index = indexes.get(category.matters);
  if (index === undefined) {
    index = indexPhrases(
      category.matters.flatMap((matter) => matter.phrases.map((p) => [p, matter] as const)),
    );
    indexes.set(category.matters, index);
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
