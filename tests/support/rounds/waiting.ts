import type { Conversation } from '../../../src/support/conversation.ts';
import type { Policy } from '../../../src/support/handbook.ts';
import {
  newRound,
  type Round,
  type RoundName,
  stirRound,
} from '../../../src/support/rounds/round.ts';
import { startClock } from '../../../src/support/time/clock.ts';
import type { Urgency } from '../../../src/support/triage/triage.ts';
import { ada, begin, handbook } from '../stage.ts';

export const t = (iso: string) => Date.parse(iso);

/** Nine to five, Monday to Friday, UTC; a reminder every two hours. */
export const policy: Policy = handbook.policy;

const { triage } = begin('I was charged twice').now;

/** Somebody who has waited since then, and whose it is. */
export function waits(
  id: string,
  since: string,
  more: {
    owned?: boolean;
    urgency?: Urgency;
    category?: string;
    status?: Conversation['status'];
  } = {},
  using: Policy = policy,
): Conversation {
  const { owned = false, urgency = 'p3', category = 'billing', status = 'waiting' } = more;
  const at = t(since);
  const matter = { urgency, category, language: 'en', ids: [] };
  const clock = startClock('first-reply', at, matter, { ...handbook, policy: using });
  return {
    ...begin('I was charged twice').now,
    id,
    status,
    waitingSince: at,
    triage: { ...triage!, urgency, category, language: 'en' },
    clocks: { reply: clock },
    ...(owned ? { owner: ada } : {}),
  };
}

/** A round in which these have begun to wait at an instant. */
export function begun(
  name: RoundName,
  at: string,
  conversations: readonly Conversation[],
  using: Policy = policy,
): Round {
  return conversations.reduce(
    (round, one) => stirRound(round, one, t(at), using),
    newRound('slack', name),
  );
}
