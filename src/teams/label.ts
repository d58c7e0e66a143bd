import type { Conversation } from '../support/conversation.ts';
import type { Saying } from '../support/effects.ts';
import type { Outbound } from './connector.ts';

/** What makes Teams show "AI generated" at a message. Sources would be named here too, as `citation`. */
const MACHINE_WRITTEN = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
} as const;

/** The message, saying of itself that a machine wrote it. */
export function labelled(message: Outbound): Outbound {
  return { ...message, entities: [MACHINE_WRITTEN] };
}

/** Whether what goes to the customer is word for word what the desk wrote: no agent has changed it. */
export function isMachineWritten(effect: Saying, { drafts }: Conversation): boolean {
  if (effect.type !== 'send-reply') return true;
  const draft = drafts.find((one) => one.number === effect.draft);
  return draft !== undefined && effect.text === (draft.proposed ?? draft.text);
}

/** Whether it goes to the customer with nobody of the team having read it as an answer: they learn that in any case. */
export function isUnread(effect: Saying, { drafts }: Conversation): boolean {
  if (effect.type !== 'send-reply') return false;
  const state = drafts.find((one) => one.number === effect.draft)?.state;
  return state !== undefined && 'by' in state && state.by.role === 'bot';
}
