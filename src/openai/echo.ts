/** So many words in a row, and two people do not write them by chance. */
const RUN = 6;
/** Base64, a key, a hash: nothing that is said to anybody. */
const ENCODED = /[A-Za-z0-9+/=_-]{32,}/g;

/**
 * Whether a text tells what a model was instructed with: a run of its words that nobody else here said, or something encoded.
 * @param said what may be repeated: the articles, the conversation, what the agent wants.
 */
export function echoes(text: string, instructions: string, said: string): boolean {
  const secret = runsOf(instructions);
  const open = runsOf(said);
  const told = [...runsOf(text)].some((run) => secret.has(run) && !open.has(run));
  return told || (text.match(ENCODED) ?? []).some((one) => !said.includes(one));
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= words.length; i++) runs.add(words.slice(i, i + RUN).join(' '));
  return runs;
}
