import {
  type Conversation,
  type Deed,
  type Instant,
  openDraft,
  withoutDraft,
} from '../../conversation.ts';
import type { Change, Outcome } from '../../decide.ts';
import { endingOf } from '../../ending.ts';
import type { CustomerButton, TimerFired } from '../../events.ts';
import type { Handbook } from '../../handbook.ts';
import { ask } from '../../questions.ts';
import { noticePicker } from '../../reply/notices.ts';
import { ASSISTANT } from '../../roles.ts';
import { wakingTime } from '../waking.ts';
import { type Lately, latelyOf, nextAllowed } from './lately.ts';
import { followedUp, heldBack, NUDGED, type NudgeKind, zoneOf } from './nudges.ts';
import { nextStep } from './plan.ts';

/** What may be answered with one tap, and what the buttons say. */
const ANSWERS: Readonly<Record<NudgeKind, readonly (readonly [CustomerButton, string])[]>> = {
  'did-that-work': [
    ['solved', 'button-solved'],
    ['unsolved', 'button-unsolved'],
  ],
  nudge: [['solved', 'button-settled']],
  'closing-notice': [],
  'check-in': [
    ['solved', 'button-solved'],
    ['unsolved', 'button-unsolved'],
  ],
};

/**
 * The time has come to say something to a customer who is silent. It is looked at anew: what the policy says now holds, whoever
 * sleeps by now is let sleep, and nobody hears from us more often than they should, whatever the conversation.
 */
export function followUpRang(known: Conversation, event: TimerFired, handbook: Handbook): Outcome {
  const at = Math.max(event.at, event.due);
  const lately = event.lately ?? latelyOf([known], at);
  const conversation = lately.quiet ? keptQuiet(known) : known;
  const step = nextStep(conversation, handbook);
  // With what it is now, the timer is set anew.
  if (!step || step.due > at) return { conversation, intents: [] };
  if (step.silent) return close({ conversation, intents: [] }, at, handbook);
  const later = whenAgain(conversation, lately, at, handbook);
  if (later > at) return { conversation: heldBack(conversation, later), intents: [] };
  const said = say(step.kind, conversation, at, handbook);
  return step.kind === 'closing-notice' ? close(said, at, handbook) : noted(said, step.kind, at);
}

/** They asked us not to write unasked, here or elsewhere. */
export function keptQuiet(conversation: Conversation): Conversation {
  const followUp = followedUp(conversation);
  return followUp.quiet
    ? conversation
    : { ...conversation, followUp: { ...followUp, quiet: true } };
}

/** When they may hear from us: awake, and not more often than the policy allows. */
function whenAgain(
  conversation: Conversation,
  lately: Lately,
  at: Instant,
  { policy }: Handbook,
): Instant {
  const allowed = nextAllowed(lately, policy.followUp.perWeek);
  return wakingTime(policy, zoneOf(conversation), Math.max(at, allowed));
}

function say(kind: NudgeKind, conversation: Conversation, at: Instant, handbook: Handbook): Change {
  const { nudges, ...rest } = followedUp(conversation);
  const avoid = nudges.map(({ wording }) => wording);
  const picker = noticePicker(conversation, handbook, at, avoid);
  const text = picker.pick(situationOf(kind, conversation)) ?? '';
  const nudge = { kind, at, text, wording: picker.template() };
  const choices = ANSWERS[kind].flatMap(([button, situation]) => {
    const label = picker.pick(situation);
    return label ? [{ button, label }] : [];
  });
  const told = { ...conversation, followUp: { ...rest, nudges: [...nudges, nudge] } };
  const { conversation: asked, question } =
    choices.length > 0
      ? ask(told, { text, choices, others: picker.pick('button-others') ?? '' })
      : { conversation: told };
  return {
    conversation: asked,
    intents: [
      {
        type: 'send-notice',
        place: conversation.place,
        text,
        about: kind,
        ...(question === undefined ? {} : { question }),
      },
    ],
    facts: [{ type: 'nudged', at, conversation: conversation.id, kind }],
  };
}

/** The second time, that it is the last is said as well. */
function situationOf(kind: NudgeKind, conversation: Conversation): string {
  if (kind === 'check-in') return 'follow-up';
  if (kind !== 'nudge') return kind;
  return followedUp(conversation).nudges.at(-1)?.kind === 'nudge' ? 'nudge-again' : 'nudge';
}

/** Agents see on the card what was said. */
function noted(
  { conversation, intents, ...rest }: Change,
  kind: Exclude<NudgeKind, 'closing-notice'>,
  at: Instant,
): Change {
  return {
    ...rest,
    conversation: withDeed(conversation, NUDGED[kind], at),
    intents: [...intents, { type: 'show-card' }],
  };
}

/** The matter comes to rest, with whatever was said to the customer. */
function close(
  { conversation, intents, facts = [] }: Change,
  at: Instant,
  handbook: Handbook,
): Change {
  const standing = openDraft(conversation);
  const { waitingSince: _, ...rested } = withoutDraft(conversation, 'resolved', at);
  const notice = intents.length > 0;
  return {
    conversation: withDeed({ ...rested, status: 'resolved', timers: {} }, 'closed-by-silence', at),
    intents: [
      ...intents,
      ...(standing ? [{ type: 'show-draft', draft: standing.number } as const] : []),
      { type: 'show-card' },
    ],
    facts: [
      ...facts,
      {
        type: 'closed-by-silence',
        at,
        conversation: conversation.id,
        notice,
        ...endingOf(conversation, at, handbook),
      },
    ],
  };
}

function withDeed(conversation: Conversation, did: Deed['did'], at: Instant): Conversation {
  return { ...conversation, deeds: [...conversation.deeds, { at, by: ASSISTANT, did }] };
}
