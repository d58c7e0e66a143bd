import { type Conversation, withMessages, withoutDraft } from './conversation.ts';
import type { Outcome } from './decide.ts';
import { draftShown } from './drafting.ts';
import type { Intent } from './effects.ts';
import type { TeamWrote } from './events.ts';
import type { Handbook } from './handbook.ts';
import { nthReply } from './human-replies.ts';
import { mayAct } from './roles.ts';
import { takenBy } from './time/taken.ts';

/** A human of the team answered the customer: the draft is withdrawn and the bot is silent from here on. */
export function teamWrote(
  conversation: Conversation,
  event: TeamWrote,
  handbook: Handbook,
): Outcome {
  const { message } = event;
  if (conversation.messages.some((m) => m.id === message.id)) {
    return { ignored: 'this message is known already' };
  }
  const shown: Intent[] = [
    { type: 'show-message', message: message.id },
    ...draftShown(conversation),
    { type: 'show-card' },
  ];
  const next: Conversation = {
    ...withoutDraft(withMessages(conversation, [message]), 'human-answered', event.at),
    humanSpoke: true,
    timers: {},
  };
  const waits = next.status === 'waiting' || next.status === 'gathering';
  if (!mayAct(message.author)) {
    return { conversation: waits ? { ...next, status: 'waiting' } : next, intents: shown };
  }
  const { waitingSince, ...rested } = next;
  return {
    conversation: {
      ...rested,
      status: waits ? 'answered' : next.status,
      owner: next.owner ?? message.author,
      deeds: [...next.deeds, { at: event.at, by: message.author, did: 'answered-directly' }],
    },
    intents: shown,
    facts:
      waitingSince === undefined
        ? []
        : [
            {
              type: 'answered-directly',
              at: event.at,
              conversation: next.id,
              by: message.author.id,
              nth: nthReply(conversation, waitingSince),
              ...takenBy(conversation, waitingSince, event.at, handbook),
            },
          ],
  };
}
