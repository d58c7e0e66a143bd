import { type Conversation, type Instant, isOpen } from '../../conversation.ts';
import type { Outcome } from '../../decide.ts';
import type { Handbook, Policy } from '../../handbook.ts';
import { workingTimeAfter } from '../calendar.ts';
import { matterOf } from '../clocks.ts';
import { ourLastWord } from '../follow-up/our-word.ts';
import type { WorkingTime } from '../policy.ts';
import { calendarFor, minutesOf } from '../service-level.ts';
import { isOnShift } from '../shifts.ts';
import { sayExactly } from '../words.ts';
import { counts, type GivenPromise, isOpenPromise } from './given.ts';

/** Whoever forgot it is told again after so long, for as long as it is owed: no customer waits for somebody who waits for nothing. */
const AGAIN: WorkingTime = { days: 1, minutes: 0 };

/**
 * When somebody must be told of what is owed though no clock runs for it and no other time of it is to come: a promise that has
 * passed or never had a time, or a last word of ours by which they are to hear from us. Whoever snoozed it knows.
 */
export function nextOwedCall(
  conversation: Conversation,
  { policy }: Handbook,
): Instant | undefined {
  const since = owedSince(conversation, policy);
  if (since === undefined) return undefined;
  const { owedCalled = 0, snooze } = conversation;
  const calendar = calendarFor(policy, matterOf(conversation));
  const from = Math.max(since, owedCalled, snooze?.until ?? 0);
  return workingTimeAfter(calendar, from, minutesOf(calendar, AGAIN));
}

function owedSince(conversation: Conversation, policy: Policy): Instant | undefined {
  if (isOpen(conversation) || conversation.drafts.some(({ state }) => state.is === 'approved')) {
    return undefined;
  }
  const promises = openPromises(conversation);
  if (promises.some((one) => counts(one) && one.passed === undefined)) return undefined;
  if (promises.length > 0)
    return Math.max(...promises.map(({ passed, madeAt }) => passed ?? madeAt));
  if (conversation.status !== 'answered') return undefined;
  const word = ourLastWord(conversation, policy.language);
  return word?.is === 'owing' ? word.at : undefined;
}

function openPromises({ promises = [] }: Conversation): GivenPromise[] {
  return promises.filter(isOpenPromise);
}

/** Whoever promised or owns it, where they are there; or else the leads. */
export function owedRang(conversation: Conversation, at: Instant, handbook: Handbook): Outcome {
  const due = nextOwedCall(conversation, handbook);
  // With what it is now, the timer is set anew.
  if (due === undefined || due > at) return { conversation, intents: [] };
  const { policy } = handbook;
  const promise = openPromises(conversation)[0];
  const there = [promise?.by, conversation.owner].find(
    (one) => one && isOnShift(policy, one.id, at),
  );
  const text = sayOwed(conversation.customer.name || 'the customer', promise, at, policy);
  return {
    conversation: { ...conversation, owedCalled: at },
    intents: [{ type: 'call', whom: there ? [there.id] : 'leads', by: 'mention', text }],
  };
}

function sayOwed(
  customer: string,
  promise: GivenPromise | undefined,
  at: Instant,
  { calendar }: Policy,
): string {
  if (!promise) {
    const why = 'by our last word they may hear from us again, and nothing says by when';
    return `⏳ Maybe owed to ${customer}: ${why}. Write to them, snooze it or resolve it.`;
  }
  const { quote, due } = promise;
  const when =
    due === undefined ? 'and no time was named' : `promised ${sayExactly(due, at, calendar.zone)}`;
  return `⏳ Still owed to ${customer}: “${quote}”, ${when}. Write to them, set a time, or say that it is no promise.`;
}
