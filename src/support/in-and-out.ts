import type { Conversation, Status } from './conversation.ts';
import type { Change } from './decide.ts';
import type { Fact } from './facts.ts';
import type { Cause } from './following.ts';

/** Of what rests so, nobody ever had to answer it here. */
const OUT: ReadonlySet<Status> = new Set<Status>(['set-aside', 'merged']);
const RESTS: ReadonlySet<Status> = new Set<Status>([...OUT, 'resolved']);

/**
 * The change with what tells whether its conversation counts at all: it comes back from rest, belongs to another one, or its customer
 * took back all that they had said. Whoever sets it aside says so themselves.
 */
export function tellInAndOut(change: Change, { event, before }: Cause): Change {
  const { conversation } = change;
  const fact = before && turnOf(before, conversation);
  const base = { at: event.at, conversation: conversation.id };
  switch (fact) {
    case undefined:
      return change;
    case 'merged':
      return withFact(change, { type: fact, ...base, into: conversation.mergedInto ?? '' });
    case 'set-aside':
      return event.type === 'customer.deleted'
        ? withFact(change, { type: 'withdrawn', ...base })
        : change;
    case 'reopened':
    case 'brought-back':
      return withFact(change, { type: fact, ...base });
    default:
      return fact satisfies never;
  }
}

type Turn = 'merged' | 'set-aside' | 'reopened' | 'brought-back';

function turnOf(before: Conversation, after: Conversation): Turn | undefined {
  const { status } = after;
  if (OUT.has(before.status)) return RESTS.has(status) ? undefined : 'brought-back';
  if (status === 'merged' || status === 'set-aside') return status;
  if (before.status !== 'resolved' || status === 'resolved') return undefined;
  // Whoever tells us that it was bad asks for nothing more: that we make up for it is counted by itself.
  const rated = after.recovery !== before.recovery && after.recovery?.because === 'low rating';
  return rated ? undefined : 'reopened';
}

function withFact(change: Change, fact: Fact): Change {
  return { ...change, facts: [...(change.facts ?? []), fact] };
}
