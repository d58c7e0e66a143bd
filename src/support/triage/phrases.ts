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
  /** Only where a sentence begins. */
  readonly first: boolean;
  readonly of: T;
}

type Entries<T> = ReadonlyMap<string, readonly Entry<T>[]>;

/** Phrases ready to be looked for all at once, by how they begin. */
export interface PhraseIndex<T> {
  /** By their first word. */
  readonly exact: Entries<T>;
  /** Those whose first word has any ending, by its first two letters. */
  readonly open: Entries<T>;
  /** Those of a script that sets no spaces between words, by their first letter. */
  readonly inside: Entries<T>;
}

/** How many words `...` may skip. */
const GAP = 3;

/** A comma or colon within so many words at the beginning ends a salutation. */
const SALUTATION = 4;

/** How many letters `...` may skip where words have no spaces between them. */
const INSIDE_GAP = 8;

/** Chinese and Japanese characters: a token of them is a whole clause. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The first of the characters that `SPACELESS` names. */
const FIRST_SPACELESS = 0x2e80;

/**
 * Makes phrases searchable. `refund*` is any word that begins so, `*` within a word any letters (`authori*ed`),
 * `...` skips up to three words of the same sentence, and `^` before a phrase wants it to begin a sentence. A phrase
 * with accents is also found without them, as people type it.
 */
export function indexPhrases<T>(list: Iterable<readonly [phrase: string, of: T]>): PhraseIndex<T> {
  const exact = new Map<string, Entry<T>[]>();
  const open = new Map<string, Entry<T>[]>();
  const inside = new Map<string, Entry<T>[]>();
  for (const [phrase, of] of list) {
    const plain = phrase.toLowerCase().replace(/['’]/g, '').replace(/[-/]/g, ' ').trim();
    for (const spelling of new Set([plain, withoutAccents(plain)])) {
      const parts = spelling.match(/\.\.\.|[\p{L}\p{M}\p{N}*]+/gu) ?? [];
      const start = parts[0];
      if (start === undefined) continue;
      const [map, key] = SPACELESS.test(start)
        ? [inside, start.slice(0, 1)]
        : start.includes('*')
          ? [open, start.slice(0, 2)]
          : [exact, start];
      const entry = { phrase, parts, first: spelling.startsWith('^'), of };
      const entries = map.get(key);
      if (entries === undefined) map.set(key, [entry]);
      else entries.push(entry);
    }
  }
  return { exact, open, inside };
}

/** Latin letters without their marks. Those of other scripts are letters of their own with them. */
function withoutAccents(plain: string): string {
  return plain
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC');
}

/** Every phrase of the index in a text, in order. A phrase never reaches across a sentence's end. */
export function findPhrases<T>(index: PhraseIndex<T>, { tokens }: Words): Found<T>[] {
  const found: Found<T>[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const token = tokens[from]!;
    collect(index.exact.get(token), tokens, from, found);
    if (index.open.size > 0) collect(index.open.get(token.slice(0, 2)), tokens, from, found);
    if (index.inside.size > 0 && holdsSpaceless(token)) collectInside(index, tokens, from, found);
  }
  return found;
}

function collect<T>(
  entries: readonly Entry<T>[] | undefined,
  tokens: readonly string[],
  from: number,
  found: Found<T>[],
): void {
  if (entries === undefined) return;
  for (const { phrase, parts, first, of } of entries) {
    if (first && !beginsSentence(tokens, from)) continue;
    const to = match(tokens, from, parts, 0);
    if (to !== undefined) found.push({ phrase, of, from, to });
  }
}

/** A salutation or a topic may stand before: "Hello Ada, urgent", "Export: add a column". */
function beginsSentence(tokens: readonly string[], at: number): boolean {
  return at === 0 || tokens[at - 1] === '.' || (tokens[at - 1] === ',' && at <= SALUTATION);
}

function holdsSpaceless(token: string): boolean {
  const last = token.length - 1;
  return token.charCodeAt(0) >= FIRST_SPACELESS || token.charCodeAt(last) >= FIRST_SPACELESS;
}

function collectInside<T>(
  { inside }: PhraseIndex<T>,
  tokens: readonly string[],
  from: number,
  found: Found<T>[],
): void {
  const token = tokens[from]!;
  const seen = new Set<Entry<T>>();
  for (let at = 0; at < token.length; at++) {
    for (const entry of inside.get(token.charAt(at)) ?? []) {
      if (seen.has(entry) || !matchInside(token, at, entry.parts)) continue;
      if (entry.first && !(at === 0 && beginsSentence(tokens, from))) continue;
      seen.add(entry);
      found.push({ phrase: entry.phrase, of: entry.of, from, to: from + 1 });
    }
  }
}

/** Whether the parts stand in a token, the first at `at`, each other soon after the one before it. */
function matchInside(token: string, at: number, parts: readonly string[]): boolean {
  let end = at;
  let gap = 0;
  for (const part of parts) {
    if (part === '...') {
      gap = INSIDE_GAP;
      continue;
    }
    const start = token.slice(end, end + gap + part.length).indexOf(part);
    if (start < 0) return false;
    end += start + part.length;
    gap = 0;
  }
  return true;
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

/** Where a phrase that begins at `from` ends, or undefined when it is not there; `part` is the first to look for. */
function match(
  tokens: readonly string[],
  from: number,
  parts: readonly string[],
  part: number,
): number | undefined {
  let at = from;
  for (let p = part; p < parts.length; p++) {
    const wanted = parts[p]!;
    if (wanted === '...') {
      for (let skip = 0; skip <= GAP; skip++) {
        if (tokens[at + skip - 1] === '.' && skip > 0) return undefined;
        const end = match(tokens, at + skip, parts, p + 1);
        if (end !== undefined) return end;
      }
      return undefined;
    }
    while (tokens[at] === ',' && at > from) at++;
    const token = tokens[at];
    if (token === undefined || !fits(token, wanted)) return undefined;
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
