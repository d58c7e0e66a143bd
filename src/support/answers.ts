import { type Conversation, openDraft, withoutDraft } from './conversation.ts';
import type { Change, Outcome } from './decide.ts';
import { draft } from './drafting.ts';
import type { Intent } from './effects.ts';
import { endingOf } from './ending.ts';
import type { CustomerPressed, CustomerWrote } from './events.ts';
import type { Handbook } from './handbook.ts';
import { handOver } from './handing-over.ts';
import { answerWith, choose, openChoice } from './questions.ts';
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
    case 'unsolved':
      return unsolved(conversation, event, handbook);
    case 'person':
      return handOver(conversation, event.at, handbook, 'pressed');
    case 'rate':
      return rate(conversation, Number(event.value), event.at, handbook);
    default:
      return button satisfies never;
  }
}

/**
 * They wrote that it worked: where they were asked by buttons, that question is answered, and the same follows. `kindly` where
 * nobody asked: whether the desk says a word of its own.
 */
export function solvedInWords(
  conversation: Conversation,
  { at, message }: CustomerWrote,
  handbook: Handbook,
  kindly: boolean,
): Change {
  const who = { at, actor: message.author };
  const asked = openChoice(conversation, 'solved');
  const choice = asked?.choices.find(({ button }) => button === 'solved');
  if (!asked || !choice) return solved(conversation, who, handbook, kindly);
  const told = answerWith(conversation, asked.number, choice, at);
  const { intents, ...change } = solved(told, who, handbook);
  return { ...change, intents: [{ type: 'show-question', question: asked.number }, ...intents] };
}

/** It helped: the conversation comes to rest with a kind word, unless a human of the team has the word. */
function solved(
  conversation: Conversation,
  { at, actor }: Pick<CustomerPressed, 'at' | 'actor'>,
  handbook: Handbook,
  kindly = true,
): Change {
  const standing = openDraft(conversation);
  const { waitingSince: _, ...rested } = withoutDraft(conversation, 'resolved', at);
  const ended = { at, conversation: conversation.id, ...endingOf(conversation, at, handbook) };
  return {
    conversation: {
      ...rested,
      status: 'resolved',
      timers: {},
      deeds: [...rested.deeds, { at, by: actor, did: 'solved' }],
    },
    intents: [
      ...(kindly ? notice('closing', conversation, handbook, at) : []),
      ...(standing ? [{ type: 'show-draft', draft: standing.number } as const] : []),
      { type: 'show-card' },
    ],
    facts: [
      byItself(conversation)
        ? { type: 'self-service-solved', ...ended }
        : { type: 'confirmed', worked: true, ...ended },
    ],
  };
}

/** Whether what helped was the desk's own answer. */
function byItself({ drafts, humanSpoke }: Conversation): boolean {
  const last = drafts.findLast(({ state }) => state.is === 'approved' || state.is === 'sent');
  return (
    !humanSpoke && (last === undefined || ('by' in last.state && last.state.by.role === 'bot'))
  );
}

/** It did not help: the conversation waits for us again, and its customer reads by when. */
function unsolved(conversation: Conversation, event: CustomerPressed, handbook: Handbook): Change {
  const { at, actor } = event;
  const { id, humanSpoke } = conversation;
  const waiting: Conversation = {
    ...conversation,
    status: 'waiting',
    waitingSince: at,
    timers: {},
    deeds: [...conversation.deeds, { at, by: actor, did: 'unsolved' }],
  };
  // Where a human of the team has spoken, they have the word.
  const drafted = humanSpoke ? waiting : draft(waiting, at, handbook);
  const numbers = [openDraft(conversation), openDraft(drafted)].flatMap((one) => one?.number ?? []);
  return {
    conversation: drafted,
    intents: [
      ...notice('still', waiting, handbook, at),
      { type: 'show-card' },
      ...[...new Set(numbers)].map((number) => ({ type: 'show-draft', draft: number }) as const),
    ],
    facts: [{ type: 'confirmed', at, conversation: id, worked: false }],
  };
}
