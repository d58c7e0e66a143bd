import { loadHandbook } from '../src/handbook/handbook.ts';
import { triage } from '../src/support/triage/triage.ts';
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

/** The twelve built-in categories, over the rows whose label can be mapped. */
export async function measureCategories(data: Data): Promise<Figure[]> {
  const handbook = await loadHandbook();
  return SETS.map((set) => {
    const mapping = data.mapping(set);
    const pairs = data.rows(set).flatMap((row) => {
      const right = rightCategories(row, mapping);
      return right.length === 0 ? [] : [{ right, said: triage(row.text, handbook).category }];
    });
    const { mean } = macroF1(pairs);
    return { set, what: 'twelve categories, macro-F1', value: mean, n: pairs.length };
  });
}
