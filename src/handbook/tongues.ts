import { z } from 'zod';
import type { Category, Matter, WeightedPhrase } from '../support/handbook.ts';
import { PROBLEM_SLOT } from '../support/reply/situations.ts';
import { findPhrases, indexPhrases } from '../support/triage/phrases.ts';
import { readTokens } from '../support/triage/words.ts';
import { examples } from './examples.ts';
import type { Fault } from './fault.ts';
import { lineOf, readYaml, type Source } from './source.ts';
import { phrases } from './values.ts';

/** What a matter's phrases weigh in telling the category, unless they are listed with a weight of their own. */
const MATTER_WEIGHT = 3;

const weight = z.string().regex(/^[1-5]$/, 'is not a weight; write 1 to 5');

/** A category's name. */
export const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'use small letters, digits and _');

/** What tells a category, in whichever file it stands. */
export const telling = {
  phrases: z.record(weight, phrases).default({}),
  examples: examples.default([]),
};

/** A problem's name: plain words with the slots that the desk knows. */
export const problem = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !/[{}]/.test(text.replace(PROBLEM_SLOT, '')), {
    message: 'it holds a placeholder that nobody fills.',
    params: { remedy: 'Use {thing|other words}, {plan|other words}, {about} or {with}.' },
  });

/** By category; a matter goes by its problem. */
const tongue = z.record(
  name,
  z.strictObject({
    ...telling,
    problem: problem.optional(),
    called: z.record(z.string(), problem).default({}),
    matters: z.record(z.string(), phrases).default({}),
  }),
);

/** What the customers of one language write about the categories, and what these are called in replies to them. */
export interface Tongue {
  readonly language: string;
  readonly source: Source;
  readonly categories: z.output<typeof tongue>;
}

/** A file that is there once for each language. */
export interface LanguageFile {
  /** ISO 639-1. */
  readonly language: string;
  readonly source: Source;
  /** The team's, not the shipped one. */
  readonly own: boolean;
  /** The shipped one that the team's stands in front of. */
  readonly shipped?: Source | undefined;
}

/** Reads the words of one language, or undefined when something is wrong. */
export function readTongue(
  { language, source }: LanguageFile,
  faults: Fault[],
): Tongue | undefined {
  const categories = readYaml(source, tongue, faults);
  return categories && { language, source, categories };
}

/** A language's names for problems, without what tells these. */
export function namesOf(tongue: Tongue): Tongue {
  const names = Object.entries(tongue.categories).map(([key, { problem, called }]) => {
    const telling = { phrases: {}, matters: {}, examples: [] };
    return [key, { ...(problem === undefined ? {} : { problem }), called, ...telling }] as const;
  });
  return { ...tongue, categories: Object.fromEntries(names) };
}

/** What a team writes of a category or a matter that is not there, nobody would ever read. */
export function checkKnown(
  { source, categories }: Tongue,
  known: readonly Category[],
  faults: Fault[],
): void {
  const remedy = 'Correct its spelling, add it to categories.yaml, or remove it here.';
  for (const [key, { called, matters }] of Object.entries(categories)) {
    const category = known.find(({ name }) => name === key);
    if (category === undefined) {
      const what = `There is no category "${key}".`;
      faults.push({ file: source.file, line: lineOf(source, [key]), what, remedy });
      continue;
    }
    const named = Object.entries({ called, matters }).flatMap(([list, of]) =>
      Object.keys(of).map((problem) => [list, problem] as const),
    );
    for (const [list, problem] of named) {
      if (category.matters.some((matter) => matter.problem === problem)) continue;
      const line = lineOf(source, [key, list, problem]);
      const what = `The category "${key}" has no matter "${problem}".`;
      faults.push({ file: source.file, line, what, remedy });
    }
  }
}

/** The category with what is said of it in a language. Of a matter that it does not have, the words still tell the category. */
export function withTongue(category: Category, { language, categories }: Tongue): Category {
  if (!Object.hasOwn(categories, category.name)) return category;
  const { problem, called, phrases, matters, examples } = categories[category.name]!;
  const naming = (one: Category | Matter, name: string | undefined) =>
    name === undefined ? {} : { called: { ...one.called, [language]: name } };
  return {
    ...category,
    ...naming(category, problem),
    phrases: [...category.phrases, ...weighPhrases(phrases, Object.values(matters).flat())],
    matters: category.matters.map((matter) => ({
      ...matter,
      ...naming(matter, ownIn(called, matter.problem)),
      phrases: [...matter.phrases, ...(ownIn(matters, matter.problem) ?? [])],
    })),
    examples: [...category.examples, ...examples],
  };
}

function ownIn<T>(list: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(list, key) ? list[key] : undefined;
}

/** Phrases with their weights, as listed; one of a matter that is not listed tells no less than the listed ones within it. */
export function weighPhrases(
  listed: Readonly<Record<string, readonly string[]>>,
  ofMatters: readonly string[],
): WeightedPhrase[] {
  const weights = Object.entries(listed).flatMap(([weight, list]) =>
    list.map((phrase) => [phrase, Number(weight)] as const),
  );
  const known = new Map(weights);
  const index = indexPhrases(weights);
  const within = (phrase: string) => {
    const tokens = readTokens(phrase.replaceAll('...', ' '));
    return findPhrases(index, { text: phrase, tokens }).map(({ of }) => of);
  };
  return [
    ...weights,
    ...ofMatters
      .filter((phrase) => !known.has(phrase))
      .map((phrase) => [phrase, Math.max(MATTER_WEIGHT, ...within(phrase))] as const),
  ].map(([phrase, weight]) => ({ phrase, weight }));
}
