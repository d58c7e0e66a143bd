import { lastAnswered } from '../../circumstances.ts';
import {
  type Conversation,
  customerMessages,
  type Instant,
  type Message,
  openDraft,
  withoutDraft,
} from '../../conversation.ts';
import type { Change } from '../../decide.ts';
import { draft } from '../../drafting.ts';
import type { Intent } from '../../effects.ts';
import type { Fact } from '../../facts.ts';
import type { Handbook } from '../../handbook.ts';
import { answerWith, questionOf } from '../../questions.ts';
import { notice } from '../../reply/notices.ts';
import { saidUntil } from '../../understanding.ts';
import { isComment } from './comment.ts';
import { ratingIn } from './rating-words.ts';
import { announceRecovery, awaitsAmends, beginRecovery, inRecovery } from './recovery.ts';
import { isLow, sayRating } from './scales.ts';
import type { Surveyed } from './surveyed.ts';

const DAY = 86_400_000;
/** So long after the question a number is its answer. */
const ANSWERED_WITHIN = 7 * DAY;
/** So long after the rating the next message is a word about it. */
const WORD_WITHIN = DAY;

/** The customer said how it was, by a tap or in words. Whoever changes their mind is taken at their last word. */
export function rate(
  conversation: Conversation,
  value: number,
  at: Instant,
  handbook: Handbook,
): Change {
  const { survey, customer } = conversation;
  const { asked, rating: before } = survey ?? {};
  if (!asked || before?.value === value) return { conversation, intents: [] };
  const { scale } = asked;
  const deed = { at, by: customer, did: 'rated', detail: sayRating(scale, value) } as const;
  const rated: Conversation = {
    ...conversation,
    survey: { ...survey, rating: { value, at } },
    deeds: [...conversation.deeds, deed],
  };
  const low = isLow(scale, value);
  const change = low ? letDown(rated, at, handbook) : content(rated, at);
  // Who goes back and forth hears of it once.
  const heard = low ? conversation.recovery !== undefined : before !== undefined;
  const thanked = heard || (before !== undefined && isLow(scale, before.value));
  const thanks = notice('rated', rated, handbook, at, low ? 'rated-low' : 'rated');
  return {
    conversation: change.conversation,
    intents: [...(thanked ? [] : thanks), ...change.intents],
    facts: [ratedFact(change.conversation, asked, value, at), ...(change.facts ?? [])],
  };
}

function ratedFact(
  conversation: Conversation,
  { scale, language }: NonNullable<Surveyed['asked']>,
  value: number,
  at: Instant,
): Fact {
  const { id, owner } = conversation;
  return {
    type: 'rated',
    at,
    conversation: id,
    scale,
    value,
    language,
    ...(owner ? { agent: owner.id } : {}),
    ...(inRecovery(conversation) ? { recovering: true } : {}),
  };
}

/** The matter waits for us again: a draft makes amends, and leads know; once while it is being made up for. */
function letDown(conversation: Conversation, at: Instant, handbook: Handbook): Change {
  const card: Intent = { type: 'show-card' };
  if (inRecovery(conversation)) return { conversation, intents: [card] };
  const begun = beginRecovery(conversation, 'low rating', at);
  const { waitingSince = at } = begun;
  const drafted = draft({ ...begun, status: 'waiting', waitingSince }, at, handbook);
  const numbers = [openDraft(conversation), openDraft(drafted)].flatMap((one) => one?.number ?? []);
  const shown = [...new Set(numbers)].map((draft): Intent => ({ type: 'show-draft', draft }));
  return announceRecovery({ conversation: drafted, intents: [card, ...shown] }, at);
}

/** Where a low rating was a slip of the finger, nothing is to be made up for, and the matter rests as it did. */
function content(conversation: Conversation, at: Instant): Change {
  const card: Intent = { type: 'show-card' };
  if (!slipped(conversation)) return { conversation, intents: [card] };
  const standing = openDraft(conversation);
  const { waitingSince: _, ...rested } = withoutDraft(conversation, 'resolved', at);
  return {
    conversation: { ...rested, status: 'resolved' },
    intents: [...(standing ? [{ type: 'show-draft', draft: standing.number } as const] : []), card],
  };
}

/** Nobody has answered since, and the customer has said nothing but how it was. */
function slipped(conversation: Conversation): boolean {
  const { status, survey, recovery } = conversation;
  if (status !== 'waiting' || !survey?.asked || !awaitsAmends(conversation)) return false;
  const { scale } = survey.asked;
  const since = customerMessages(conversation).filter(({ at }) => at > recovery!.openedAt);
  return since.every(({ id, text }) => id === survey.word || ratingIn(text, scale) !== undefined);
}

/**
 * What a message says to our question: a typed rating counts like a tap, and the first that a customer writes within a day of
 * rating, where it asks for nothing, is their word about it. Undefined where it is neither.
 */
export function hearRating(
  before: Conversation,
  next: Conversation,
  message: Message,
  handbook: Handbook,
): Change | undefined {
  const { id, text, files, at } = message;
  const { survey } = before;
  const { asked, rating, word } = survey ?? {};
  // Once somebody of the team has the word, numbers and words are theirs.
  if (!asked || files.length > 0 || lastAnswered(before) > asked.at) return undefined;
  const typed = at <= asked.at + ANSWERED_WITHIN ? ratingIn(text, asked.scale) : undefined;
  const stands = questionOf(before, asked.question)?.state.is !== 'closed';
  const says = (low: boolean) => isComment(message, low, saidUntil(before), handbook);
  if (typed && stands && (typed.rest === '' || says(isLow(asked.scale, typed.value)))) {
    return typedRating(next, typed, id, at, handbook);
  }
  if (!rating || word !== undefined || at > rating.at + WORD_WITHIN) return undefined;
  if (!says(isLow(asked.scale, rating.value))) return undefined;
  return {
    conversation: { ...next, survey: { ...survey, word: id } },
    intents: [{ type: 'show-card' }],
  };
}

function typedRating(
  next: Conversation,
  { value, rest }: { readonly value: number; readonly rest: string },
  id: string,
  at: Instant,
  handbook: Handbook,
): Change {
  const { question: number } = next.survey!.asked!;
  const choice = questionOf(next, number)?.choices.find((one) => one.value === String(value));
  const told = choice ? answerWith(next, number, choice, at) : next;
  const survey = rest === '' ? told.survey! : { ...told.survey, word: id };
  const change = rate({ ...told, survey }, value, at, handbook);
  return { ...change, intents: [{ type: 'show-question', question: number }, ...change.intents] };
}
