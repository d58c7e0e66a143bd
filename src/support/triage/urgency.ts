import type { Handbook, Step, UrgencyRule } from '../handbook.ts';
import { sayLength } from '../time/length.ts';
import { countPeople } from './people.ts';
import { type Found, findPhrases, indexPhrases, type PhraseIndex } from './phrases.ts';
import type { Urgency } from './triage.ts';
import { type Words, wordsOnly } from './words.ts';

/** What a rule's phrase says when found: that the rule holds, or that it does not. */
type Sign = { readonly rule: UrgencyRule; readonly against: boolean };

const indexes = new WeakMap<readonly UrgencyRule[], PhraseIndex<Sign>>();

/** Categories in which, without a rule that says otherwise, nobody is hindered. */
const CALM = ['feedback_praise', 'feature_request'];

const LEVELS: readonly Urgency[] = ['p1', 'p2', 'p3', 'p4'];

/** What speaks for a step down counts in so many words at the beginning: later in a report it is said in passing. */
const OPENING = 30;

/** Quoted words longer than this say no more. */
const LONGEST_QUOTE = 60;

/** What the conversation tells beside the words. */
export interface Circumstances {
  /** Milliseconds that the customer has waited for us. */
  readonly waited?: number;
  /** How many times the customer has asked about this without an answer, this time included. */
  readonly contacts?: number;
  /** Which entry of the policy's VIP list the customer is on. */
  readonly vip?: string;
}

/** How urgent a matter is, and by which rules. */
export interface Weighed {
  readonly urgency: Urgency;
  readonly because: string;
}

/**
 * How urgent a matter is by what it does to the customer; loudness counts for nothing. The most urgent level of a rule
 * that fires holds; steps up and down cancel out and move it by one at most. Every rule that fired is named.
 */
export function weighUrgency(
  words: Words,
  { urgency: rules }: Pick<Handbook, 'urgency'>,
  category: string,
  circumstances: Circumstances = {},
): Weighed {
  const said = saidBy(words, rules);
  const people = countPeople(words);
  const fired = rules.flatMap((rule) => {
    const signs = signsOf(rule, words, said.get(rule), people, circumstances);
    return signs === undefined ? [] : [{ rule, because: `${rule.name} (${signs.join(', ')})` }];
  });
  const levels = fired.filter(({ rule }) => !isStep(rule.urgency));
  const base = levels.length === 0 ? calmness(category) : undefined;
  const level = base?.urgency ?? LEVELS.find((l) => levels.some(({ rule }) => rule.urgency === l))!;
  const steps = fired.filter(({ rule }) => isStep(rule.urgency));
  const up = steps.filter(({ rule }) => rule.urgency === 'one step up').length;
  const at = LEVELS.indexOf(level) - Math.sign(up - (steps.length - up));
  const strongestFirst = [...levels].sort((a, b) => (a.rule.urgency < b.rule.urgency ? -1 : 1));
  return {
    urgency: LEVELS[Math.min(LEVELS.length - 1, Math.max(0, at))]!,
    because: [
      ...(base === undefined ? strongestFirst.map((one) => one.because) : [base.because]),
      ...steps.map(({ rule, because }) => `${rule.urgency}: ${because}`),
    ].join('; '),
  };
}

function isStep(urgency: UrgencyRule['urgency']): urgency is Step {
  return urgency === 'one step up' || urgency === 'one step down';
}

/** What a matter is without a rule that says otherwise. */
function calmness(category: string): Weighed {
  if (CALM.includes(category)) return { urgency: 'p4', because: 'nothing is broken' };
  if (category === 'how_to') return { urgency: 'p4', because: 'a question, nobody is held up' };
  return { urgency: 'p3', because: 'a problem without signs of wider harm' };
}

/** What speaks for each of a rule's conditions; undefined where one does not hold. */
function signsOf(
  rule: UrgencyRule,
  words: Words,
  phrase: Found<Sign> | undefined,
  people: ReturnType<typeof countPeople>,
  { waited = 0, contacts = 1, vip }: Circumstances,
): string[] | undefined {
  const signs: string[] = [];
  if (rule.phrases.length > 0) {
    if (phrase === undefined) return undefined;
    if (rule.people === undefined) signs.push(quote(words, phrase));
  }
  if (rule.people !== undefined) {
    if (people === undefined || people.count < rule.people) return undefined;
    signs.push(quote(words, people));
  }
  if (rule.waited !== undefined) {
    if (waited < rule.waited) return undefined;
    signs.push(`${sayLength(waited)} so far`);
  }
  if (rule.contacts !== undefined) {
    if (contacts < rule.contacts) return undefined;
    signs.push(`asked ${contacts} times`);
  }
  if (rule.vip !== undefined) {
    if (vip === undefined) return undefined;
    signs.push(vip);
  }
  return signs;
}

function quote(words: Words, { from, to }: { readonly from: number; readonly to: number }): string {
  const said = wordsOnly({ ...words, tokens: words.tokens.slice(from, to) }).join(' ');
  return `"${said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE)}…` : said}"`;
}

/** The first phrase of each rule that nothing in its sentence takes back. */
function saidBy(words: Words, rules: readonly UrgencyRule[]): Map<UrgencyRule, Found<Sign>> {
  const found = findPhrases(indexOf(rules), words);
  const said = new Map<UrgencyRule, Found<Sign>>();
  if (found.length === 0) return said;
  const sentences = sentencesOf(words);
  const takenBack = new Map<UrgencyRule, Set<number>>();
  for (const { of, from } of found) {
    if (!of.against) continue;
    takenBack.set(of.rule, (takenBack.get(of.rule) ?? new Set()).add(sentences[from]!));
  }
  for (const one of found) {
    const { rule, against } = one.of;
    if (against || said.has(rule) || takenBack.get(rule)?.has(sentences[one.from]!)) continue;
    if (rule.urgency === 'one step down' && one.from >= OPENING) continue;
    said.set(rule, one);
  }
  return said;
}

/** The number of the sentence that each token stands in. */
function sentencesOf({ tokens }: Words): number[] {
  let number = 0;
  return tokens.map((token) => (token === '.' ? number++ : number));
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
