/** Phrases of scripts that set no spaces between words, by their first letter. A token of such a script is a whole clause. */
export type Spaceless<T> = ReadonlyMap<string, readonly { parts: readonly string[]; of: T }[]>;

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

/** Every phrase that stands anywhere in a token, once. */
export function findInside<T>(phrases: Spaceless<T>, token: string): Set<T> {
  const found = new Set<T>();
  for (let at = 0; at < token.length; at++) {
    for (const { parts, of } of phrases.get(token.charAt(at)) ?? []) {
      if (!found.has(of) && standsAt(token, at, parts)) found.add(of);
    }
  }
  return found;
}

/** Whether the parts stand in a token, the first at `at`, each other soon after the one before it. */
function standsAt(token: string, at: number, parts: readonly string[]): boolean {
  let end = at;
  let gap = 0;
  for (const part of parts) {
    if (part === '...') {
      gap = GAP;
      continue;
    }
    if (gap === 0) {
      if (!token.startsWith(part, end)) return false;
      end += part.length;
    } else {
      const start = token.slice(end, end + gap + part.length).indexOf(part);
      if (start < 0) return false;
      end += start + part.length;
      gap = 0;
    }
  }
  return true;
}
