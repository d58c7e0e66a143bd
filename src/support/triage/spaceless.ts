/** Phrases of scripts that set no spaces between words, as a tree of their letters. A token of such a script is a whole clause. */
export interface Spaceless<T> {
  readonly next: Map<string, Spaceless<T>>;
  /** After `...`. */
  gap?: Spaceless<T>;
  /** What is complete here. */
  readonly ends: T[];
}

/** The letters of a token where something stands: the first, and the one after the last. */
export interface Letters {
  readonly from: number;
  readonly to: number;
}

/** The first of the characters of Chinese and Japanese; everything that stands before in Unicode has spaces. */
const FIRST = 0x2e80;
/** After the last of them come other scripts with spaces. */
const LAST = 0x9fff;

/** How many letters `...` may skip. */
const GAP = 8;

/** Whether a word begins or ends in a script without spaces: "ログイン", "APIが". */
export function isSpaceless(token: string): boolean {
  return within(token.charCodeAt(0)) || within(token.charCodeAt(token.length - 1));
}

function within(letter: number): boolean {
  return letter >= FIRST && letter <= LAST;
}

export function noSpaceless<T>(): Spaceless<T> {
  return { next: new Map(), ends: [] };
}

/** Adds a phrase to the tree, by its parts: words, and `...` between them. */
export function plantInside<T>(tree: Spaceless<T>, parts: readonly string[], phrase: T): void {
  let node = tree;
  for (const part of parts) {
    if (part === '...') {
      node.gap ??= noSpaceless();
      node = node.gap;
      continue;
    }
    for (let at = 0; at < part.length; at++) {
      const known = node.next.get(part.charAt(at));
      const next = known ?? noSpaceless<T>();
      if (known === undefined) node.next.set(part.charAt(at), next);
      node = next;
    }
  }
  node.ends.push(phrase);
}

/** Every phrase that stands anywhere in a token, once, and where it first does. */
export function findInside<T>(tree: Spaceless<T>, token: string): Map<T, Letters> {
  const found = new Map<T, Letters>();
  for (let from = 0; from < token.length; from++) {
    const node = tree.next.get(token.charAt(from));
    if (node !== undefined) follow(node, token, from, from + 1, found);
  }
  return found;
}

/** Notes every phrase that goes on from this node at this letter. */
function follow<T>(
  node: Spaceless<T>,
  token: string,
  from: number,
  at: number,
  found: Map<T, Letters>,
): void {
  for (const phrase of node.ends) if (!found.has(phrase)) found.set(phrase, { from, to: at });
  const next = node.next.get(token.charAt(at));
  if (next !== undefined) follow(next, token, from, at + 1, found);
  if (node.gap === undefined) return;
  for (let skip = 0; skip <= GAP; skip++) {
    const after = node.gap.next.get(token.charAt(at + skip));
    if (after !== undefined) follow(after, token, from, at + skip + 1, found);
  }
}
