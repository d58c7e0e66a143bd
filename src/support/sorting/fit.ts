import { readWords, wordsOnly } from '../triage/words.ts';
import { type Example, type Remembered, remember } from './examples.ts';
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

/** What a team's examples teach. */
export interface Taught {
  readonly own: Linear;
  readonly remembered: Remembered;
  /** How many examples a category has on average. */
  readonly shots: number;
}

/** Examples of one category that are kept to compare with: more say little new. */
const REMEMBERED = 40;

/**
 * Learns from a team's examples. Of a category that is known already it starts from what is known and moves as far as the
 * examples ask, so that a handful of corrections counts and nothing is forgotten. 1,500 examples of 77 categories take
 * about two seconds: let a worker do it. Undefined without examples.
 */
export function teach(
  categories: readonly string[],
  examples: readonly Example[],
  { vectors, categories: builtIn }: Learnt,
): Taught | undefined {
  const all = withOther(categories);
  const taught = examples.filter(({ category }) => all.includes(category));
  if (taught.length === 0) return undefined;
  const knows = keepsAny(all, builtIn);
  const features = taught.map(({ text }) => extractFeatures(wordsOnly(readWords(text)), vectors));
  const classes = knows ? all : all.filter((name) => taught.some((one) => one.category === name));
  const own = learn(
    taught.map(({ category }, i) => ({
      features: features[i]!,
      label: category,
      ...(knows ? { prior: priorOf(classes, builtIn, judge(builtIn, features[i]!)) } : {}),
    })),
    classes,
    { lean: knows ? 0 : 1 },
  );
  const counts = new Map<string, number>();
  const kept = [...taught.keys()].filter((i) => {
    const { category } = taught[i]!;
    counts.set(category, (counts.get(category) ?? 0) + 1);
    return category !== OTHER && counts.get(category)! <= REMEMBERED;
  });
  const inside = taught.filter(({ category }) => category !== OTHER).length;
  return {
    own,
    remembered: remember(
      kept.map((i) => taught[i]!),
      kept.map((i) => features[i]!),
    ),
    shots: Math.max(1, inside / Math.max(1, all.length - 1)),
  };
}

/** The sorter into these categories, by what was learnt from others and what the team's examples taught. */
export function sorterOf(categories: readonly string[], learnt: Learnt, taught?: Taught): Sorter {
  const all = withOther(categories);
  const knows = keepsAny(all, learnt.categories);
  return {
    vectors: learnt.vectors,
    categories: all,
    ...(knows ? { known: learnt.categories } : {}),
    ...(taught ?? { shots: 1 }),
  };
}

function withOther(categories: readonly string[]): readonly string[] {
  return categories.includes(OTHER) ? categories : [...categories, OTHER];
}

/** Whether what is known of the built-in categories helps: a team may have categories of its own alone. */
function keepsAny(categories: readonly string[], builtIn: Linear): boolean {
  return categories.some((name) => name !== OTHER && builtIn.classes.includes(name));
}

function priorOf(classes: readonly string[], builtIn: Linear, judged: Float64Array): number[] {
  return classes.map((category) => {
    const at = builtIn.classes.indexOf(category);
    return at < 0 ? 0 : judged[at]!;
  });
}
