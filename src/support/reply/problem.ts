import type { Category, Matter } from '../handbook.ts';
import { findMatter } from '../triage/matters.ts';
import { folded, readWords, type Words } from '../triage/words.ts';
import { detailsIn } from './details.ts';
import { mentionIn, planIn, thingIn, topicIn } from './english-things.ts';
import { restated } from './restating.ts';
import { PROBLEM_SLOT } from './situations.ts';
import { vocabularyOf } from './vocabularies.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** What a customer's problem is called in a reply. */
export interface Problem {
  readonly matter: Matter | undefined;
  /** In our words, from the most exact to the plainest: the first that fits is the one to use. */
  readonly names: readonly string[];
}

/** Where an amount is what it is about; elsewhere it is only mentioned. */
const MONEY = ['billing', 'refund', 'security_privacy'];

/**
 * Names a problem in our own words, in a language, with what the customer named themselves where that is safe to repeat.
 * `plain` is the category that names whatever has no name in that language.
 */
export function nameProblem(
  text: string,
  category: Category,
  language = 'en',
  plain: Category = category,
): Problem {
  const vocabulary = vocabularyOf(language);
  const words = readWords(text);
  const found = findMatter(words, category);
  const details = detailsIn(text, vocabulary)
    .filter(({ kind }) => kind !== 'amount' || MONEY.includes(category.name))
    .map(({ said }) => said);
  const given = details.slice(0, 2).join(', ');
  const extra = given === '' ? '' : vocabulary.beside.replace('…', () => given);
  const english = language === 'en';
  const topic = english
    ? topicIn(text, words, found?.at)
    : thingNamed(words, vocabulary, found?.at);
  const filled = (problem: string, about: string | undefined) =>
    problem.replace(PROBLEM_SLOT, (_, slot: string | undefined, usual: string, link: Link) => {
      if (slot === undefined)
        return about === undefined ? '' : vocabulary[link].replace('…', () => about);
      if (!english) return thingNamed(words, vocabulary, found?.at) ?? usual;
      return (slot === 'plan' ? planIn : thingIn)(words, found?.at) ?? usual;
    });
  const ofMatter = found && nameOf(found.matter, language);
  const ofCategory = nameOf(category, language) ?? nameOf(plain, language) ?? category.problem;
  const own = english ? restated(text, category) : [];
  const matters = ofMatter === undefined ? [] : [filled(ofMatter, topic)];
  // "What is not working" says less than what they said of it.
  const vague =
    ofMatter !== undefined && /\{thing\|/.test(ofMatter) && thingIn(words, found?.at) === undefined;
  const names = [
    ...(vague ? [...own, ...matters] : [...matters, ...own]),
    filled(ofCategory, topic),
    ...[topic, english ? mentionIn(text) : undefined].flatMap((about) =>
      about === undefined
        ? []
        : [
            english && TAKES_TOPIC.test(ofCategory)
              ? filled(ofCategory, about)
              : vocabulary.message.replace('…', () => about),
          ],
    ),
  ];
  return { matter: found?.matter, names: [...new Set(names)].map((name) => name + extra) };
}

/** "The answer to your question{about}" can say what it is about. */
const TAKES_TOPIC = /\{(?:about|with)\}/;

type Link = 'about' | 'with';

/** What a matter or category is called in a language; the categories' own file is in English. */
function nameOf(one: Category | Matter, language: string): string | undefined {
  return language === 'en' ? (one.called?.['en'] ?? one.problem) : one.called?.[language];
}

/** Further away than so many words, a thing has nothing to do with the trouble; without one, it is told at the beginning. */
const NEAR = 12;
const BEGINNING = 40;
/** "Número de cuenta" tells who writes, not what it is about. */
const NUMBER_OF = /^(?:num|núm|nr|nº|n°|tel)/;

/** The thing of the vocabulary's list that stands nearest to the word `at`, as it is said back. */
function thingNamed(
  { text, tokens }: Words,
  { things }: Vocabulary,
  at?: number,
): string | undefined {
  const named: { said: string; away: number }[] = [];
  for (const [index, token] of tokens.entries()) {
    const said = things.get(token) ?? things.get(folded(token));
    const away = Math.abs((at ?? 0) - index);
    if (said === undefined || away > (at === undefined ? BEGINNING : NEAR)) continue;
    if (tokens.slice(Math.max(0, index - 2), index).some((word) => NUMBER_OF.test(word))) continue;
    named.push({ said, away });
  }
  const [nearest] = named.sort((a, b) => a.away - b.away);
  return nearest?.said ?? spacelessThing(text, things);
}

/** A script without spaces has no words to look up: the first thing that stands anywhere in it. */
function spacelessThing(text: string, things: Vocabulary['things']): string | undefined {
  const head = text.slice(0, 2_000);
  let first: { said: string; at: number } | undefined;
  for (const [word, said] of things) {
    if (!SPACELESS.test(word)) continue;
    const at = head.indexOf(word);
    if (at >= 0 && (first === undefined || at < first.at)) first = { said, at };
  }
  return first?.said;
}

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
