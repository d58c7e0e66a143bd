import type { Handbook, UrgencyRule } from '../handbook.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from './phrases.ts';
import type { Urgency } from './triage.ts';
import { type Words, wordsOnly } from './words.ts';

/** What a rule's phrase says when found: that the rule holds, or that it does not. */
type Sign = { readonly rule: UrgencyRule; readonly against: boolean };

const indexes = new WeakMap<readonly UrgencyRule[], PhraseIndex<Sign>>();

/** Categories in which, without a rule that says otherwise, nobody is hindered. */
const CALM = ['feedback_praise', 'feature_request'];

/** How urgent a matter is, and by which rule. */
export interface Weighed {
  readonly urgency: Urgency;
  readonly because: string;
}

/** How urgent a matter is by what it does to the customer; loudness counts for nothing. */
export function weighUrgency(words: Words, handbook: Handbook, category: string): Weighed {
  const found = findPhrases(indexOf(handbook.urgency), words);
  const refused = new Set(found.filter(({ of }) => of.against).map(({ of }) => of.rule));
  const holding = found.filter(({ of }) => !of.against && !refused.has(of.rule));
  const [first] = holding.sort((a, b) => a.of.rule.urgency.localeCompare(b.of.rule.urgency));
  if (first !== undefined) {
    const { rule } = first.of;
    return { urgency: rule.urgency, because: `${rule.name} ("${say(words, first)}")` };
  }
  if (CALM.includes(category)) return { urgency: 'p4', because: 'nothing is broken' };
  if (category === 'how_to') return { urgency: 'p4', because: 'a question, nobody is held up' };
  return { urgency: 'p3', because: 'a problem without signs of wider harm' };
}

function say(words: Words, { from, to }: { from: number; to: number }): string {
  return wordsOnly({ ...words, tokens: words.tokens.slice(from, to) }).join(' ');
}

function indexOf(rules: readonly UrgencyRule[]): PhraseIndex<Sign> {
  let index = indexes.get(rules);
  if (index === undefined) {
    index = indexPhrases(
      rules.flatMap((rule): [string, Sign][] => [
        ...rule.phrases.map((p): [string, Sign] => [p, { rule, against: false }]),
        ...rule.unless.map((p): [string, Sign] => [p, { rule, against: true }]),
      ]),
    );
    indexes.set(rules, index);
  }
  return index;
}
