import { type Conversation, withDraft } from './conversation.ts';
import type { Outcome } from './decide.ts';
import type { Delivered, DeliveryFailed } from './events.ts';

/** The reply arrived: the draft is done, and the first reply time is what it was. */
export function delivered(conversation: Conversation, event: Delivered): Outcome {
  const draft = conversation.drafts.find((d) => d.number === event.draft);
  if (draft?.state.is !== 'approved') return { ignored: 'the draft was not on its way' };
  const { by, edited, waited } = draft.state;
  const deed = { at: event.at, by, did: edited ? 'edited-and-sent' : 'sent' } as const;
  return {
    conversation: {
      ...withDraft(conversation, { ...draft, state: { ...draft.state, is: 'sent' } }),
      deeds: [...conversation.deeds, deed],
    },
    intents: [{ type: 'show-draft', draft: draft.number }, { type: 'show-card' }],
    facts: [
      {
        type: 'replied',
        at: event.at,
        conversation: conversation.id,
        agent: by.id,
        after: waited === undefined ? 0 : event.at - waited,
        outcome: edited ? 'edited' : 'as-it-was',
        template: draft.template,
      },
    ],
  };
}

/** The customer did not get it: they still wait, and the agents learn why. */
export function failed(conversation: Conversation, event: DeliveryFailed): Outcome {
  const facts = [{ type: 'delivery-failed', at: event.at, conversation: conversation.id }] as const;
  const draft = conversation.drafts.find((d) => d.number === event.draft);
  if (!draft) {
    const text = `The acknowledgement did not reach the customer: ${event.because}`;
    return { conversation, intents: [{ type: 'show-note', text }], facts };
  }
  if (draft.state.is !== 'approved') return { ignored: 'the draft was not on its way' };
  const { by, at, edited, waited } = draft.state;
  const since = Math.min(waited ?? event.at, conversation.waitingSince ?? event.at);
  const text = `The reply was not delivered: ${event.because}`;
  return {
    conversation: {
      ...withDraft(conversation, {
        ...draft,
        state: { is: 'failed', because: event.because, by, at, edited },
      }),
      status: conversation.status === 'answered' ? 'waiting' : conversation.status,
      waitingSince: since,
    },
    intents: [
      { type: 'show-draft', draft: draft.number },
      { type: 'show-note', text },
      { type: 'show-card' },
    ],
    facts,
  };
}
