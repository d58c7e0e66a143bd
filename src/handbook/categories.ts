import { z } from 'zod';
import type { Category } from '../support/handbook.ts';
import { PROBLEM_SLOT } from '../support/reply/situations.ts';
import type { Fault } from './fault.ts';
import { readYaml, type Source } from './source.ts';
import { words } from './values.ts';

const weight = z.string().regex(/^[1-5]$/, 'is not a weight; write 1 to 5');

/** A problem's name: plain words with the slots that the desk knows. */
const problem = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !/[{}]/.test(text.replace(PROBLEM_SLOT, '')), {
    message: 'it holds a placeholder that nobody fills.',
    params: { remedy: 'Use {thing|other words}, {plan|other words}, {about} or {with}.' },
  });

const matter = z.strictObject({
  problem,
  when: words,
  needs: z.string().optional(),
  fault: z.boolean().optional(),
});

const category = z.strictObject({
  label: z.string().trim().min(1),
  problem,
  needs: z.string().optional(),
  phrases: z.record(weight, words).default({}),
  matters: z.array(matter).default([]),
});

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'use small letters, digits and _');

/** What a matter's phrases weigh in telling the category, unless they are listed with a weight of their own. */
const MATTER_WEIGHT = 3;

/** The categories as written, or undefined when something is wrong. */
export function readCategories(source: Source, faults: Fault[]): Category[] | undefined {
  const written = readYaml(source, z.record(name, category), faults);
  if (written === undefined) return undefined;
  if (written['other'] === undefined) {
    faults.push({
      file: source.file,
      what: 'There is no category "other".',
      remedy: 'Add it: it holds what fits nowhere else.',
    });
  }
  return Object.entries(written).map(([key, { phrases, matters, needs, ...rest }]) => ({
    name: key,
    ...rest,
    ...(needs === undefined ? {} : { needs }),
    phrases: [
      ...Object.entries(phrases).flatMap(([weigh, list]) =>
        list.map((phrase) => ({ phrase, weight: Number(weigh) })),
      ),
      ...matters
        .flatMap(({ when }) => when)
        .filter((phrase) => !Object.values(phrases).flat().includes(phrase))
        .map((phrase) => ({ phrase, weight: MATTER_WEIGHT })),
    ],
    examples: [],
    matters: matters.map(({ problem, when, needs: need, fault }) => ({
      problem,
      phrases: when,
      fault: fault ?? false,
      ...(need === undefined ? {} : { needs: need }),
    })),
  }));
}
