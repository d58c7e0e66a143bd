import { tell, withDeed } from '../../agent.ts';
import type { Conversation } from '../../conversation.ts';
import type { Outcome } from '../../decide.ts';
import type { Pressed } from '../../events.ts';
import type { Handbook } from '../../handbook.ts';
import { type GivenPromise, isOpenPromise, promiseOf, withPromise } from './given.ts';
import { readDue } from './reading.ts';
import { spokenBy, timedPromise, usualDue } from './timing.ts';

/**
 * An agent says what stands in the words: a promise, by another time, or none. `value` names it; without one the latest that is open
 * is meant, and `value` may be the time itself.
 */
export function promisePressed(
  conversation: Conversation,
  event: Pressed,
  handbook: Handbook,
): Outcome {
  const { value = '', text } = event;
  const named = promiseOf(conversation, value);
  const promise = named ?? (value.includes('/') ? undefined : latestOpen(conversation));
  if (!promise) {
    const why = 'This promise is not in this conversation (any more).';
    return tell(conversation, event, `${why} Nothing was changed.`);
  }
  if (!isOpenPromise(promise)) {
    const text = `This promise is ${SETTLED[promise.state]} already. Nothing was changed.`;
    return tell(conversation, event, text);
  }
  switch (event.button) {
    case 'keep-promise':
      return confirm(conversation, promise, event, handbook);
    case 'edit-promise':
      return setDue(conversation, promise, text ?? (named ? '' : value), event, handbook);
    default:
      return {
        conversation: withDeed(
          withPromise(conversation, { ...promise, state: 'dismissed' }),
          event,
          'dismissed-promise',
          promise.quote,
        ),
        intents: [],
      };
  }
}

const SETTLED: Readonly<Record<GivenPromise['state'], string>> = {
  suggested: 'suggested',
  confirmed: 'confirmed',
  dismissed: 'dismissed',
  kept: 'kept',
  late: 'kept, though late,',
  broken: 'broken: the matter was closed without a word',
};

function latestOpen({ promises = [] }: Conversation): GivenPromise | undefined {
  return promises.findLast(isOpenPromise);
}

/** It counts from here on, whatever it said of a time. */
function confirm(
  conversation: Conversation,
  promise: GivenPromise,
  event: Pressed,
  handbook: Handbook,
): Outcome {
  if (promise.state === 'confirmed') {
    return tell(conversation, event, 'This promise is confirmed already. Nothing was changed.');
  }
  const { at } = event;
  const spoken = spokenBy(promise.by, at, handbook);
  const timed =
    promise.due === undefined
      ? timedPromise(promise, { since: at, due: usualDue(spoken) }, conversation, handbook)
      : promise;
  const confirmed: GivenPromise = { ...timed, state: 'confirmed' };
  return {
    conversation: withDeed(
      withPromise(conversation, confirmed),
      event,
      'confirmed-promise',
      promise.quote,
    ),
    intents: [],
  };
}

function setDue(
  conversation: Conversation,
  promise: GivenPromise,
  words: string,
  event: Pressed,
  handbook: Handbook,
): Outcome {
  const { at, actor } = event;
  const read = readDue(words, spokenBy(actor, at, handbook), handbook.policy.language);
  if ('fault' in read) return tell(conversation, event, `${read.fault} Nothing was changed.`);
  const timed = timedPromise(promise, { since: at, due: read.due }, conversation, handbook);
  const because = `${actor.name || 'an agent'} set it`;
  return {
    conversation: withDeed(
      withPromise(conversation, { ...timed, because, state: 'confirmed' }),
      event,
      'moved-promise',
      words.trim(),
    ),
    intents: [],
  };
}
