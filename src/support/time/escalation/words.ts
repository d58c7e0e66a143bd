import type { Conversation, Instant } from '../../conversation.ts';
import { sayLength } from '../length.ts';
import type { EscalationReason } from '../policy.ts';
import { type Escalation, openEscalations } from './escalation.ts';

/** Each reason in words about the customer, and what whoever is called is to do. */
const REASONS: Readonly<Record<EscalationReason, { readonly is: string; readonly todo: string }>> =
  {
    'asked for a person': {
      is: 'asked for a person',
      todo: 'Take it over and answer in your own name.',
    },
    urgent: { is: 'has an urgent matter', todo: 'Take it over and tell them what happens next.' },
    'upset twice': {
      is: 'is upset, and not for the first time',
      todo: 'Take it over and call or write to them yourself.',
    },
    legal: {
      is: 'speaks of the law',
      todo: 'Read it before anybody answers, and bring in whoever may speak for you.',
    },
    security: {
      is: 'reports a matter of security',
      todo: 'Check what is at risk first, then answer.',
    },
    churn: { is: 'speaks of leaving', todo: 'Take it over and ask what would make them stay.' },
    'promise passed': {
      is: 'was promised something that is overdue',
      todo: 'Write to them now, with or without the answer, and say when it comes.',
    },
    'nobody answered': { is: 'has had no answer', todo: 'Take it over and answer.' },
    'model unsure': {
      is: 'got a draft that is a guess',
      todo: 'Look the answer up before you send anything.',
    },
    vip: { is: 'comes first', todo: 'Take it over and answer.' },
    'low rating': {
      is: 'was not happy with us',
      todo: 'Read what went wrong and write to them yourself.',
    },
  };

/** What a reason says of the customer: "speaks of leaving". What is none stays as it is. */
export function sayReason(reason: string): string {
  return isReason(reason) ? REASONS[reason].is : reason;
}

function isReason(word: string): word is EscalationReason {
  return Object.hasOwn(REASONS, word);
}

const LONGEST_NAME = 80;
const MINUTE = 60_000;

/** One line for whoever is called: who, why, since when they wait, and what to do. Never the customer's own words. `again`
 * where somebody was called for it before. */
export function sayCall(
  { reason, because }: Escalation,
  { customer, waitingSince, owner }: Conversation,
  at: Instant,
  again = false,
): string {
  const { is, todo } = REASONS[reason];
  const waited = at - (waitingSince ?? at);
  const waits = waited < MINUTE ? '' : `, waiting for ${sayLength(waited)}`;
  const whose = owner
    ? `It is with ${owner.name || 'somebody of the team'}.`
    : 'Nobody has it yet.';
  const who = customer.name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
  return `🔺 ${again ? 'Still open: ' : ''}${who || 'The customer'} ${is} (${because})${waits}. ${whose} ${todo}`;
}

/** The open escalations as a card says them, oldest first; the time is the door's to say. */
export function escalationLines(
  conversation: Conversation,
): { readonly words: string; readonly at: Instant }[] {
  return openEscalations(conversation).map(({ reason, because, at, climbed }) => ({
    words: `Escalated: ${reason} (${because})${climbed > 1 ? `, ${climbed} steps so far` : ''}`,
    at,
  }));
}
