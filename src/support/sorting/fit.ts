import { readWords, wordsOnly } from '../triage/words.ts';
import { type Example, remember } from './examples.ts';
import { extractFeatures } from './features.ts';
import { judge, type Linear, learn } from './linear.ts';
import { OTHER, type Sorter } from './sorter.ts';
import type { WordVectors } from './vectors.ts';

/** What was learnt from public messages before a team has written anything. */
export interface Learnt {
  readonly vectors: WordVectors;
  /** The built-in categories. */
  readonly categories: Linear;
}

/**
 * Makes a sorter for these categories. Examples teach it; of a category that it knows already it starts from what it knows
 * and moves as far as the examples ask, so that a handful of corrections counts and forgets nothing. Takes about a
 * millisecond for each example and ten categories: with many, in a worker.
 */
export function fitSorter(
  categories: readonly string[],
  examples: readonly Example[],
  { vectors, categories: builtIn }: Learnt,
): Sorter {
  const all = categories.includes(OTHER) ? categories : [...categories, OTHER];
  const keeps = all.some((category) => category !== OTHER && builtIn.classes.includes(category));
  const known = keeps ? { known: builtIn } : {};
  const taught = examples.filter(({ category }) => all.includes(category));
  if (taught.length === 0) return { vectors, categories: all, ...known, shots: 1 };
  const features = taught.map(({ text }) => extractFeatures(wordsOnly(readWords(text)), vectors));
  const classes = keeps
    ? all
    : all.filter((category) => taught.some((one) => one.category === category));
  const own = learn(
    taught.map(({ category }, i) => ({
      features: features[i]!,
      label: category,
      ...(keeps ? { prior: priorOf(classes, builtIn, judge(builtIn, features[i]!)) } : {}),
    })),
    classes,
  );
  const inside = taught
    .keys()
    .filter((i) => taught[i]!.category !== OTHER)
    .toArray();
  return {
    vectors,
    categories: all,
    ...known,
    own,
    remembered: remember(
      inside.map((i) => taught[i]!),
      inside.map((i) => features[i]!),
    ),
    shots: Math.max(1, inside.length / Math.max(1, all.length - 1)),
  };
}

function priorOf(classes: readonly string[], builtIn: Linear, judged: Float64Array): number[] {
  return classes.map((category) => {
    const at = builtIn.classes.indexOf(category);
    return at < 0 ? 0 : judged[at]!;
  });
}
