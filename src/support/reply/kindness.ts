import { folded, readTokens } from '../triage/words.ts';
import { speakOfTheSame, tellsSomething } from './kinship.ts';
import { languageOf, type Reading } from './reading.ts';
import type { Check, Replied } from './standards.ts';
import type { Sign } from './tongues/tongue.ts';
import { earFor } from './tongues/tongues.ts';

const TO_SOMEBODY: readonly Sign[] = [
  'you',
  'asks',
  'answer',
  'offers',
  'confirms',
  'feels',
  'sorry',
  'promise',
];

/** `personal`: said to this person. */
export function isPersonal({ reply, name }: Replied, { ear, said }: Reading): Check | undefined {
  const check = { name: 'personal' } as const;
  const nobody = said('nobody');
  if (nobody !== undefined) {
    return { ...check, pass: false, hint: `Drop "${nobody}" and write to the person.` };
  }
  if (name && !isNamed(name, reply)) {
    return { ...check, pass: false, hint: `Call them by their name: ${name}.` };
  }
  if (ear === undefined && name === undefined) return undefined;
  // Whoever asks, offers or is sorry speaks to somebody, also where a language leaves the "you" to the verb.
  const pass = name !== undefined || TO_SOMEBODY.some((sign) => said(sign) !== undefined);
  return { ...check, pass, hint: pass ? '' : 'Speak to the person, not of a case.' };
}

function isNamed(name: string, reply: string): boolean {
  return folded(reply.toLowerCase()).includes(folded(name.toLowerCase()));
}

/** So many words in a row, or letters where no spaces stand between words, are not ours any more. */
const COPIED = 9;
const COPIED_LETTERS = 18;
/** A whole sentence of theirs of so many words is handed back, not named. */
const SENTENCE = 6;

/** `listens`: names their problem, and not by handing their own sentence back. */
export function doesListen(
  { customer, reply }: Replied,
  { ear, language }: Reading,
): Check | undefined {
  if (ear === undefined) return undefined;
  const theirs = languageOf(customer, language);
  // In a language that the standards do not know, nobody can tell whether the words are kin.
  if (earFor(theirs) === undefined || !tellsSomething(customer, theirs)) return undefined;
  const check = { name: 'listens' } as const;
  if (!speakOfTheSame(customer, reply, [theirs, language])) {
    return {
      ...check,
      pass: false,
      hint: 'Name their problem in your own words, so that they see you have read it.',
    };
  }
  const parroted = isCopied(customer, reply);
  return {
    ...check,
    pass: !parroted,
    hint: parroted ? 'Say it in your own words instead of repeating theirs.' : '',
  };
}

/** `acknowledges`: says what it is like for them, when they are upset, in words that are not a stamp. */
export function doesAcknowledge({ upset }: Replied, { ear, said }: Reading): Check | undefined {
  if (ear === undefined) return undefined;
  const check = { name: 'acknowledges' } as const;
  const stock = said('stock');
  if (stock !== undefined) {
    const hint = `Replace "${stock}" by what this is like for them.`;
    return { ...check, pass: false, hint };
  }
  if (upset) {
    const pass = said('feels') !== undefined;
    const hint = 'Say in one sentence that you see what this is like for them.';
    return { ...check, pass, hint: pass ? '' : hint };
  }
  const gush = said('gushes');
  if (gush === undefined) return undefined;
  return { ...check, pass: false, hint: `They wrote calmly: "${gush}" is more than it needs.` };
}

/** Where an upset customer was let down, if it is as they say. */
const OURS = ['complaint', 'bug_outage', 'delivery_order', 'billing', 'refund'];

/** `owns`: a plain apology where we failed; no blame, no "if you feel". */
export function doesOwn(
  { customer, upset, category }: Replied,
  { ear, language, said }: Reading,
): Check | undefined {
  if (ear === undefined) return undefined;
  const check = { name: 'owns' } as const;
  const blame = said('blame');
  if (blame !== undefined) {
    const hint = `Take out "${blame}": it blames them, or makes the apology depend.`;
    return { ...check, pass: false, hint };
  }
  const failed = upset && category !== undefined && OURS.includes(category);
  if (!failed || !tellsSomething(customer, languageOf(customer, language))) return undefined;
  const pass = said('sorry') !== undefined;
  return { ...check, pass, hint: pass ? '' : 'Say plainly that you are sorry it went this way.' };
}

/** Whether the reply repeats a whole sentence of the customer's, or much of one, word for word. */
function isCopied(customer: string, reply: string): boolean {
  const ours = words(tokensOf(reply));
  const theirs = tokensOf(customer);
  const letters = windowsOf(lettersOf(reply), COPIED_LETTERS);
  if (holdsAny(letters, windowsOf(lettersOf(customer), COPIED_LETTERS))) return true;
  // Most replies share no run of words at all with what they answer.
  if (longestRun(words(theirs), new Set(ours)) < SENTENCE) return false;
  if (holdsAny(windowsOf(ours, COPIED), windowsOf(words(theirs), COPIED))) return true;
  const said = ` ${ours.join(' ')} `;
  return theirs
    .join(' ')
    .split(' . ')
    .slice(0, 60)
    .map((sentence) => words(sentence.split(' ')))
    .some((sentence) => sentence.length >= SENTENCE && said.includes(` ${sentence.join(' ')} `));
}

function tokensOf(text: string): string[] {
  return readTokens(text.slice(0, 12_000).replaceAll('。', '. '));
}

/** How many words in a row are among these. */
function longestRun(all: readonly string[], among: ReadonlySet<string>): number {
  let longest = 0;
  let run = 0;
  for (const word of all) {
    run = among.has(word) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function holdsAny(these: ReadonlySet<string>, those: ReadonlySet<string>): boolean {
  for (const one of those) if (these.has(one)) return true;
  return false;
}

function words(tokens: readonly string[]): string[] {
  return tokens.filter((token) => token !== '.' && token !== ',');
}

/** The letters of scripts without spaces, as they follow each other. */
function lettersOf(text: string): string[] {
  return (
    text.slice(0, 8_000).match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []
  );
}

/** Every so many of them in a row. */
function windowsOf(parts: readonly string[], size: number): Set<string> {
  const count = Math.max(0, parts.length - size + 1);
  return new Set(Array.from({ length: count }, (_, i) => parts.slice(i, i + size).join(' ')));
}
