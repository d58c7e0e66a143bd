import { idsOf, lastAnswered } from '../circumstances.ts';
import { type Conversation, type Instant, isOpen } from '../conversation.ts';
import type { Change } from '../decide.ts';
import type { Fact } from '../facts.ts';
import type { Cause } from '../following.ts';
import type { Handbook } from '../handbook.ts';
import { type Clock, resumeClock, type Served, setAnew, startClock, stopClock } from './clock.ts';
import { promisesOwed } from './promises/given.ts';

/** `reply` runs while the customer waits for our next word, `resolution` until the matter is settled. */
export interface Clocks {
  readonly reply?: Clock;
  readonly resolution?: Clock;
}

/**
 * The change with the clocks that belong to it: started by the customer's message, stopped by our answer, paused while we
 * wait for the customer. What ends because there is nothing to answer any more is neither kept nor missed.
 */
export function runClocks(change: Change, { event: { at } }: Cause, handbook: Handbook): Change {
  const { clocks: before, ...conversation } = change.conversation;
  const reply = replyClock(before?.reply, conversation, at, handbook);
  const resolution = resolutionClock(before?.resolution, conversation, at, handbook);
  const clocks = { ...(reply ? { reply } : {}), ...(resolution ? { resolution } : {}) };
  const ended = [
    ...(reply && hasStopped(before?.reply, reply) && wasAnswered(conversation, reply)
      ? [reply]
      : []),
    ...(resolution && conversation.status === 'resolved' && before?.resolution !== resolution
      ? [resolution]
      : []),
  ];
  return {
    ...change,
    conversation: reply || resolution ? { ...conversation, clocks } : conversation,
    facts: [...(change.facts ?? []), ...ended.map((clock) => endOf(clock, conversation.id, at))],
  };
}

/** The clocks that run, the one that ends first before the other. */
export function runningClocks({ clocks }: Pick<Conversation, 'clocks'>): Clock[] {
  const all = [clocks?.reply, clocks?.resolution].filter((clock) => clock !== undefined);
  return all.filter((clock) => clock.stopped === undefined).toSorted((a, b) => a.due - b.due);
}

function replyClock(
  before: Clock | undefined,
  conversation: Conversation,
  at: Instant,
  handbook: Handbook,
): Clock | undefined {
  const { waitingSince } = conversation;
  if (!isOpen(conversation) || waitingSince === undefined) {
    return before && stopClock(before, at, handbook);
  }
  const matter = matterOf(conversation);
  // A reply that did not arrive, or a message that came late: they have waited all the time.
  const waitsOn = before && waitingSince <= (before.stopped ?? Number.POSITIVE_INFINITY);
  if (!waitsOn) {
    const answered = lastAnswered(conversation) > Number.NEGATIVE_INFINITY;
    return startClock(answered ? 'next-reply' : 'first-reply', waitingSince, matter, handbook);
  }
  if (before.stopped === undefined && before.since === waitingSince) {
    return setAnew(before, matter, handbook);
  }
  const { name, warned, breached } = before;
  return {
    ...startClock(name, waitingSince, matter, handbook),
    ...(warned === undefined ? {} : { warned }),
    ...(breached === undefined ? {} : { breached }),
  };
}

function resolutionClock(
  before: Clock | undefined,
  conversation: Conversation,
  at: Instant,
  handbook: Handbook,
): Clock | undefined {
  const { status, waitingSince = at } = conversation;
  if (status === 'set-aside' || status === 'merged') return undefined;
  // While something is promised, the customer waits for us and not we for them.
  const owes = status === 'answered' && promisesOwed(conversation).length > 0;
  if (!isOpen(conversation) && !owes) return before && stopClock(before, at, handbook);
  const matter = matterOf(conversation);
  if (!before) return startClock('resolution', waitingSince, matter, handbook);
  return setAnew(resumeClock(before, waitingSince, handbook), matter, handbook);
}

function hasStopped(before: Clock | undefined, { stopped }: Clock): boolean {
  return before?.stopped === undefined && stopped !== undefined;
}

/** Whether somebody had a word for the customer while it ran. */
function wasAnswered(conversation: Conversation, { since }: Clock): boolean {
  return lastAnswered(conversation) >= since;
}

function endOf(clock: Clock, conversation: string, at: Instant): Fact {
  const { name, matter, since, spent, within, breached } = clock;
  const met = spent <= within && breached === undefined;
  return {
    type: 'sla-clock-stopped',
    at,
    conversation,
    clock: name,
    urgency: matter.urgency,
    since,
    took: spent,
    within,
    met,
  };
}

/** The matter as its clocks see it, and whose it is. */
export function matterOf(conversation: Conversation): Served {
  const { triage } = conversation;
  return {
    urgency: triage?.urgency ?? 'p4',
    category: triage?.category,
    language: triage?.language,
    ids: idsOf(conversation),
  };
}
