import { z } from 'zod';
import type { Category } from '../support/handbook.ts';
import { checkClashes, checkTellable } from './examples.ts';
import type { Fault } from './fault.ts';
import { readYaml, type Source } from './source.ts';
import {
  checkKnown,
  type LanguageFile,
  name,
  namesOf,
  problem,
  readTongue,
  telling,
  weighPhrases,
  withTongue,
} from './tongues.ts';
import { phrases } from './values.ts';

const matter = z.strictObject({
  problem,
  when: phrases,
  needs: z.string().optional(),
  fault: z.boolean().optional(),
});

const category = z.strictObject({
  label: z.string().trim().min(1),
  problem,
  needs: z.string().optional(),
  ...telling,
  matters: z.array(matter).default([]),
});

type Written = z.output<typeof category>;

/**
 * The categories as written, with what is said of them in further languages; or undefined when something is wrong. Of
 * categories that `source` does not have, a shipped language says nothing, and a language of the team's own should not.
 * `language` is the one in which `source` names the problems.
 */
export function readCategories(
  source: Source,
  languages: readonly LanguageFile[],
  faults: Fault[],
  language = 'en',
): Category[] | undefined {
  const written = readYaml(source, z.record(name, category), faults);
  const tongues = languages.flatMap((file) => {
    const named = file.shipped && readTongue({ ...file, source: file.shipped }, faults);
    const tongue = readTongue(file, faults);
    return [
      // What a team's words replace keeps its names, but for those that the team gives itself.
      ...(named ? [{ ...namesOf(named), own: false }] : []),
      ...(tongue ? [{ ...tongue, own: file.own }] : []),
    ];
  });
  if (written === undefined) return undefined;
  if (written['other'] === undefined) {
    faults.push({
      file: source.file,
      what: 'There is no category "other".',
      remedy: 'Add it: it holds what fits nowhere else.',
    });
  }
  const defined = Object.entries(written).map(([key, one]) => categoryOf(key, one, language));
  for (const tongue of tongues) if (tongue.own) checkKnown(tongue, defined, faults);
  checkClashes([{ source, categories: written }, ...tongues], faults);
  const categories = defined.map((one) => tongues.reduce(withTongue, one));
  checkTellable(categories, source, faults);
  return categories;
}

function categoryOf(
  name: string,
  { label, problem, needs, phrases, matters, examples }: Written,
  language: string,
): Category {
  const naming = (called: string) => (language === 'en' ? {} : { called: { [language]: called } });
  return {
    name,
    label,
    problem,
    ...naming(problem),
    ...(needs === undefined ? {} : { needs }),
    phrases: weighPhrases(
      phrases,
      matters.flatMap(({ when }) => when),
    ),
    matters: matters.map(({ problem, when, needs: need, fault }) => ({
      problem,
      ...naming(problem),
      phrases: when,
      fault: fault ?? false,
      ...(need === undefined ? {} : { needs: need }),
    })),
    examples,
  };
}
