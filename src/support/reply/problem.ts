import type { Category, Matter } from '../handbook.ts';
import { findMatter } from '../triage/matters.ts';
import { readWords, type Words, withoutAddresses } from '../triage/words.ts';
import { detailsIn } from './details.ts';
import { PROBLEM_SLOT } from './situations.ts';
import { NOT_IN_NAMES, PAIRS, PLANS, THINGS } from './things.ts';

/** What a customer's problem is called in a reply. */
export interface Problem {
  readonly matter: Matter | undefined;
  /** In our words, from the most exact to the plainest: the first that fits is the one to use. */
  readonly names: readonly string[];
}

const things = new Set(THINGS.split(/\s+/));
const plans = new Set(PLANS.split(/\s+/));
const OWNERS: Readonly<Record<string, string>> = {
  my: 'your',
  our: 'your',
  mine: 'your',
  your: 'our',
};

/** Where an amount is what it is about; elsewhere it is only mentioned. */
const MONEY = ['billing', 'refund', 'security_privacy'];

const ABOUT = /\{(?:about|with)\}/;

/** Names a problem in our own words, with what the customer named themselves where that is safe to repeat. */
export function nameProblem(text: string, category: Category): Problem {
  const words = readWords(text);
  const found = findMatter(words, category);
  const matter = found?.matter;
  const details = detailsIn(text)
    .filter(({ kind }) => kind !== 'amount' || MONEY.includes(category.name))
    .map(({ said }) => said);
  const extra = details.length > 0 ? ` (${details.slice(0, 2).join(', ')})` : '';
  const topic = thingIn(words, things, found?.at) ?? chunkIn(text);
  const filled = (problem: string, about: string | undefined) =>
    problem.replace(PROBLEM_SLOT, (_, slot: string | undefined, usual: string, link: string) => {
      if (slot !== undefined)
        return thingIn(words, slot === 'plan' ? plans : things, found?.at) ?? usual;
      return about === undefined ? '' : ` ${link} ${about}`;
    });
  return {
    matter,
    names: [
      ...(matter === undefined ? [] : [filled(matter.problem, topic)]),
      filled(category.problem, topic),
      ...(topic === undefined
        ? []
        : [
            ABOUT.test(category.problem)
              ? filled(category.problem, topic)
              : `your message about ${topic}`,
          ]),
    ].map((name) => name + extra),
  };
}

const PLACES = new Set(['in', 'on', 'from', 'at', 'of', 'after', 'via', 'through', 'since']);
const ACRONYMS = /\b(?:api|csv|pdf|sso|url|vat|tv|ios)\b/g;

function spell(name: string): string {
  return name.replace(ACRONYMS, (word) => (word === 'ios' ? 'iOS' : word.toUpperCase()));
}

/** The thing of the list that stands nearest to the word `at`, with whose it is. */
function thingIn({ tokens }: Words, list: ReadonlySet<string>, at = 0): string | undefined {
  const named: { name: string; away: number }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    const next = tokens[i + 1] ?? '';
    const name = PAIRS.has(`${token} ${next}`) && list.has(next) ? `${token} ${next}` : token;
    if (name === token && !list.has(token)) continue;
    const before = tokens.slice(Math.max(0, i - 2), i).reverse();
    const owner = before.map((word) => OWNERS[word]).find((word) => word !== undefined);
    // What stands right before the trouble is what it is about, even without "the".
    const near = at - i === 1 || at - i === 2;
    const definite = near || before.some((word) => /^(?:the|this|that)$/.test(word));
    if (owner === undefined && !definite) continue;
    // In "the link in the email is broken" it is the link.
    const within = before.concat(tokens[i - 3] ?? '').some((word) => PLACES.has(word));
    const away = Math.abs(at - i) + (within ? 20 : 0);
    named.push({ name: `${owner ?? 'the'} ${spell(name)}`, away });
    if (name !== token) i++;
  }
  return named.sort((a, b) => a.away - b.away)[0]?.name;
}

/** What stands after "my", "your", "the" or "about", when it is short and plain enough to repeat. */
function chunkIn(text: string): string | undefined {
  const plain = withoutAddresses(text).replace(/#\w+/g, ' ').slice(0, 4_000);
  const starts =
    /\b(my|our|your|the|this|about)\s+((?:[A-Za-z][\w-]{0,20}[ \t]+){0,2}[A-Za-z][\w-]{0,20})/g;
  // What is theirs is what it is about; what is ours or merely there comes after.
  const theirs = (start: string | undefined) => (/^(?:my|our)$/.test(start ?? '') ? 0 : 1);
  const found = [...plain.matchAll(starts)].sort((a, b) => theirs(a[1]) - theirs(b[1]));
  for (const [, start, rest] of found) {
    const chunk: string[] = [];
    for (const word of (rest ?? '').split(/\s+/)) {
      if (NOT_IN_NAMES.has(word.toLowerCase()) || /(?:ing|ed|ly)$/.test(word)) break;
      chunk.push(word);
    }
    const name = chunk.join(' ');
    if (!/[A-Za-z]{3}/.test(name) || name === name.toUpperCase()) continue;
    const owner = OWNERS[start ?? ''];
    return owner === undefined ? (start === 'about' ? name : `the ${name}`) : `${owner} ${name}`;
  }
  return undefined;
}
