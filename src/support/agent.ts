import {
  type Conversation,
  customerMessages,
  type Deed,
  type Draft,
  isOpen,
  openDraft,
  withDraft,
  withoutDraft,
} from './conversation.ts';
import { correctTriage } from './correcting.ts';
import { correctRequest } from './corrections.ts';
import type { Outcome } from './decide.ts';
import { arrived } from './delivery.ts';
import { draft } from './drafting.ts';
import type { Intent } from './effects.ts';
import { endingOf } from './ending.ts';
import type { Asked, Pressed } from './events.ts';
import { isUnderWay, sumUp } from './hand-over-summary.ts';
import type { Handbook } from './handbook.ts';
import { judge } from './lessons.ts';
import { merge, split } from './moving.ts';
import { handOn } from './ownership/handing-on.ts';
import { renewTime } from './passed-time.ts';
import { sayWhy } from './reasons.ts';
import { mayAct } from './roles.ts';
import { openEscalations } from './time/escalation/escalation.ts';
import { doubtClosing } from './time/promises/closing.ts';
import { promisePressed } from './time/promises/pressing.ts';
import { snoozed } from './time/snooze.ts';
import { isSurveyAhead } from './time/survey/asking.ts';
import { understand } from './understanding.ts';
import { labelsOf } from './wording.ts';
import { whyNotSent } from './words.ts';

/** Longest reply a platform takes in one message, with room for escaping. Source: Slack truncates over 40,000. */
export const LONGEST_REPLY = 12_000;

/** A button was pressed. Who pressed was looked up by the door; whether they may is decided here, each time. */
export function pressed(conversation: Conversation, event: Pressed, handbook: Handbook): Outcome {
  const { actor } = event;
  if (actor.role === 'colleague') {
    const text =
      'Only the support team can do this. Nothing was changed. Ask a lead to add you to the agents.';
    return tell(conversation, event, text);
  }
  if (!mayAct(actor)) return { ignored: `a ${actor.role} pressed ${event.button}` };
  switch (event.button) {
    case 'send':
    case 'edit':
      return approve(conversation, event, handbook);
    case 'arrived':
      return arrived(conversation, event, handbook);
    case 'regenerate':
      return regenerate(conversation, event, handbook);
    case 'not-a-request':
      return (
        doubtClosing(conversation, event, handbook, 'Set it aside', 'Not a request') ??
        setAside(conversation, event)
      );
    case 'take-over':
      return takeOver(conversation, event, handbook);
    case 'resolve':
      return (
        doubtClosing(conversation, event, handbook, 'Resolve', 'Resolve') ??
        resolve(conversation, event, handbook)
      );
    case 'split':
      return split(conversation, event, handbook);
    case 'merge':
      return merge(conversation, event);
    case 'correct-category':
    case 'correct-urgency':
      return correctTriage(conversation, event, handbook);
    case 'why':
      return tell(conversation, event, sayWhy(conversation, labelsOf(handbook)));
    case 'snooze':
      return snoozed(conversation, event, handbook);
    case 'skip-survey':
      return skipSurvey(conversation, event);
    case 'learn':
    case 'decline-learning':
      return judge(conversation, event, handbook);
    case 'keep-promise':
    case 'edit-promise':
    case 'drop-promise':
      return promisePressed(conversation, event, handbook);
    case 'hand-on':
      return handOn(conversation, event, handbook);
    default:
      return event.button satisfies never;
  }
}

/** One send per approval: only the open draft can be approved, and only once. */
function approve(conversation: Conversation, event: Pressed, handbook: Handbook): Outcome {
  const standing = openDraft(conversation);
  // Whoever was writing while a model bettered the draft sends their own words all the same.
  const meant =
    event.button === 'edit' && standing?.replaces === event.draft ? standing?.number : event.draft;
  const drafted = conversation.drafts.find((d) => d.number === meant);
  if (!drafted || standing?.number !== drafted.number) {
    return tell(conversation, event, whyNotSent(conversation, drafted, event));
  }
  const text = event.button === 'edit' ? (event.text ?? '').trim() : drafted.text;
  if (text === '') return tell(conversation, event, 'The reply was empty. Nothing was sent.');
  if (text.length > LONGEST_REPLY) {
    const over = `The reply has ${text.length} characters and ${LONGEST_REPLY} fit. Nothing was sent.`;
    return tell(conversation, event, `${over} Shorten it or send it in two parts.`);
  }
  const renewed = renewTime(conversation, drafted, text, event, handbook);
  if (renewed) return renewed;
  const edited = text !== (drafted.proposed ?? drafted.text);
  const { waitingSince, ...rested } = conversation;
  const approved: Draft = {
    ...drafted,
    text,
    ...(edited ? { proposed: drafted.proposed ?? drafted.text } : {}),
    state: {
      is: 'approved',
      by: event.actor,
      at: event.at,
      edited,
      ...(waitingSince === undefined ? {} : { waited: waitingSince }),
    },
  };
  return {
    conversation: {
      ...withDraft(rested, approved),
      status: conversation.status === 'resolved' ? 'resolved' : 'answered',
      owner: conversation.owner ?? event.actor,
      timers: {},
    },
    intents: [
      { type: 'send-reply', place: conversation.place, draft: drafted.number, text },
      // The card follows when it has arrived, or has not.
      { type: 'show-draft', draft: drafted.number },
    ],
  };
}

