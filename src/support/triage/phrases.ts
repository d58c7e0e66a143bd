import {
  findInside,
  isSpaceless,
  type Letters,
  noSpaceless,
  plantInside,
  type Spaceless,
} from './spaceless.ts';
import type { Words } from './words.ts';

/** A phrase that was found, and where: the index of its first and after its last word. */
export interface Found<T> {
  readonly phrase: string;
  readonly of: T;
  readonly from: number;
  readonly to: number;
  /** Which letters of the word, in a script that sets no spaces: there a whole clause is one. */
  readonly letters?: Letters;
}

interface Phrase<T> {
  readonly phrase: string;
  /** Only where a sentence begins. */
  readonly begins: boolean;
  readonly of: T;
}

/** What may follow the words that lead here. */
interface Node<T> {
  /** By the word as it stands. */
  words?: Map<string, Node<T>>;
  /** By a word with any letters in place of its `*`. */
  open?: Map<string, Open<T>>;
  /** After `...`. */
  gap?: Node<T>;
  /** The phrases that are complete here. */
  ends?: Phrase<T>[];
}

/** A word that begins and ends so leads to this node. */
interface Open<T> {
  readonly head: string;
  readonly tail: string;
  readonly node: Node<T>;
}

/** Phrases ready to be looked for all at once: a tree of their words, so that looking costs the same for few and many. */
export interface PhraseIndex<T> {
  readonly tree: Node<T>;
  /** Those whose first word has any ending, by its first two letters. */
  readonly open: ReadonlyMap<number, readonly Open<T>[]>;
  readonly spaceless: Spaceless<Phrase<T>>;
}

/** How many words `...` may skip. */
const GAP = 3;

/** A comma or colon within so many words at the beginning ends a salutation. */
const SALUTATION = 4;

/**
 * Makes phrases searchable. `refund*` is any word that begins so, `*` within a word any letters (`authori*ed`),
 * `...` skips up to three words of the same sentence, and `^` before a phrase wants it to begin a sentence. A phrase
 * with accents is also found without them, as people type it, and a German one with "ue" and "ss".
 */
