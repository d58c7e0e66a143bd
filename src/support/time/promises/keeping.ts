import type { Instant } from '../../conversation.ts';

/** What was promised, as far as keeping it goes. */
export interface Promised {
  readonly madeAt: Instant;
  /** Absent where no time was named. */
  readonly due?: Instant;
}

/** What happened in the conversation. */
export interface Happened {
  /** The team wrote to the customer, whoever of them it was; or the matter was closed. */
  readonly what: 'replied' | 'resolved';
  readonly at: Instant;
}

export type Keeping = 'kept' | 'late' | 'broken' | 'open';

/**
 * What became of a promise. The team's first reply to the customer after the one that made it keeps it when it comes no later
 * than it was due, and is late otherwise; without a due time any reply keeps it. Who replies does not matter: the team promised. A
 * promise whose matter was closed without a further reply is broken, since nobody came back; until then it is open, overdue or not.
 * Events may come in any order; those not after `madeAt` say nothing.
 */
export function keepingOf({ madeAt, due }: Promised, events: Iterable<Happened>): Keeping {
  let replied = Number.POSITIVE_INFINITY;
  let resolved = false;
  for (const { what, at } of events) {
    if (at <= madeAt) continue;
    if (what === 'replied') replied = Math.min(replied, at);
    else resolved = true;
  }
  if (replied < Number.POSITIVE_INFINITY) return replied <= (due ?? replied) ? 'kept' : 'late';
  return resolved ? 'broken' : 'open';
}
