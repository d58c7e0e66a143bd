import { expandLines } from '../../triage/alternatives.ts';
import { findPhrases, indexPhrases } from '../../triage/phrases.ts';
import type { Words } from '../../triage/words.ts';
import { LEGAL_WORDS } from './legal-words.ts';

const THREATS = indexPhrases(
  Object.entries(LEGAL_WORDS).flatMap(([threat, lines]) =>
    expandLines(lines).map((phrase) => [phrase, threat] as const),
  ),
);

/** With what a customer threatens, in our words: "a lawyer or a court"; undefined where they do not. */
export function threatIn(words: Words): string | undefined {
  return findPhrases(THREATS, words)[0]?.of;
}
