import type { Conversation, Instant } from '../../conversation.ts';
import type { Change } from '../../decide.ts';
import type { Intent } from '../../effects.ts';
import type { Event } from '../../events.ts';
import type { Fact } from '../../facts.ts';
import type { Cause } from '../../following.ts';
import type { Handbook } from '../../handbook.ts';
import { mayAct } from '../../roles.ts';
import { counts, type GivenPromise, isOpenPromise, withPromises } from './given.ts';
import { hearPromises } from './hearing.ts';
import { type Happened, keepingOf } from './keeping.ts';

/** Who writes again within so many milliseconds is still saying the same thing. */
const SAME_BREATH = 60_000;

/**
 * The change with what was promised in it, and what became of what was promised before: kept or late by the team's next word to the
 * customer, broken where the matter comes to rest without one.
 */
export function keepPromises(change: Change, cause: Cause, handbook: Handbook): Change {
  const { conversation } = change;
  const heard = hearPromises(conversation, cause, handbook);
  const known = conversation.promises ?? [];
  if (known.length + heard.length === 0) return change;
  const settled = [...known, ...heard].map((one) => settle(one, conversation, cause));
  const changed = settled.filter((one) => cause.before?.promises?.includes(one) !== true);
  if (changed.length === 0) return change;
  const before = new Map(cause.before?.promises?.map((one) => [one.id, one]));
  return {
    ...change,
    conversation: withPromises(conversation, settled),
    intents: [
      ...withCard(change.intents),
      ...changed.map(({ id }) => ({ type: 'show-promise', promise: id }) as const),
    ],
    facts: [
      ...(change.facts ?? []),
      ...changed.flatMap((one) => factsOf(one, before.get(one.id), cause.event, conversation.id)),
    ],
  };
}

function settle(
  promise: GivenPromise,
  conversation: Conversation,
  { event, before }: Cause,
): GivenPromise {
  if (!isOpenPromise(promise)) return promise;
  // What is promised in a matter that rests already is owed all the same.
  const rests = isAtRest(conversation) && !isAtRest(before);
  const replies = repliesTo(promise, conversation, rests);
  const became = keepingOf(promise, [
    ...replies,
    ...(rests ? [{ what: 'resolved', at: Number.POSITIVE_INFINITY } as const] : []),
  ]);
  if (became === 'open') return promise;
  // A suggestion that nobody took up was none.
  if (promise.due === undefined) return { ...promise, state: 'dismissed' };
  const early = event.at <= promise.due;
  const released = became === 'broken' && early && isTheirs(event);
  return { ...promise, state: released ? 'dismissed' : became };
}

/** The customer themselves say that they need nothing more. */
function isTheirs({ type }: Event): boolean {
  return type.startsWith('customer.');
}

function isAtRest(conversation: Conversation | undefined): boolean {
  const status = conversation?.status;
  return status === 'resolved' || status === 'set-aside' || status === 'merged';
}

/**
 * The team's words to the customer, by which promises are kept. Who goes on writing in the same breath has not come back yet,
 * unless that turns out to have been all there was to say.
 */
function repliesTo(
  { madeAt, due }: GivenPromise,
  { messages, drafts }: Conversation,
  all: boolean,
): Happened[] {
  const spoken = messages.filter(({ author }) => mayAct(author)).map(({ at }) => at);
  const sent = drafts.flatMap(({ state }) =>
    (state.is === 'sent' || (all && state.is === 'approved')) && mayAct(state.by) ? [state.at] : [],
  );
  const breath = Math.min(SAME_BREATH, ((due ?? Number.POSITIVE_INFINITY) - madeAt) / 4);
  const asked = messages.find(({ author, at }) => author.role === 'customer' && at > madeAt);
  const until = all ? madeAt : Math.min(madeAt + breath, asked?.at ?? Number.POSITIVE_INFINITY);
  return [...spoken, ...sent].filter((at) => at > until).map((at) => ({ what: 'replied', at }));
}

/** Whether a word of ours is on its way that may keep it. */
export function isAnswerOnItsWay(
  { madeAt }: Pick<GivenPromise, 'madeAt'>,
  { drafts }: Conversation,
): boolean {
  return drafts.some(
    ({ state }) => state.is === 'approved' && mayAct(state.by) && state.at > madeAt,
  );
}

function withCard(intents: readonly Intent[]): readonly Intent[] {
  return intents.some(({ type }) => type === 'show-card')
    ? intents
    : [{ type: 'show-card' }, ...intents];
}

function factsOf(
  promise: GivenPromise,
  before: GivenPromise | undefined,
  event: Event,
  conversation: string,
): Fact[] {
  const base = { at: event.at, conversation, promise: promise.id, by: promise.by.id };
  const counted = before !== undefined && counts(before);
  if (!counts(promise)) return counted ? [{ ...base, type: 'promise-dropped' }] : [];
  const { due, state } = promise;
  const arrived = event.type === 'messages.moved' && before === undefined && !isNew(promise, event);
  const fresh: Fact[] = counted || arrived ? [] : [{ ...base, type: 'promised', due }];
  if (state === 'kept' || state === 'late' || state === 'broken') {
    return [...fresh, { ...base, type: `promise-${state}`, due }];
  }
  const moved = counted && before.due !== due;
  return moved ? [{ ...base, type: 'promise-moved', from: before.due, due }] : fresh;
}

function isNew(
  { id }: GivenPromise,
  { promises = [] }: Event & { type: 'messages.moved' },
): boolean {
  return !promises.some((one) => one.id === id);
}

/** When it is noticed that a promise has passed: its last instant still keeps it. */
export function passesAt({ due }: { readonly due: Instant }): Instant {
  return due + 1;
}
