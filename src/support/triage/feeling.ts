import {
  FEELINGS,
  GLAD_SIGNS,
  INTENSIFIERS,
  NEGATIONS,
  SAD_SIGNS,
  TROUBLES,
} from './feeling-words.ts';
import { findPhrases, indexPhrases } from './phrases.ts';
import type { Sentiment } from './triage.ts';
import { readWords, type Words, wordsOnly } from './words.ts';

const strengths = indexPhrases(
  Object.entries(FEELINGS).flatMap(([strength, words]) =>
    words.split(/\s+/).map((word) => [word, Number(strength)] as const),
  ),
);

const troubles = indexPhrases(TROUBLES.split(/\s+/).map((word) => [word, true] as const));

/** What people write when they have had enough, beside single words. */
const FED_UP = indexPhrases(
  [
    'again and again, still waiting, third time, fourth time, how many times, fed up, sick of',
    'sick and tired, waste of time, wasted, for weeks, for months, for days, no reply, no response, nobody answers',
    'no one answers, ignoring me, ignored, never again, last chance, had enough, ridiculous, unacceptable, every time',
    'lawyer, legal action, sue, trading standards, switching to, worst, joke',
    'what the hell, what the fuck, wtf, come on, for the love of, seriously, get it together, sort it out, fix your',
    'fix this, give me my, thanks for nothing, really annoying, so annoying, so frustrating, not happy, not acceptable',
    'not good enough, disappointed, hours on hold, on hold for, been waiting, nobody cares, dont care, at my wits end',
    'losing patience, out of patience, keep telling, keeps happening, once again, yet again, every single',
  ].flatMap((line) => line.split(', ').map((phrase) => [phrase, true] as const)),
);

/** Whether a word is said in anger or in joy: such words are not handed back to people. */
export function carriesFeeling(word: string): boolean {
  return findPhrases(strengths, readWords(word)).length > 0;
}

/** How a message sounds. */
export interface Feeling {
  readonly sentiment: Sentiment;
  /** 0 (calm) to 1. */
  readonly frustration: number;
  readonly because: string;
}

/** How a message sounds, and how near its writer is to giving up on us (0 to 1). */
export function readFeeling(words: Words): Feeling {
  const plain = wordsOnly(words);
  let glad = count(words.text, GLAD_SIGNS);
  let sad = count(words.text, SAD_SIGNS);
  const told: string[] = [];
  for (const { of, from, to } of findPhrases(strengths, words)) {
    const before = words.tokens.slice(Math.max(0, from - 3), from);
    const turned = before.some((word) => NEGATIONS.has(word));
    const more = INTENSIFIERS.has(before.at(-1) ?? '') ? 1.4 : 1;
    // "not good" is bad; "no problem" is hardly good.
    const feeling = of * more * (turned ? (of > 0 ? -0.8 : -0.25) : 1);
    if (feeling < 0) sad -= feeling;
    else glad += feeling;
    if (Math.abs(feeling) >= 2) told.push(words.tokens.slice(from, to).join(' '));
  }
  const shouting = shoutedShare(words.text);
  const bangs = Math.min(3, count(words.text, /!+/g) + count(words.text, /[!?]{3,}/g));
  const enough = new Set(findPhrases(FED_UP, words).map((found) => found.phrase)).size;
  const trouble = findPhrases(troubles, words).length;
  const balance = (glad - sad * 1.1 - trouble * 1.5 - enough) / Math.sqrt(plain.length + 6);
  const sentiment = balance > 0.34 ? 'positive' : balance < -0.16 ? 'negative' : 'neutral';
  const heat =
    Math.max(0, sad - glad * 0.7) / 6 +
    Math.min(trouble, 3) * 0.03 +
    enough * 0.35 +
    (sad > glad ? bangs * 0.12 + shouting * 0.6 : shouting * 0.3);
  const frustration = Math.round((1 - Math.exp(-heat)) * 100) / 100;
  return { sentiment, frustration, because: explain(sentiment, told, shouting, enough) };
}

function explain(sentiment: Sentiment, told: string[], shouting: number, enough: number): string {
  const signs = [
    told.length > 0 ? `"${[...new Set(told)].slice(0, 3).join('", "')}"` : '',
    enough > 0 ? 'signs of having had enough' : '',
    shouting > 0.3 ? 'written in capitals' : '',
  ].filter(Boolean);
  return signs.length > 0
    ? signs.join(', ')
    : sentiment === 'neutral'
      ? 'no strong words'
      : 'mild words';
}

function count(text: string, sign: RegExp): number {
  return Math.min(4, text.match(sign)?.length ?? 0);
}

/** The share of longer words that are all capitals, when there are enough of them to call it shouting. */
function shoutedShare(text: string): number {
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  const loud = long.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase());
  return loud.length < 2 ? 0 : loud.length / long.length;
}
