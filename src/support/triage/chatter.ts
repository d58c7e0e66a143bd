import { nearest } from '../nearest.ts';
import { CHATTER_WORDS, FIRST_NAMES, JAPANESE_CHATTER } from './chatter-words.ts';

/** A word without accents and drawn-out letters: "hellooo" and "Días" become "helo" and "dias". */
function plainly(word: string): string {
  if (isPlain(word)) return word;
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{L})\1+/gu, '$1');
}

/** Nearly every word is plain already, and every word of every message is asked. */
function isPlain(word: string): boolean {
  let before = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at);
    if (letter === before || letter > 0x7f) return false;
    before = letter;
  }
  return true;
}

const read = (words: string) =>
  new Set(words.split(/\s+/).map((word) => plainly(word.replace(/'/g, ''))));

interface Language {
  readonly marks: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}
const LANGUAGES: readonly Language[] = Object.values(CHATTER_WORDS).map(({ marks, beside }) => ({
  marks: read(marks),
  beside: read(beside),
}));

const NAMES = new Set([...FIRST_NAMES].map(plainly));

/** Marks that are often mistyped. */
const MISTYPED = ['thanks', 'thank', 'hello', 'morning', 'nothing', 'great', 'welcome', 'perfect'];

/** Words run together or mistyped are rare: a message with more unknown words than this is no chatter. */
const MOST_UNKNOWN = 2;

/** Whether words are only said in passing: a greeting, thanks, a nod, a farewell, with whom it is said to. */
export function isChatter(words: readonly string[], names: ReadonlySet<string>): boolean {
  if (words.length === 0 || words.length > 25) return false;
  if (words.every((word) => JAPANESE_CHATTER.test(word))) return true;
  const plain = words.map(plainly);
  const isName = (word: string, i: number) =>
    names.has(word) ||
    NAMES.has(plain[i]!) ||
    (word.startsWith('mr') && NAMES.has(plainly(word.replace(/^mrs?(?=\w{3})/, ''))));
  const others = [...words.keys()].filter((i) => !isName(words[i]!, i));
  return LANGUAGES.some(({ marks, beside }) => {
    const unknown = others.filter((i) => !marks.has(plain[i]!) && !beside.has(plain[i]!));
    if (unknown.length > MOST_UNKNOWN) return false;
    const marked = unknown.length > 0 || words.some((_, i) => marks.has(plain[i]!));
    return (
      marked && unknown.every((i) => isMistyped(words[i]!) || isGlued(words[i]!, { marks, beside }))
    );
  });
}

/** Those whom a message greets or thanks, in lower case: written with a capital, so that they are names. */
export function namesIn(text: string): Set<string> {
  return new Set([...text.matchAll(CALLED)].map(([, name]) => name!.toLowerCase()));
}
const CALLED =
  /\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Tt]hanks|[Tt]hank you|[Mm]orning|[Dd]ear|[Bb]ye|[Tt]hx|[Cc]heers|[Oo]k|[Oo]kay)[\s,]{1,4}(\p{Lu}\p{L}{1,14})(?!\p{L})/gu;

/** A mark mistyped: "thnaks". */
function isMistyped(word: string): boolean {
  return word.length >= 5 && word.length < 10 && nearest(word, MISTYPED, 1) !== undefined;
}

/** A mark without the space to its neighbours: "okthanksbye". */
function isGlued(word: string, language: Language): boolean {
  if (word.length < 5 || word.length > 20) return false;
  const knows = (part: string) => {
    const plain = plainly(part);
    return language.beside.has(plain) || NAMES.has(plain);
  };
  for (let at = 2; at < word.length; at++) {
    const [first, rest] = [word.slice(0, at), word.slice(at)];
    if (rest.length === 1 && rest !== 'i') continue;
    const marked = language.marks.has(plainly(first));
    if (!marked && !knows(first)) continue;
    const ends = language.marks.has(plainly(rest)) || isMistyped(rest) || isGlued(rest, language);
    if (ends || (marked && knows(rest))) return true;
  }
  return false;
}
