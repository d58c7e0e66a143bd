import type { Conversation, Instant } from '../../conversation.ts';
import type { Change, Outcome } from '../../decide.ts';
import type { Intent } from '../../effects.ts';
import type { Handbook } from '../../handbook.ts';
import { escalate } from '../escalation/escalation.ts';
import { isOnShift } from '../shifts.ts';
import { sayExactly } from '../words.ts';
import { type OwedPromise, promisesOwed, withPromise } from './given.ts';
import { isAnswerOnItsWay, passesAt } from './keep-promises.ts';
import { quoted } from './saying.ts';

/** When somebody must be told of a promise next. */
export function nextPromiseBell(conversation: Conversation): Instant | undefined {
  const bells = promisesOwed(conversation).flatMap((one) => bellOf(one, conversation) ?? []);
  return bells.length === 0 ? undefined : Math.min(...bells);
}

function bellOf(promise: OwedPromise, conversation: Conversation): Instant | undefined {
  const { warned, passed, warnAt = promise.due } = promise;
  if (passed !== undefined || isAnswerOnItsWay(promise, conversation)) return undefined;
  return warned === undefined ? warnAt : passesAt(promise);
}

/** A promise is nearly due, or its time is over: once each, the reminder always first. */
export function promiseRang(conversation: Conversation, at: Instant, handbook: Handbook): Outcome {
  const promise = promisesOwed(conversation).find(
    (one) => (bellOf(one, conversation) ?? at + 1) <= at,
  );
  if (!promise) return { ignored: 'no promise has come so far' };
  const warns = promise.warned === undefined;
  const rung = warns ? { ...promise, warned: at } : { ...promise, passed: at };
  const { id, by, due } = promise;
  const change: Change = {
    conversation: withPromise(conversation, rung),
    intents: warns ? [remind(conversation, promise, at, handbook)] : [],
    facts: [
      {
        type: warns ? 'promise-warned' : 'promise-passed',
        at,
        conversation: conversation.id,
        promise: id,
        by: by.id,
        due,
      },
    ],
  };
  return warns ? change : escalatePassed(change, promise, at, handbook);
}

/** Whoever promised, where they are there; or else the owner; or else the card's thread, which everybody who is there reads. */
function remind(
  { owner, customer }: Conversation,
  { by, quote, due }: OwedPromise,
  at: Instant,
  { policy }: Handbook,
): Intent {
  const when = sayExactly(due, at, policy.calendar.zone);
  const text = `⏳ Promised to ${customer.name || 'the customer'} ${when}: ${quoted(quote)}. Regenerate drafts a word to them.`;
  const there = [by, owner].find((one) => one && isOnShift(policy, one.id, at));
  return there
    ? { type: 'call', whom: [there.id], by: 'mention', text }
    : { type: 'show-note', text: `${text} ${by.name || 'Whoever promised it'} is not on shift.` };
}

/** A passed promise calls people in; where the matter rests already no ladder is climbed, and the leads are told. */
function escalatePassed(
  change: Change,
  { by, quote, due }: OwedPromise,
  at: Instant,
  { policy }: Handbook,
): Change {
  if (policy.escalation['promise passed'].length === 0) return change;
  const when = sayExactly(due, due, policy.calendar.zone);
  const because = `${by.name || 'the team'} promised it ${when}: ${quoted(quote)}`;
  const escalated = escalate(change, 'promise passed', because, at);
  if (escalated !== change) return escalated;
  const since = at > due ? ', and nobody has written to them since' : '';
  const to = change.conversation.customer.name || 'the customer';
  const text = `🔴 Promise to ${to} passed: ${because}${since}`;
  return {
    ...change,
    intents: [...change.intents, { type: 'call', whom: 'leads', by: 'mention', text }],
  };
}
