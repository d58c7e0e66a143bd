import type { Conversation } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';

/** The language in which the handbook speaks to this customer: theirs where it has replies in it, or else the team's. */
export function languageWith(
  { triage }: Pick<Conversation, 'triage'>,
  { policy, replies }: Handbook,
): string {
  const spoken = triage?.language ?? policy.language;
  return replies[spoken] === undefined ? policy.language : spoken;
}