export function indexPhrases<T>(list: Iterable<readonly [phrase: string, of: T]>): PhraseIndex<T> {
  const tree: Node<T> = {};
  const spaceless = noSpaceless<Phrase<T>>();
  for (const [phrase, of] of list) {
    const plain = phrase.toLowerCase().replace(/['’]/g, '').replace(/[-/]/g, ' ').trim();
    const one: Phrase<T> = { phrase, begins: plain.startsWith('^'), of };
    for (const spelling of spellingsOf(plain)) {
      const parts = spelling.match(/\.\.\.|[\p{L}\p{M}\p{N}*]+/gu) ?? [];
      const [start] = parts;
      if (start === undefined) continue;
      if (!isSpaceless(start)) plant(tree, parts, one);
      else plantInside(spaceless, parts, one);
    }
  }
  const open = Map.groupBy(tree.open?.values() ?? [], ({ head }) => firstTwo(head));
  return { tree, open, spaceless };
}

function plant<T>(tree: Node<T>, parts: readonly string[], phrase: Phrase<T>): void {
  const last = parts.reduce(child<T>, tree);
  last.ends ??= [];
  last.ends.push(phrase);
}

/** The node to which a further part leads, made where there is none. */
function child<T>(node: Node<T>, part: string): Node<T> {
  if (part === '...') {
    node.gap ??= {};
    return node.gap;
  }
  const star = part.indexOf('*');
  const known = star < 0 ? node.words?.get(part) : node.open?.get(part)?.node;
  if (known !== undefined) return known;
  const next: Node<T> = {};
  if (star < 0) {
    node.words ??= new Map();
    node.words.set(part, next);
  } else {
    node.open ??= new Map();
    node.open.set(part, { head: part.slice(0, star), tail: part.slice(star + 1), node: next });
  }
  return next;
}

/** The first two letters of a word, as one number. */
function firstTwo(word: string): number {
  return word.length < 2 ? word.charCodeAt(0) : (word.charCodeAt(0) << 16) | word.charCodeAt(1);
}

/**
 * As written, and as people type who leave the marks of Latin letters out or have no key for them: "größe" is also "grosse",
 * "grösse" and "groesse". Letters of other scripts are letters of their own with their marks.
 */
function spellingsOf(plain: string): Iterable<string> {
  if (!/[ß-ž]/.test(plain)) return [plain];
  const single = plain.replace(/ß/g, 'ss');
  const apart = single.normalize('NFD');
  const bare = apart.replace(/([a-z])\p{M}+/gu, '$1');
  const spelt = apart.replace(/([aou])\u0308/g, '$1e');
  return new Set([plain, ...[single, bare, spelt].map((one) => one.normalize('NFC'))]);
}

/** Every phrase of the index in a text, in order. A phrase never reaches across a sentence's end. */
export function findPhrases<T>(index: PhraseIndex<T>, { tokens }: Words): Found<T>[] {
  const found: Found<T>[] = [];
  let from = 0;
  let earlier = 0;
  const note: Note<T> = ({ phrase, begins, of }, to, letters) => {
    if (begins && !beginsSentence(tokens, from)) return;
    // `...` may skip more words or fewer to the same phrase: the first way is the shortest.
    for (let i = earlier; i < found.length; i++) {
      if (found[i]!.of === of && found[i]!.phrase === phrase) return;
    }
    found.push({ phrase, of, from, to, ...(letters && { letters }) });
  };
  for (; from < tokens.length; from++) {
    const token = tokens[from]!;
    // No phrase begins with a mark.
    if (token === '.' || token === ',') continue;
    earlier = found.length;
    const next = index.tree.words?.get(token);
    if (next !== undefined) follow(next, tokens, from + 1, note);
    if (index.open.size > 0) {
      for (const open of index.open.get(firstTwo(token)) ?? NONE) {
        if (fits(token, open)) follow(open.node, tokens, from + 1, note);
      }
    }
    if (index.spaceless.next.size > 0 && isSpaceless(token)) {
      for (const [phrase, letters] of findInside(index.spaceless, token)) {
        note(phrase, from + 1, letters);
      }
    }
  }
  return found;
}

const NONE: readonly never[] = [];

type Note<T> = (phrase: Phrase<T>, to: number, letters?: Letters) => void;

/** Notes every phrase that goes on from this node at this token. */
function follow<T>(node: Node<T>, tokens: readonly string[], at: number, note: Note<T>): void {
  if (node.ends !== undefined) for (const phrase of node.ends) note(phrase, at);
  if (tokens[at] === '.') return;
  if (node.words !== undefined || node.open !== undefined) {
    let next = at;
    while (tokens[next] === ',') next++;
    step(node, tokens, next, note);
  }
  if (node.gap !== undefined) {
    for (let skip = 0; skip <= GAP; skip++) {
      if (skip > 0 && tokens[at + skip - 1] === '.') return;
      step(node.gap, tokens, at + skip, note);
    }
  }
}

/** Takes the word at this token, where the node knows it. */
function step<T>(node: Node<T>, tokens: readonly string[], at: number, note: Note<T>): void {
  const token = tokens[at];
  if (token === undefined) return;
  const next = node.words?.get(token);
  if (next !== undefined) follow(next, tokens, at + 1, note);
  if (node.open !== undefined) {
    for (const open of node.open.values()) {
      if (fits(token, open)) follow(open.node, tokens, at + 1, note);
    }
  }
}

/** A salutation or a topic may stand before: "Hello Ada, urgent", "Export: add a column". */
function beginsSentence(tokens: readonly string[], at: number): boolean {
  return at === 0 || tokens[at - 1] === '.' || (tokens[at - 1] === ',' && at <= SALUTATION);
}

function fits(token: string, { head, tail }: Open<unknown>): boolean {
  return (
    token.length >= head.length + tail.length && token.startsWith(head) && token.endsWith(tail)
  );
}

/** The phrases that no longer found phrase covers: "not working" hides "working". */
export function longestOf<T>(found: readonly Found<T>[]): Found<T>[] {
  const placed = found.map((one) => ({ one, ...stretchOf(one) }));
  const byLength = placed.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: typeof placed = [];
  const covering = new Map<number, typeof placed>();
  for (const next of byLength) {
    const { one, start, end } = next;
    const hidden = covering
      .get(one.from)
      ?.some((k) => k.start <= start && k.end >= end && k.end - k.start > end - start);
    if (hidden) continue;
    kept.push(next);
    for (let at = one.from; at < one.to; at++) {
      const list = covering.get(at);
      if (list === undefined) covering.set(at, [next]);
      else list.push(next);
    }
  }
  return kept.sort((a, b) => a.start - b.start).map(({ one }) => one);
}

/** Where it begins and ends, in words; a phrase within a clause takes a little of it for each letter. */
function stretchOf<T>({ from, to, letters }: Found<T>): { start: number; end: number } {
  if (letters === undefined) return { start: from, end: to };
  return { start: from + letters.from / 10_000, end: from + letters.to / 10_000 };
}
