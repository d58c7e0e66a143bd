import { findPhrases, indexPhrases } from './phrases.ts';
import type { Words } from './words.ts';

const index = (phrases: string) =>
  indexPhrases(phrases.split(', ').map((phrase) => [phrase, true] as const));

const TROUBLE = index(
  'outage*, downtime, is down, are down, down again, went down, again, yet another, broke, broken, crash*, error*, fail*, bug, bugs, late, delay*, wrong, lost, losing, missing, ignored, charged twice, double charge*, still waiting, stopped working, not working, doesnt work, locked out, unusable',
);
/** Trouble that is over, or "again" that is none. */
const OVER = index(
  'thanks again, thank you again, again thank*, many thanks again, great ... again soon, once again ... thank*, thanks once again, thank you once again, use ... again, buy again, order again, fixed, solved, resolved, sorted, helped, help with, helping, no longer, no more, despite, even though, works again, working again, up again, never fail*, never ... late, not a single, without',
);

/** Whether words of praise stand beside trouble that is not over: "great, another outage". */
export function isBitter(words: Words): boolean {
  return findPhrases(TROUBLE, words).length > 0 && findPhrases(OVER, words).length === 0;
}
