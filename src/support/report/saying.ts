import type { Table } from './page.ts';

/** What the facts of a table say of something, as one of few words: row `i` says `words[codes[i]]`. */
export interface Saying {
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  readonly words: readonly string[];
}

/** What is told of each row as the number of one of these words. */
export function eachOf(
  { rows }: Table,
  words: readonly string[],
  codeOf: (row: number) => number,
): Saying {
  const codes = words.length <= 2 ** 8 ? new Uint8Array(rows) : new Uint32Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = codeOf(row);
  return { codes, words };
}

/** What is told of each row in words that nobody knows before. */
export function coded({ rows }: Table, wordOf: (row: number) => string): Saying {
  const known = new Map<string, number>();
  const words: string[] = [];
  const codes = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const word = wordOf(row);
    const code = known.get(word) ?? words.push(word) - 1;
    if (code === known.size) known.set(word, code);
    codes[row] = code;
  }
  return { codes, words };
}
