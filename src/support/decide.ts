import { pressed } from './agent.ts';
import { answered } from './answers.ts';
import { deleted, edited } from './changed-words.ts';
import type { Conversation } from './conversation.ts';
import { wrote } from './customer.ts';
import { delivered, failed } from './delivery.ts';
import { asked } from './drafting.ts';
import type { Effect, Intent } from './effects.ts';
import type { Event } from './events.ts';
import type { Fact } from './facts.ts';
import { follow } from './following.ts';
import type { Handbook } from './handbook.ts';
import { moved } from './moving.ts';
import { opened } from './ownership/at-once.ts';
import { lookAtOwner } from './ownership/looking.ts';
import { aboutOf } from './report/about.ts';
import type { KeptFact } from './report/page.ts';
import { teamWrote } from './team.ts';
import { rang } from './time/ringing.ts';
import { written } from './writing.ts';

/** What one event comes to: the next conversation, what should follow, and what reports will count. */
export interface Change {
  readonly conversation: Conversation;
  readonly intents: readonly Intent[];
  readonly facts?: readonly Fact[];
}

/** The default is that nothing happens, and why. */
export type Outcome = Change | { readonly ignored: string };

export type Decision =
  | {
      readonly conversation: Conversation;
      readonly effects: readonly Effect[];
      /** Each with what the conversation is after the decision. */
      readonly facts: readonly KeptFact[];
    }
  | { readonly ignored: string };

/**
 * What should happen: the whole of it, for every event there is. Pure: the same conversation, event and handbook
 * give the same decision, and the same effects by name. `conversation` is absent where none is known yet.
 */
export function decide(
  conversation: Conversation | undefined,
  event: Event,
  handbook: Handbook,
): Decision {
  const outcome = outcomeOf(conversation, event, handbook);
  if ('ignored' in outcome) return outcome;
  const before = outcome.conversation.id === conversation?.id ? conversation : undefined;
  const { conversation: made, intents, facts = [] } = follow(outcome, { event, before }, handbook);
  const next = { ...made, version: (before?.version ?? 0) + 1 };
  const about = aboutOf(next);
  return {
    conversation: next,
    effects: intents.map((intent, i) => ({ ...intent, id: `${next.id}/${next.version}/${i}` })),
    facts: facts.map((fact) => ({ ...fact, about })),
  };
}

function outcomeOf(
  conversation: Conversation | undefined,
  event: Event,
  handbook: Handbook,
): Outcome {
  switch (event.type) {
    case 'customer.wrote':
      return wrote(conversation, event, handbook);
    case 'customer.edited':
      return edited(conversation, event, handbook);
    case 'messages.moved':
      return moved(conversation, event, handbook);
    case 'draft.requested':
      return asked(conversation, event, handbook);
  }
  if (!conversation) return { ignored: 'no conversation is concerned' };
  switch (event.type) {
    case 'team.wrote':
      return teamWrote(conversation, event, handbook);
    case 'customer.deleted':
      return deleted(conversation, event, handbook);
    case 'agent.pressed':
      return pressed(conversation, event, handbook);
    case 'customer.pressed':
      return answered(conversation, event, handbook);
    case 'timer.fired':
      return rang(conversation, event, handbook);
    case 'reply.delivered':
      return delivered(conversation, event, handbook);
    case 'delivery.failed':
      return failed(conversation, event);
    case 'draft.written':
      return written(conversation, event, handbook);
    case 'presence.changed':
      return lookAtOwner(conversation, event, handbook);
    case 'dialog.opened':
      return opened(conversation, event);
    default:
      return event satisfies never;
  }
}
