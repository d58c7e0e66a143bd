import type { Conversation } from '../conversation.ts';
import { openEscalations } from '../time/escalation/escalation.ts';
import { paceOf } from '../time/pace.ts';
import { promisesOwed } from '../time/promises/given.ts';

/**
 * How a matter stands with whoever has to answer it: since when they wait, whose it is, how near its end the clock is.
 * While that is the same there is nothing new to tell. Undefined where nobody waits, or the customer may still be typing.
 */
export function standingOf(conversation: Conversation): string | undefined {
  const { status, waitingSince, owner } = conversation;
  if (status !== 'waiting' || waitingSince === undefined) return undefined;
  const open = openEscalations(conversation).map(({ reason }) => reason);
  const owed = promisesOwed(conversation).map(({ id, passed }) => `${id}${passed ?? ''}`);
  return [waitingSince, owner?.id ?? '', paceOf(conversation)?.is ?? '', ...open, ...owed].join(
    '/',
  );
}

/** What of a conversation the rounds go by; undefined where they have nothing to tell of it. */
export function roundsGoBy(conversation: Conversation): string | undefined {
  const owed = promisesOwed(conversation).map(({ id, due }) => `${id}${due}`);
  return standingOf(conversation) ?? (owed.length > 0 ? owed.join('/') : undefined);
}
