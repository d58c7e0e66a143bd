import { addressed } from './addressed.ts';
import { detailsIn, givesAmount } from './details.ts';
import type { Scene } from './scene.ts';
import { vocabularyOf } from './vocabularies.ts';
import type { Picker } from './wording.ts';

/** A number of four digits or more that is no year: they gave it, whatever they called it. */
const BARE_NUMBER = /\b(?!(?:19|20)\d\d\b)[A-Z]{0,4}[-#]?\d{4,}\b/i;

/** What only somebody with a matter of their own can give. */
const THEIRS = ['order-number', 'charge', 'account'];

/** From so many words on, people have usually said what they want. */
const TOLD = 12;
/** From so many on, a wish or a question is a whole one. */
const WHOLE = 5;

/**
 * The one question that moves a matter on: what the agent wants asked, or else the detail that the category needs
 * and the customer has not given. Somebody who chases us is not asked for anything.
 */
export function questionFor(scene: Scene, picker: Picker): string | undefined {
  const { hint, problem, category, turn, all, secret, several } = scene;
  if (hint.askFor !== '') return asTold(hint.askFor, picker, scene.language);
  if (turn !== 'new' || secret || several || hint.askNothing) return undefined;
  const needs = problem.matter?.needs ?? category.needs;
  if (needs === undefined || isGiven(needs, scene)) return undefined;
  // "Do you ship to Norway?" is about nobody's order.
  const general = /[?？]/.test(all) && !vocabularyOf(scene.language).mine.test(all);
  if (general && THEIRS.includes(needs)) return undefined;
  return picker.pick(`ask-${needs}`);
}

/** How long a text is, in words; a script without spaces takes about two letters for one. */
export function wordsIn(text: string): number {
  const spaceless = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  return text.split(/\s+/).filter(Boolean).length + Math.floor((spaceless?.length ?? 0) / 2);
}

function isGiven(needs: string, { all: text, language, category }: Scene): boolean {
  const vocabulary = vocabularyOf(language);
  const details = detailsIn(text, vocabulary);
  const words = wordsIn(text);
  switch (needs) {
    case 'order-number':
      return details.some(({ kind }) => kind === 'number') || BARE_NUMBER.test(text);
    case 'charge':
      return details.some(({ kind }) => kind === 'number') || givesAmount(text);
    case 'error':
      return details.some(({ kind }) => kind === 'error') || vocabulary.described.test(text);
    case 'account':
      return /@\w+\.|\b(?:account|user ?name)\s*(?:is|:)|[:：] ?\S+$/im.test(text);
    case 'goal':
      return words > TOLD || ((category.name === 'how_to' || /[?？]/.test(text)) && words >= WHOLE);
    case 'example':
      return words >= WHOLE;
    default:
      return false;
  }
}

/** The handbook's words for what is to be asked, where it has them; else the agent's, who writes in English. */
function asTold(what: string, picker: Picker, language: string): string | undefined {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/\border (?:number|no|id)\b|\bwhich order\b/i, 'order-number'],
    [/\b(?:which )?account(?: name)?$/i, 'account'],
    [/\bwhich charge\b|\bdate and (?:the )?amount\b/i, 'charge'],
    [/\bwhat (?:they|she|he) sees?\b|\bsince when\b|\berror message\b/i, 'error'],
  ];
  const kind = kinds.find(([sign]) => sign.test(what))?.[1];
  const worded = kind === undefined ? undefined : picker.pick(`ask-${kind}`);
  if (worded !== undefined || language !== 'en') return worded;
  const plain = what.replace(/[.?!\s]+$/, '').replace(/\bthe customer['’]s\b/gi, 'their');
  const thing = addressed(plain, 'the customer');
  if (thing === undefined) return undefined;
  if (/^(?:what|which|when|where|why|how|if|whether)\b/i.test(thing))
    return `Could you tell me ${thing}?`;
  const article = /^(?:the|a|an|your|some|more|any)\b/i.test(thing) ? '' : 'the ';
  return `Could you send me ${article}${thing}?`;
}
