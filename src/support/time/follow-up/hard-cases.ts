import type { Conversation } from '../../conversation.ts';
import { isUpset } from '../../reply/upset.ts';

/** What makes a case a hard one, after which it is worth asking how it has gone since. */
const SIGNS: readonly ((conversation: Conversation) => boolean)[] = [
  ({ handedOverAt, triage }) => handedOverAt !== undefined || triage?.wantsHuman === true,
  ({ clocks }) =>
    clocks?.reply?.breached !== undefined || clocks?.resolution?.breached !== undefined,
  ({ triage }) => triage !== undefined && isUpset(triage),
];

/** They asked for a person, waited too long, or were upset. */
export function isHard(conversation: Conversation): boolean {
  return SIGNS.some((sign) => sign(conversation));
}
