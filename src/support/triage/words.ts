import { remembering } from '../remembering.ts';

/** What is looked at of a message: people say what they need at the beginning or at the end. */
const HEAD = 6_000;
const TAIL = 2_000;

/** A customer's text made ready to be searched for words. */
export interface Words {
  /** As written, cut to a length that can be read in bounded time. */
  readonly text: string;
  /** Lower-case words without apostrophes, links and mentions; a full stop between sentences is `.`. */
  readonly tokens: readonly string[];
}

/** Splits a message into words. Never fails, whatever the string holds. */
export const readWords = remembering((message): Words => {
  const text = cut(message).normalize('NFKC');
  return { text, tokens: readTokens(withoutAddresses(text)) };
});

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:\.\d+)*|[.!?;:,\n]+/gu;
const PLAIN_TOKEN = /[a-z0-9]+(?:\.\d+)*|[.!?;:,\n]+/g;
const WORD = /[\p{L}\p{M}\p{N}]+(?:\.\d+)*/gu;
const PLAIN_WORD = /[a-z0-9]+(?:\.\d+)*/g;
const MARKS = '.!?;:,\n';

/** The tokens of a text as it stands, with whatever addresses it holds. */
export function readTokens(text: string): string[] {
  const small = withoutApostrophes(text);
  const tokens = small.match(isPlain(small) ? PLAIN_TOKEN : TOKEN) ?? [];
  return tokens.map((token) => (MARKS.includes(token.charAt(0)) ? mark(token) : token));
}

/** The same without the marks between sentences. */
export function readWordTokens(text: string): string[] {
  const small = withoutApostrophes(text);
  return small.match(isPlain(small) ? PLAIN_WORD : WORD) ?? [];
}

function withoutApostrophes(text: string): string {
  return text.toLowerCase().replace(/[\u2018\u2019\u02BC'`´\u200B\u200C]|\u200D|\uFE0F/g, '');
}

/** A message cut to a length that can be read in bounded time. */
export function cut(message: string): string {
  if (message.length <= HEAD + TAIL) return message;
  return `${message.slice(0, HEAD)}\n${message.slice(-TAIL)}`;
}

/** Links, e-mail addresses and mentions say nothing about the matter. */
export function withoutAddresses(text: string): string {
  const unlinked = text
    .replace(/<[@#!][^<>\s]{1,80}>/g, ' ')
    .replace(/\b(?:https?:\/\/|www\.)[^\s<>]{1,2000}/gi, ' ');
  if (!unlinked.includes('@')) return unlinked;
  return unlinked
    .replace(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g, ' ')
    .replace(/(^|[^\w])@[\w.-]{1,60}/g, '$1 ');
}

/** Without accents: "Días" and "dias" are one. */
export function folded(text: string): string {
  return isPlain(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words, without accents. */
export function foldedTokens({ text, tokens }: Words): readonly string[] {
  return isPlain(text) ? tokens : tokens.map(folded);
}

/** Without accents and other scripts, which is most: simpler expressions do then, and sooner. */
export function isPlain(text: string): boolean {
  return !/[^\n -~]/.test(text);
}

function mark(punctuation: string): string {
  if (punctuation === '.' || punctuation === ',') return punctuation;
  return /[.!?;\n]/.test(punctuation) ? '.' : ',';
}

/** The words alone, without the marks between sentences. */
export function wordsOnly(words: Words): string[] {
  return words.tokens.filter((token) => token !== '.' && token !== ',');
}
