import { lastAnswered } from '../../circumstances.ts';
import { type Conversation, customerMessages, type Instant } from '../../conversation.ts';
import type { Handbook, Policy } from '../../handbook.ts';
import { promisesOwed } from '../promises/given.ts';
import { wakingTime } from '../waking.ts';
import { isHard } from './hard-cases.ts';
import { followedUp, KEEP_OUT, type Nudge, type NudgeKind, restOf, zoneOf } from './nudges.ts';
import { ourLastWord } from './our-word.ts';

/** What the desk would say next, unasked. */
export interface Step {
  readonly kind: NudgeKind;
  readonly due: Instant;
  /** The matter is closed without a word. */
  readonly silent?: true;
}

/**
 * What the desk has to say next to a customer who is silent, and when: never while we owe them something, a reply is on its way
 * or an agent snoozed it, never outside their waking hours, and nothing more once they wrote or asked us to stop.
 */
export function nextStep(conversation: Conversation, handbook: Handbook): Step | undefined {
  const { policy } = handbook;
  if (conversation.drafts.some(({ state }) => state.is === 'approved')) return undefined;
  if (promisesOwed(conversation).length > 0) return undefined;
  const step =
    conversation.status === 'resolved'
      ? checkIn(conversation, policy)
      : silence(conversation, policy);
  if (!step) return undefined;
  const free = Math.max(lastAnswered(conversation), conversation.snooze?.until ?? 0) + KEEP_OUT;
  const due = Math.max(step.due, free, followedUp(conversation).notBefore ?? 0);
  return { ...step, due: step.silent ? due : wakingTime(policy, zoneOf(conversation), due) };
}

/** When the follow-ups want to look at it again. */
export function nextFollowUp(conversation: Conversation, handbook: Handbook): Instant | undefined {
  return nextStep(conversation, handbook)?.due;
}

/** Whether this customer may be spoken to unasked at all. */
function isMute(conversation: Conversation, { followUp }: Policy): boolean {
  return followedUp(conversation).quiet === true || followUp.perWeek === 0;
}

function silence(conversation: Conversation, policy: Policy): Step | undefined {
  if (conversation.status !== 'answered') return undefined;
  const word = ourLastWord(conversation, policy.language);
  if (!word || word.is === 'owing') return undefined;
  const { closeAfter } = policy.followUp;
  const mute = isMute(conversation, policy);
  // They said something that asks for nothing, such as thanks.
  const last = lastWords(conversation);
  if (last > word.at || mute) {
    if (closeAfter === undefined) return undefined;
    return { kind: 'closing-notice', due: Math.max(last, word.at) + closeAfter, silent: true };
  }
  const said = followedUp(conversation).nudges.filter(({ at }) => at >= word.at);
  const asks =
    word.is === 'answer'
      ? afterAnswer(word.at, said, policy)
      : afterQuestion(word.at, said, policy);
  if (closeAfter === undefined) return asks;
  const closes = (said.at(-1)?.at ?? word.at) + closeAfter;
  return asks && asks.due < closes ? asks : { kind: 'closing-notice', due: closes };
}

/** When the customer last wrote: an edit is a sign of life too. */
function lastWords(conversation: Conversation): Instant {
  const theirs = customerMessages(conversation).map(({ at, editedAt = at }) => editedAt);
  return Math.max(conversation.lastCustomerAt, ...theirs);
}

function afterAnswer(at: Instant, said: readonly Nudge[], { followUp }: Policy): Step | undefined {
  const { didThatWorkAfter } = followUp;
  if (didThatWorkAfter === undefined || said.length > 0) return undefined;
  return { kind: 'did-that-work', due: at + didThatWorkAfter };
}

/** One that had to wait keeps the next at its distance. */
function afterQuestion(
  at: Instant,
  said: readonly Nudge[],
  { followUp }: Policy,
): Step | undefined {
  const { silentAfter } = followUp;
  const after = silentAfter[said.length];
  if (after === undefined) return undefined;
  const before = said.at(-1);
  const apart = before ? before.at + after - silentAfter[said.length - 1]! : 0;
  return { kind: 'nudge', due: Math.max(at + after, apart) };
}

/** Once, and only where they neither said themselves that it is settled nor wrote since. */
function checkIn(conversation: Conversation, policy: Policy): Step | undefined {
  const { checkInAfter } = policy.followUp;
  const rest = restOf(conversation);
  if (checkInAfter === undefined || rest?.did !== 'resolved') return undefined;
  if (isMute(conversation, policy) || !isHard(conversation)) return undefined;
  if (followedUp(conversation).nudges.some(({ kind }) => kind === 'check-in')) return undefined;
  if (lastWords(conversation) > rest.at) return undefined;
  const spoken = lastAnswered(conversation);
  return { kind: 'check-in', due: Math.max(rest.at, spoken) + checkInAfter };
}
