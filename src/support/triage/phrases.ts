import type { Words } from './words.ts';

/** A phrase that was found, and where: the index of its first and after its last word. */
export interface Found<T> {
  readonly phrase: string;
  readonly of: T;
  readonly from: number;
  readonly to: number;
}

interface Entry<T> {
  readonly phrase: string;
  readonly parts: readonly string[];
  readonly of: T;
}

/** Phrases ready to be looked for all at once, by their first word. */
export interface PhraseIndex<T> {
  readonly exact: ReadonlyMap<string, readonly Entry<T>[]>;
  /** Those whose first word has any ending, by its first two letters. */
  readonly open: ReadonlyMap<string, readonly Entry<T>[]>;
}

/** How many words `...` may skip. */
const GAP = 3;

/**
 * Makes phrases searchable. `refund*` is any word that begins so, `*` within a word any letters (`authori*ed`),
 * `...` skips up to three words of the same sentence.
 */
export function indexPhrases<T>(list: Iterable<readonly [phrase: string, of: T]>): PhraseIndex<T> {
  const exact = new Map<string, Entry<T>[]>();
  const open = new Map<string, Entry<T>[]>();
  for (const [phrase, of] of list) {
    const plain = phrase.toLowerCase().replace(/['’]/g, '').replace(/[-/]/g, ' ');
    const parts = plain.match(/\.\.\.|[\p{L}\p{M}\p{N}*]+/gu) ?? [];
    const first = parts[0];
    if (first === undefined) continue;
    const [map, key] = first.includes('*') ? [open, first.slice(0, 2)] : [exact, first];
    const entries = map.get(key);
    if (entries === undefined) map.set(key, [{ phrase, parts, of }]);
    else entries.push({ phrase, parts, of });
  }
  return { exact, open };
}

/** Every phrase of the index in a text, in order. A phrase never reaches across a sentence's end. */
export function findPhrases<T>(index: PhraseIndex<T>, { tokens }: Words): Found<T>[] {
  const found: Found<T>[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const token = tokens[from] ?? '';
    for (const entries of [index.exact.get(token), index.open.get(token.slice(0, 2))]) {
      if (entries === undefined) continue;
      for (const { phrase, parts, of } of entries) {
        const to = match(tokens, from, parts);
        if (to !== undefined) found.push({ phrase, of, from, to });
      }
    }
  }
  return found;
}

/** The phrases that no longer found phrase covers: "not working" hides "working". */
export function longestOf<T>(found: readonly Found<T>[]): Found<T>[] {
  const byLength = [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: Found<T>[] = [];
  const covering = new Map<number, Found<T>[]>();
  for (const one of byLength) {
    const over = covering.get(one.from) ?? [];
    const hidden = over.some((k) => k.to >= one.to && k.to - k.from > one.to - one.from);
    if (hidden) continue;
    kept.push(one);
    for (let at = one.from; at < one.to; at++) {
      const list = covering.get(at);
      if (list === undefined) covering.set(at, [one]);
      else list.push(one);
    }
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Where a phrase that begins at `from` ends, or undefined when it is not there. */
function match(
  tokens: readonly string[],
  from: number,
  parts: readonly string[],
): number | undefined {
  let at = from;
  for (let p = 0; p < parts.length; p++) {
    const part = parts[p] ?? '';
    if (part === '...') {
      const rest = parts.slice(p + 1);
      for (let skip = 0; skip <= GAP; skip++) {
        if (tokens[at + skip - 1] === '.' && skip > 0) return undefined;
        const end = match(tokens, at + skip, rest);
        if (end !== undefined) return end;
      }
      return undefined;
    }
    while (tokens[at] === ',' && at > from) at++;
    const token = tokens[at];
    if (token === undefined || !fits(token, part)) return undefined;
    at++;
  }
  return at;
}

function fits(token: string, part: string): boolean {
  const star = part.indexOf('*');
  if (star < 0) return token === part;
  const tail = part.slice(star + 1);
  return (
    token.length >= part.length - 1 && token.startsWith(part.slice(0, star)) && token.endsWith(tail)
  );
}
