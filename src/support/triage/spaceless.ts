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

/** The letters of a token where something stands: the first, and the one after the last. */
export interface Letters {
  readonly from: number;
  readonly to: number;
}

/** Every phrase that stands anywhere in a token, once, and where it first does. */
export function findInside<T>(phrases: Spaceless<T>, token: string): Map<T, Letters> {
  const found = new Map<T, Letters>();
  for (let from = 0; from < token.length; from++) {
    for (const { parts, of } of phrases.get(token.charAt(from)) ?? []) {
      if (found.has(of)) continue;
      const to = endOf(parts, token, from);
      if (to !== undefined) found.set(of, { from, to });
    }
  }
  return found;
}

/** Where the parts end in a token, when the first stands at `from` and each other soon after the one before it. */
function endOf(parts: readonly string[], token: string, from: number): number | undefined {
  let end = from;
  let gap = 0;
  for (const part of parts) {
    if (part === '...') {
      gap = GAP;
      continue;
    }
    if (gap === 0) {
      if (!token.startsWith(part, end)) return undefined;
      end += part.length;
    } else {
      const start = token.slice(end, end + gap + part.length).indexOf(part);
      if (start < 0) return undefined;
      end += start + part.length;
      gap = 0;
    }
  }
  return end;
}
