import { loadHandbook } from '../src/handbook/handbook.ts';
import type { Handbook } from '../src/support/handbook.ts';
import { sorterOf } from '../src/support/sorting/fit.ts';
import { readSigns } from '../src/support/triage/category-signs.ts';
import { CATEGORIES, triage } from '../src/support/triage/triage.ts';
import { readWords } from '../src/support/triage/words.ts';
import { learnCategories } from '../train/categories.ts';
import type { Figure } from './figure.ts';
import { macroF1 } from './scores.ts';
import { type Data, rightCategories } from './sets.ts';

const SETS = [
  'twcs_labelled_inbound',
  'dstc11_natcs',
  'banking77',
  'app_reviews',
  'cfpb_complaints',
  'bitext_cs27',
];
const AIM = 0.6;

/**
 * The twelve built-in categories, over the rows whose label can be mapped: what ships, but learnt without the set that it is
 * measured on. Beside it what the handbook's phrases say alone, and the answer that is right most often.
 */
export async function measureCategories(data: Data): Promise<Figure[]> {
  const shipped = await loadHandbook();
  const figures = SETS.flatMap((set) => measureOn(data, set, shipped));
  const means = figures.filter(({ what }) => what === WHAT).map(({ value }) => value);
  const mean = means.reduce((a, b) => a + b, 0) / means.length;
  return [
    ...figures,
    { set: 'mean of the sets', what: WHAT, value: mean, n: SETS.length, aim: AIM },
  ];
}

const WHAT = 'twelve categories, macro-F1';

function measureOn(data: Data, set: string, shipped: Handbook): Figure[] {
  const mapping = data.mapping(set);
  const rows = data.rows(set).flatMap((row) => {
    const right = rightCategories(row, mapping);
    return right.length === 0 ? [] : [{ text: row.text, right }];
  });
  const { vectors } = shipped.sorter;
  const learnt = { vectors, categories: learnCategories(data, shipped.categories, vectors, set) };
  const handbook = { ...shipped, sorter: sorterOf(CATEGORIES, learnt) };
  const score = (say: (text: string) => string) =>
    macroF1(rows.map(({ text, right }) => ({ right, said: say(text) }))).mean;
  const commonest = mostOften(rows.map(({ right }) => right[0]!));
  const majority = score(() => commonest);
  const rules = score((text) => byRules(text, shipped));
  const value = score((text) => triage(text, handbook).category);
  const n = rows.length;
  return [
    { set, what: WHAT, value, n, floor: Math.max(majority, rules) },
    { set, what: '… by the phrases alone', value: rules, n },
    { set, what: '… by the commonest alone', value: majority, n },
  ];
}

function byRules(text: string, { categories }: Handbook): string {
  const signs = readSigns(readWords(text), categories);
  const sorted = CATEGORIES.toSorted((a, b) => (signs?.share(b) ?? 0) - (signs?.share(a) ?? 0));
  return sorted[0] ?? 'other';
}

function mostOften(all: readonly string[]): string {
  const counts = Map.groupBy(all, (one) => one);
  return [...counts].sort((a, b) => b[1].length - a[1].length)[0]![0];
}
