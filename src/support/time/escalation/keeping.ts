import { type Conversation, type Deed, isOpen } from '../../conversation.ts';
import type { Change } from '../../decide.ts';
import type { Button, Event } from '../../events.ts';
import type { Fact } from '../../facts.ts';
import type { Cause } from '../../following.ts';
import type { Handbook } from '../../handbook.ts';
import type { Person } from '../../roles.ts';
import { type Escalation, escalate, isAtRest, openEscalations } from './escalation.ts';
import { climb } from './ladder.ts';
import { signsOf, stillHolds } from './signs.ts';
import { tellWhoComes } from './telling.ts';

/** By these somebody of the team deals with the customer. */
const ACTS: ReadonlySet<Button> = new Set<Button>([
  'send',
  'edit',
  'arrived',
  'take-over',
  'hand-on',
  'resolve',
  'not-a-request',
]);

/**
 * The change with its escalations: what a human did ends them all, what became true raises them, and what is due on their
 * ladders is done. In this order, so that nobody is called to what somebody has just taken up.
 */
export function keepEscalations(change: Change, cause: Cause, handbook: Handbook): Change {
  const { event, before } = cause;
  const raised = raise(end(change, cause, handbook), cause, handbook);
  const known = before?.escalations?.length ?? 0;
  const fresh = raised.conversation.escalations?.slice(known) ?? [];
  const counted = fresh.map(
    ({ reason }): Fact => ({
      type: 'escalated',
      at: event.at,
      conversation: raised.conversation.id,
      reason,
    }),
  );
  const told = tellWhoComes(withFacts(raised, counted), event, handbook);
  const climbed = climb(told, event.at, handbook);
  const changed = climbed.conversation.escalations !== change.conversation.escalations;
  return changed ? withCard(climbed, change) : climbed;
}

/** All that is open ends with what a human of the team did for the customer, or with the matter itself. */
function end(change: Change, cause: Cause, handbook: Handbook): Change {
  const { conversation } = change;
  const { event, before } = cause;
  // What this very change raised is not what somebody dealt with before.
  const open = openEscalations(before ?? {});
  const acted = isAtRest(conversation) || hasActed(conversation, cause);
  const over = acted ? open : open.filter((one) => isMisread(one, conversation, event, handbook));
  if (over.length === 0) return change;
  const by = whoEnds(event, conversation);
  const reasons = over.map(({ reason }) => reason).join(', ');
  const deeds: Deed[] = by ? [{ at: event.at, by, did: 'ended-escalation', detail: reasons }] : [];
  const ended = { at: event.at, ...(by ? { by } : {}) };
  const escalations = (conversation.escalations ?? []).map((one) =>
    over.some(({ at, reason }) => at === one.at && reason === one.reason) ? { ...one, ended } : one,
  );
  const facts = over.map(
    ({ reason, at }): Fact => ({
      type: 'escalation-ended',
      at: event.at,
      conversation: conversation.id,
      reason,
      after: event.at - at,
      by: by?.id ?? '',
    }),
  );
  return withFacts(
    {
      ...change,
      conversation: { ...conversation, escalations, deeds: [...conversation.deeds, ...deeds] },
    },
    facts,
  );
}

/** A button that told its presser why nothing happens changed neither. */
function hasActed({ deeds, drafts }: Conversation, { event, before }: Cause): boolean {
  if (event.type === 'team.wrote') return true;
  if (event.type !== 'agent.pressed' || !ACTS.has(event.button)) return false;
  return deeds !== before?.deeds || drafts !== before.drafts;
}

/** Somebody set the triage right, and what called them is not so. */
function isMisread(
  escalation: Escalation,
  conversation: Conversation,
  event: Event,
  handbook: Handbook,
): boolean {
  const corrects =
    event.type === 'agent.pressed' &&
    (event.button === 'correct-category' || event.button === 'correct-urgency');
  return corrects && !stillHolds(escalation.reason, conversation, handbook);
}

function whoEnds(event: Event, { customer }: Conversation): Person | undefined {
  if ('actor' in event) return event.actor;
  if (event.type === 'team.wrote') return event.message.author;
  return event.type === 'customer.deleted' ? customer : undefined;
}

/** What became true calls somebody, while the customer waits and where the policy has steps for it. */
function raise(change: Change, cause: Cause, handbook: Handbook): Change {
  const { conversation } = change;
  // Whoever is at it is not called to it by what they do.
  const looks = isOpen(conversation) && !hasActed(conversation, cause);
  const signs = looks ? signsOf(conversation, cause.before, handbook) : [];
  const raised = signs.reduce(
    (made, { reason, because }) => escalate(made, reason, because, cause.event.at),
    change,
  );
  const { escalations = [] } = raised.conversation;
  const known = cause.before?.escalations?.length ?? 0;
  const kept = escalations.filter(
    ({ reason }, index) => index < known || handbook.policy.escalation[reason].length > 0,
  );
  if (kept.length === escalations.length) return raised;
  const { escalations: _, ...rest } = raised.conversation;
  return {
    ...raised,
    conversation: kept.length > 0 ? { ...rest, escalations: kept } : rest,
  };
}

function withFacts(change: Change, facts: readonly Fact[]): Change {
  return facts.length === 0 ? change : { ...change, facts: [...(change.facts ?? []), ...facts] };
}

/** The card says what is open, and stands before what is said under it. */
function withCard(change: Change, { intents: before }: Change): Change {
  if (before.some(({ type }) => type === 'show-card')) return change;
  return { ...change, intents: [{ type: 'show-card' }, ...change.intents] };
}
