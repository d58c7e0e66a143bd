import { type Conversation, openDraft, withoutDraft } from './conversation.ts';
import type { Change, Outcome } from './decide.ts';
import type { Intent } from './effects.ts';
import type { CustomerPressed, CustomerWrote } from './events.ts';
import type { Handbook } from './handbook.ts';
import { handOver } from './handing-over.ts';
import { answerWith, choose, type Question } from './questions.ts';
import { notice } from './reply/notices.ts';
import { rate } from './time/survey/rating.ts';

/** A customer chose an answer to what they were asked. Anybody else's press, and a second one, has no effect. */
export function answered(
  conversation: Conversation,
  event: CustomerPressed,
  handbook: Handbook,
): Outcome {
  const chosen = choose(conversation, event);
  if ('ignored' in chosen) return chosen;
  const shown: Intent = { type: 'show-question', question: event.question };
  const change = follow(chosen.choice.button, chosen.conversation, event, handbook);
  return { ...change, intents: [shown, ...change.intents] };
}

function follow(
  button: CustomerPressed['button'],
  conversation: Conversation,
  event: CustomerPressed,
  handbook: Handbook,
): Change {
  switch (button) {
    case 'solved':
      return solved(conversation, event, handbook);
    case 'person':
      return handOver(conversation, event.at, handbook, 'pressed');
    case 'rate':
      return rate(conversation, Number(event.value), event.at, handbook);
    default:
      return button satisfies never;
  }
}

/** They wrote what the button says: the question is answered, and the same follows. */
export function solvedInWords(
  conversation: Conversation,
  event: CustomerWrote,
  { number, choices }: Question,
  handbook: Handbook,
): Change {
  const choice = choices.find(({ button }) => button === 'solved')!;
  const told = answerWith(conversation, number, choice, event.at);
  const change = solved(told, { at: event.at, actor: event.message.author }, handbook);
  return { ...change, intents: [{ type: 'show-question', question: number }, ...change.intents] };
}

/** It helped: the conversation comes to rest with a kind word. */
function solved(
  conversation: Conversation,
  event: Pick<CustomerPressed, 'at' | 'actor'>,
  handbook: Handbook,
): Change {
  const { at, actor } = event;
  const standing = openDraft(conversation);
  const { waitingSince: _, ...rested } = withoutDraft(conversation, 'resolved', at);
  return {
    conversation: {
      ...rested,
      status: 'resolved',
      timers: {},
      deeds: [...rested.deeds, { at, by: actor, did: 'solved' }],
    },
    intents: [
      ...notice('closing', conversation, handbook, at),
      ...(standing ? [{ type: 'show-draft', draft: standing.number } as const] : []),
      { type: 'show-card' },
    ],
    facts: [{ type: 'self-service-solved', at, conversation: conversation.id }],
  };
}
