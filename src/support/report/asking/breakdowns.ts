import { nearest } from '../../nearest.ts';
import { BREAKDOWNS, type Breakdown } from '../report.ts';
import { listed, quoted } from './wording.ts';

/** What people say for the names, each in the singular. */
const NAMES: ReadonlyMap<string, Breakdown> = new Map<string, Breakdown>([
  ...BREAKDOWNS.map((name) => [name, name] satisfies [string, Breakdown]),
  ['topic', 'category'],
  ['owner', 'agent'],
  ['person', 'agent'],
  ['people', 'agent'],
  ['lang', 'language'],
  ['priority', 'urgency'],
  ['wording', 'template'],
  ['draft', 'template'],
  ['time', 'hour'],
]);

/** What a report can be broken down by, or narrowed to, by a word: also the plural, also "topic" for a category. */
export function breakdownIn(word: string): Breakdown | undefined {
  const said = word.toLowerCase();
  const singular = [said, said.replace(/s$/, ''), said.replace(/ies$/, 'y')];
  return singular.map((one) => NAMES.get(one)).find(Boolean);
}

/** The breakdown that a mistyped word most likely means. */
export function likelyBreakdown(word: string): Breakdown | undefined {
  const said = word.toLowerCase();
  return breakdownIn(said) ?? breakdownIn(nearest(said, said.length < 4 ? [] : BREAKDOWNS) ?? '');
}

/** Reads what stands behind each "by": one at most. */
export function readBreakdown(
  words: readonly string[],
): Breakdown | undefined | { readonly wrong: string } {
  const [word, ...more] = words;
  if (word === undefined) return undefined;
  const all = `A report can be broken down by ${listed(BREAKDOWNS)}.`;
  if (word === '') return { wrong: all };
  if (more.length > 0) return { wrong: `${all.slice(0, -1)}, by one at a time.` };
  const name = breakdownIn(word);
  if (name) return name;
  const meant = likelyBreakdown(word);
  const guess = meant ? ` Did you mean “by ${meant}”?` : '';
  return { wrong: `I cannot break a report down by ${quoted(word)}.${guess} ${all}` };
}
