/** What is said back of words that were not understood, in letters. */
const LONGEST_QUOTE = 60;

/** Somebody's words in quotes, cut and without anything that is no sign on a line: a door still escapes them. */
export function quoted(words: string): string {
  const plain = words
    .slice(0, LONGEST_QUOTE * 4)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  const letters = [...plain];
  const cut = letters.slice(0, LONGEST_QUOTE - 1).join('');
  return `“${letters.length > LONGEST_QUOTE ? `${cut}…` : plain}”`;
}

/** "a, b or c". */
export function listed(words: readonly string[], or = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`;
}
