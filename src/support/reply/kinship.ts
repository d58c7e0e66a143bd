import { carriesFeeling } from '../triage/feeling.ts';
import { findPhrases } from '../triage/phrases.ts';
import { readWords, wordsOnly } from '../triage/words.ts';
import type { Topic } from './tongues/tongue.ts';
import { type Ear, earFor } from './tongues/tongues.ts';

/** Whether a text says what it is about at all: a cry for help or an insult does not. */
export function tellsSomething(text: string, language = 'en'): boolean {
  const ear = earFor(language) ?? earFor('en')!;
  return contentWords(text.replace(/\bany ideas?\b/gi, ' '), ear).some(
    (word) => /\p{L}/u.test(word) && !carriesFeeling(word),
  );
}

/**
 * Whether two texts speak of the same thing: a word in common, or words of the same kin. Kin are the same in every language, so
 * the two may be in different ones. `vague` words of the other text do not count.
 */
export function speakOfTheSame(
  one: string,
  other: string,
  languages: readonly [one: string, other: string] = ['en', 'en'],
  vague = false,
): boolean {
  const [here, there] = languages.map((language) => earFor(language) ?? earFor('en')!) as [
    Ear,
    Ear,
  ];
  const ours = contentWords(other, there).filter((word) => vague || !there.vague.has(word));
  const theirs = contentWords(one, here);
  const stems = new Set(theirs.map((word) => stem(word, here)));
  if (ours.some((word) => stems.has(stem(word, there)))) return true;
  const topics = topicsOf(one, theirs, here);
  return [...topicsOf(other, ours, there)].some((topic) => topics.has(topic));
}

/** Kanji come in pairs, and katakana as whole words, where nothing stands between words. */
const SPACELESS_WORDS = /[\p{Script=Han}]{2,}|[\p{Script=Katakana}ー]{2,}|[a-z0-9]{2,}/gu;

function contentWords(text: string, { small, tongue }: Ear): string[] {
  if (tongue.spaceless) {
    const runs = readWords(text).text.toLowerCase().match(SPACELESS_WORDS) ?? [];
    return runs.flatMap((run) => pairsOf(run)).filter((word) => !small.has(word));
  }
  // "l'erreur" and "dell'ordine" are two words each.
  const apart = text.replace(/(?<=\p{L})['’](?=\p{L}{3})/gu, ' ');
  return wordsOnly(readWords(apart)).filter((word) => word.length > 2 && !small.has(word));
}

function pairsOf(run: string): string[] {
  if (!/^\p{Script=Han}/u.test(run)) return [run];
  return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
}

/** The kin that words belong to; of several beginnings of one word, the longest tells. */
function topicsOf(text: string, words: readonly string[], { topics, tongue }: Ear): Set<Topic> {
  if (tongue.spaceless) return new Set(findPhrases(topics, readWords(text)).map(({ of }) => of));
  const found = findPhrases(topics, { text: '', tokens: [...new Set(words)] });
  const longest = new Map<number, number>();
  for (const { phrase, from } of found) {
    longest.set(from, Math.max(longest.get(from) ?? 0, phrase.length));
  }
  const telling = found.filter(({ phrase, from }) => longest.get(from) === phrase.length);
  return new Set(telling.map(({ of }) => of));
}

/** Cuts endings: enough to see that "charges" and "charged" are one, or "Bestellung" and "bestellt". */
function stem(word: string, ear: Ear): string {
  if (ear.tongue.spaceless) return word;
  if (ear === earFor('en')) {
    const cut = word.replace(/(?:ations?|ings?|edly|ed|ies|es|s|ly|ment|ments)$/, '');
    return cut.length >= 3 ? cut : word;
  }
  return word.length > 6 ? word.slice(0, 6) : word.replace(/(?<=.{3})[aeinosx]$/, '');
}
