import { tell } from './agent.ts';
import { isUncertain } from './buttons.ts';
import {
  type Approval,
  type Conversation,
  type Draft,
  type Instant,
  openDraft,
  withDraft,
} from './conversation.ts';
import type { Change, Outcome } from './decide.ts';
import type { Delivered, DeliveryFailed, Pressed } from './events.ts';
import type { Fact } from './facts.ts';
import type { Handbook } from './handbook.ts';
import { nthReply } from './human-replies.ts';
import { takenBy } from './time/taken.ts';

/** The reply arrived: the draft is done, and the first reply time is what it was. */
export function delivered(
  conversation: Conversation,
  event: Delivered,
  handbook: Handbook,
): Outcome {
  const draft = conversation.drafts.find((d) => d.number === event.draft);
  if (draft?.state.is !== 'approved') return { ignored: 'the draft was not on its way' };
  return sent(conversation, draft, draft.state, event.at, handbook);
}

/** Nobody could tell whether the reply arrived; an agent looked, and it did. */
export function arrived(conversation: Conversation, event: Pressed, handbook: Handbook): Outcome {
  const draft = conversation.drafts.find((d) => d.number === event.draft);
  const standing = openDraft(conversation);
  if (draft?.state.is !== 'failed' || !isUncertain(draft) || standing?.number !== draft.number) {
    return tell(conversation, event, 'This draft does not wait for anybody to look after it.');
  }
  const { by, at, edited } = draft.state;
  const { waitingSince, ...rested } = conversation;
  const waits = conversation.status === 'waiting';
  const waited = waitingSince === undefined ? {} : { waited: waitingSince };
  return sent(
    { ...rested, status: waits ? 'answered' : conversation.status },
    draft,
    { by, at, edited, ...waited },
    at,
    handbook,
  );
}

/** The draft reached the customer at this moment. */
function sent(
  conversation: Conversation,
  draft: Draft,
  { by, at: approvedAt, edited, waited }: Approval,
  at: Instant,
  handbook: Handbook,
): Change {
  const deed = { at, by, did: edited ? 'edited-and-sent' : 'sent' } as const;
  const approval = { by, at: approvedAt, edited, ...(waited === undefined ? {} : { waited }) };
  return {
    conversation: {
      ...withDraft(conversation, { ...draft, state: { is: 'sent', ...approval } }),
      deeds: [...conversation.deeds, deed],
    },
    intents: [{ type: 'show-draft', draft: draft.number }, { type: 'show-card' }],
    facts: [repliedFact(conversation, draft, approval, at, handbook)],
  };
}

/** What the desk answered of its own accord is no agent's reply, in any measure. */
function repliedFact(
  conversation: Conversation,
  { template, citations = [] }: Draft,
  { by, edited, waited }: Approval,
  at: Instant,
  handbook: Handbook,
): Fact {
  const { id, triage } = conversation;
  const base = { at, conversation: id, template };
  if (by.role !== 'bot') {
    const outcome = edited ? 'edited' : 'as-it-was';
    const nth = nthReply(conversation, waited);
    const taken = waited === undefined ? {} : takenBy(conversation, waited, at, handbook);
    return { ...base, type: 'replied', agent: by.id, nth, ...taken, outcome };
  }
  const after = waited === undefined ? 0 : at - waited;
  const articles = citations.map((citation) => citation.id);
  return { ...base, type: 'answered-itself', after, category: triage?.category ?? '', articles };
}

/** The customer did not get it: they still wait, and the agents learn why. */
export function failed(conversation: Conversation, event: DeliveryFailed): Outcome {
  const fact = { type: 'delivery-failed', at: event.at, conversation: conversation.id } as const;
  const draft = conversation.drafts.find((d) => d.number === event.draft);
  if (!draft) {
    const reached = event.uncertain ? 'may or may not have reached' : 'did not reach';
    const text = `${event.notice ? 'What Warmline had to say' : 'The acknowledgement'} ${reached} the customer: ${event.because}`;
    return { conversation, intents: [{ type: 'show-note', text }], facts: [fact] };
  }
  if (draft.state.is !== 'approved') return { ignored: 'the draft was not on its way' };
  const { by, at, edited, waited } = draft.state;
  const since = Math.min(waited ?? event.at, conversation.waitingSince ?? event.at);
  const uncertain = event.uncertain === true;
  const text = uncertain
    ? `The reply may or may not have been delivered: ${event.because}`
    : `The reply was not delivered: ${event.because}`;
  return {
    conversation: {
      ...withDraft(conversation, {
        ...draft,
        state: {
          is: 'failed',
          because: event.because,
          ...(uncertain ? { uncertain } : {}),
          by,
          at,
          edited,
        },
      }),
      status: conversation.status === 'answered' ? 'waiting' : conversation.status,
      waitingSince: since,
    },
    intents: [
      { type: 'show-draft', draft: draft.number },
      { type: 'show-note', text },
      { type: 'show-card' },
    ],
    facts: [{ ...fact, since }],
  };
}
