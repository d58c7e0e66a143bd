import type { Conversation, Instant } from '../../conversation.ts';
import type { Change } from '../../decide.ts';
import type { Person } from '../../roles.ts';
import type { EscalationReason } from '../policy.ts';

/** A human was called in: why, how far the policy's ladder was climbed, and who ended it. */
export interface Escalation {
  readonly reason: EscalationReason;
  /** When the reason arose: the ladder's times count from here. */
  readonly at: Instant;
  /** For agents, and in our own words: what a customer takes back stands nowhere. */
  readonly because: string;
  /** How many steps of the ladder were taken. */
  readonly climbed: number;
  /** When the customer learnt who comes, or somebody of the team was at it so that there was nothing to tell. */
  readonly told?: Instant;
  /** `by` is absent where time alone brought the matter to rest. */
  readonly ended?: { readonly at: Instant; readonly by?: Person };
}

/** The escalations that go on until a human acts, oldest first. */
export function openEscalations({ escalations = [] }: Pick<Conversation, 'escalations'>) {
  return escalations.filter(({ ended }) => ended === undefined);
}

/**
 * The change with a reason to call a human in, once while it is open; none where the matter rests. The ladder is climbed
 * once the whole decision is known, and a reason for which the policy has no steps does nothing.
 * @param because in our own words, never the customer's
 */
export function escalate(
  change: Change,
  reason: EscalationReason,
  because: string,
  at: Instant,
): Change {
  const { conversation } = change;
  const known = openEscalations(conversation).some((one) => one.reason === reason);
  if (known || isAtRest(conversation)) return change;
  const escalations = [
    ...(conversation.escalations ?? []),
    { reason, at, because, climbed: 0 } satisfies Escalation,
  ];
  return { ...change, conversation: { ...conversation, escalations } };
}

/** Whether nobody waits for anything here any more. */
export function isAtRest({ status }: Pick<Conversation, 'status'>): boolean {
  return status === 'resolved' || status === 'set-aside' || status === 'merged';
}