function regenerate(conversation: Conversation, event: Pressed, handbook: Handbook): Outcome {
  const standing = openDraft(conversation);
  if (event.draft !== undefined && standing?.number !== event.draft) {
    const drafted = conversation.drafts.find((d) => d.number === event.draft);
    return tell(conversation, event, whyNotSent(conversation, drafted, event));
  }
  if (conversation.status === 'gathering') {
    return tell(
      conversation,
      event,
      `${conversation.customer.name || 'The customer'} is still writing.`,
    );
  }
  if (conversation.status === 'merged' || customerMessages(conversation).length === 0) {
    return tell(
      conversation,
      event,
      'This conversation is closed, so there is nothing to draft for.',
    );
  }
  const takesUp = conversation.status === 'set-aside';
  const again: Conversation = takesUp
    ? { ...conversation, status: 'waiting', waitingSince: conversation.lastCustomerAt }
    : conversation;
  const understood = understand(again, handbook, event.at);
  const meant = takesUp
    ? correctRequest(understood, true, event)
    : { conversation: understood, facts: [] };
  const next = draft(meant.conversation, event.at, handbook, event.text?.trim());
  return {
    conversation: withDeed(next, event, 'regenerated', event.text?.trim()),
    intents: [
      ...(standing ? [{ type: 'show-draft', draft: standing.number } as const] : []),
      { type: 'show-draft', draft: next.drafts.at(-1)!.number },
      { type: 'show-card' },
    ],
    facts: meant.facts,
  };
}

function setAside(conversation: Conversation, event: Pressed): Outcome {
  if (!isOpen(conversation)) {
    return tell(conversation, event, 'This conversation does not wait for an answer any more.');
  }
  const meant = correctRequest(conversation, false, event);
  const { waitingSince: _, ...rested } = withoutDraft(
    meant.conversation,
    'not-a-request',
    event.at,
  );
  return {
    conversation: withDeed({ ...rested, status: 'set-aside', timers: {} }, event, 'set-aside'),
    intents: closing(conversation),
    facts: [
      { type: 'set-aside', at: event.at, conversation: conversation.id, agent: event.actor.id },
      ...meant.facts,
    ],
  };
}

/** Whoever is called to what is theirs already says by it that they are on it. */
function takeOver(conversation: Conversation, event: Pressed, handbook: Handbook): Outcome {
  const theirs = conversation.owner?.id === event.actor.id;
  if (theirs && openEscalations(conversation).length === 0) {
    return tell(conversation, event, 'This conversation is yours already.');
  }
  const next = withDeed({ ...conversation, owner: event.actor }, event, 'took-over');
  const told: Intent[] =
    !theirs && isUnderWay(conversation)
      ? [{ type: 'show-note', text: sumUp(conversation, handbook, event.at) }]
      : [];
  return { conversation: next, intents: [{ type: 'show-card' }, ...told] };
}

function resolve(conversation: Conversation, event: Pressed, handbook: Handbook): Outcome {
  if (conversation.status === 'resolved' || conversation.status === 'merged') {
    return tell(conversation, event, 'This conversation is closed already.');
  }
  const { waitingSince: _, ...rested } = withoutDraft(conversation, 'resolved', event.at);
  return {
    conversation: withDeed({ ...rested, status: 'resolved', timers: {} }, event, 'resolved'),
    intents: closing(conversation),
    facts: [
      {
        type: 'resolved',
        at: event.at,
        conversation: conversation.id,
        agent: event.actor.id,
        ...endingOf(conversation, event.at, handbook),
      },
    ],
  };
}

/** The customer is not asked how it was: an agent knows why. */
function skipSurvey(conversation: Conversation, event: Pressed): Outcome {
  if (!isSurveyAhead(conversation)) {
    const asked = conversation.survey?.asked !== undefined;
    const text = asked
      ? 'The customer has been asked already.'
      : 'The customer is not going to be asked how it was: there is nothing to skip.';
    return tell(conversation, event, text);
  }
  const next = { ...conversation, survey: { ...conversation.survey, unasked: 'skipped' as const } };
  return {
    conversation: withDeed(next, event, 'skipped-survey'),
    intents: [{ type: 'show-card' }],
  };
}

/** The conversation comes to rest: its standing draft loses its buttons and the card says so. */
function closing(conversation: Conversation): Intent[] {
  const standing = openDraft(conversation);
  return [
    ...(standing ? [{ type: 'show-draft', draft: standing.number } as const] : []),
    { type: 'show-card' },
  ];
}

/** The conversation with one more line of who did what. */
export function withDeed(
  conversation: Conversation,
  event: Pressed | Asked,
  did: Deed['did'],
  detail?: string,
): Conversation {
  const deed: Deed = { at: event.at, by: event.actor, did, ...(detail ? { detail } : {}) };
  return { ...conversation, deeds: [...conversation.deeds, deed] };
}

/** Nothing changes but that the presser learns why. */
export function tell(conversation: Conversation, event: Pressed, text: string): Outcome {
  return { conversation, intents: [{ type: 'tell-agent', person: event.actor.id, text }] };
}
