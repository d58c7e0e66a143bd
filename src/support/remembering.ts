/** How many characters of texts are remembered, the last ones, and how many the longest of them has. */
const MOST = 256_000;
const LONGEST = 4_000;

/**
 * A reading of texts that remembers what it made of the last ones. A conversation's words are read again with each thing that
 * happens in it, by everybody who wants to know something else of them: what they say by themselves is found out once.
 * @param read must follow from the text and what is given with it alone, and nobody may change what it gives
 */
export function remembering<T extends {}, More extends readonly string[] = []>(
  read: (text: string, ...more: More) => T,
): (text: string, ...more: More) => T {
  const known = new Map<string, T>();
  let kept = 0;
  return (text, ...more) => {
    if (text.length > LONGEST) return read(text, ...more);
    const name = more.length === 0 ? text : [...more, text].join('\n');
    const before = known.get(name);
    if (before !== undefined) return before;
    const made = read(text, ...more);
    known.set(name, made);
    kept += name.length;
    for (const oldest of known.keys()) {
      if (kept <= MOST) break;
      known.delete(oldest);
      kept -= oldest.length;
    }
    return made;
  };
}
