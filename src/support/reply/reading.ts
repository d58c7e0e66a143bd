import { readLanguage } from '../triage/language.ts';
import { type Found, findPhrases, longestOf } from '../triage/phrases.ts';
import { readWords, type Words } from '../triage/words.ts';
import type { Sign } from './tongues/tongue.ts';
import { type Ear, earFor } from './tongues/tongues.ts';

/** A text, read in its language for what the standards look for. */
export interface Reading {
  readonly language: string;
  /** Undefined where the standards do not know the language. */
  readonly ear: Ear | undefined;
  readonly words: Words;
  /** The words that are the first such sign, as they stand; undefined where there are none. */
  said(sign: Sign): string | undefined;
  /** The same in the last sentences alone. */
  saidLast(sign: Sign): string | undefined;
}

/** How many words count as the end: the last two or three sentences and a signature. */
const LAST = 45;
/** The same in clauses of a script without spaces. */
const LAST_CLAUSES = 10;

/** The language to assume of a customer who does not tell theirs. */
const USUAL = 'en';

/** The language of a reply: where its words do not tell, the one of the customer. */
export function languageOfReply(reply: string, customer: string): string {
  return languageOf(reply, languageOf(customer, USUAL));
}

/** The language of a text that may be in another than the usual one. */
export function languageOf(text: string, usual: string): string {
  return readLanguage(readWords(text), usual).language;
}

/** Reads a text for the signs of its language. */
export function read(text: string, language: string): Reading {
  const words = readWords(spelledOut(text));
  const ear = earFor(language);
  const heard = ear === undefined ? [] : findPhrases(ear.signs, words);
  const found = withoutIdle(longestOf(heard), heard);
  const first = new Map<Sign, Found<Sign>>();
  const last = new Map<Sign, Found<Sign>>();
  for (const one of found) {
    if (!first.has(one.of)) first.set(one.of, one);
    last.set(one.of, one);
  }
  const end = words.tokens.length - (ear?.tongue.spaceless ? LAST_CLAUSES : LAST);
  return {
    language,
    ear,
    words,
    said: (sign) => wordsOf(first.get(sign), words),
    saidLast(sign) {
      const one = last.get(sign);
      return one !== undefined && one.to > end ? wordsOf(one, words) : undefined;
    },
  };
}

/** What counts within longer phrases too: "I will tell you tomorrow" promises, speaks to somebody and says when. */
const WITHIN: readonly Sign[] = ['you', 'time'];

/**
 * "Ich *e" promises something, but not "ich hoffe": what is idle hides other phrases of the very same words, and whatever else
 * stands in it.
 */
function withoutIdle(
  longest: readonly Found<Sign>[],
  heard: readonly Found<Sign>[],
): Found<Sign>[] {
  const idle = longest.filter(({ of }) => of === 'idle');
  const same = new Set(idle.map(stretchOf));
  const hidden = (one: Found<Sign>) =>
    idle.some(({ from, to }) => from <= one.from && one.to <= to);
  return [
    ...longest.filter((one) => one.of !== 'idle' && !same.has(stretchOf(one))),
    ...WITHIN.flatMap((sign) => heard.find((one) => one.of === sign && !hidden(one)) ?? []),
  ];
}

function stretchOf({ from, to, letters }: Found<Sign>): string {
  return `${from}-${to}-${letters?.from}-${letters?.to}`;
}

/** "I'll" and "we're" would be "ill" and "were" without their apostrophes; the ideographic full stop ends a sentence too. */
export function spelledOut(text: string): string {
  return text
    .replace(/(?<=\w)['’](ll|re|ve|m)\b/gi, (_, rest: string) => ` ${LONG[rest.toLowerCase()]}`)
    .replaceAll('。', '. ');
}

const LONG: Readonly<Record<string, string>> = { ll: 'will', re: 'are', ve: 'have', m: 'am' };

function wordsOf(found: Found<Sign> | undefined, { tokens }: Words): string | undefined {
  if (found === undefined) return undefined;
  const said = tokens.slice(found.from, found.to).join(' ');
  return found.letters === undefined ? said : said.slice(found.letters.from, found.letters.to);
}
