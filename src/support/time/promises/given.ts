import type { Conversation, Instant } from '../../conversation.ts';
import type { Person } from '../../roles.ts';

/**
 * Something that the team told a customer it would do. With a time it counts from the first, whether or not anybody confirms it,
 * so that nothing promised is forgotten; without one it is only suggested, until an agent confirms it and it gets a time.
 */
export interface GivenPromise {
  /** Unique over all conversations: it goes along where its matter goes. */
  readonly id: string;
  /** In the words in which it was given. */
  readonly quote: string;
  readonly by: Person;
  readonly madeAt: Instant;
  /** The message that made it; absent where a draft did. */
  readonly message?: string;
  /** The last instant that keeps it. */
  readonly due?: Instant;
  /** When whoever can keep it is reminded of it. */
  readonly warnAt?: Instant;
  /** How its time was understood, for agents. */
  readonly because: string;
  readonly state: 'suggested' | 'confirmed' | 'dismissed' | 'kept' | 'late' | 'broken';
  readonly warned?: Instant;
  /** When it was noticed that its time was over. */
  readonly passed?: Instant;
}

/** One that counts. */
export type OwedPromise = GivenPromise & { readonly due: Instant };

/** Whether nothing has become of it yet. */
export function isOpenPromise({ state }: GivenPromise): boolean {
  return state === 'suggested' || state === 'confirmed';
}

/** Whether it counts: it has a time, and nobody said that it is no promise. */
export function counts(promise: GivenPromise): promise is OwedPromise {
  return promise.due !== undefined && promise.state !== 'dismissed';
}

/** What we still owe the customer, the one that is due first before the others. */
export function promisesOwed({ promises = [] }: Pick<Conversation, 'promises'>): OwedPromise[] {
  return promises
    .filter(counts)
    .filter(isOpenPromise)
    .toSorted((a, b) => a.due - b.due);
}

export function promiseOf({ promises }: Conversation, id: string): GivenPromise | undefined {
  return promises?.find((one) => one.id === id);
}

/** The conversation with these promises; where there are none, it says nothing of them. */
export function withPromises(
  conversation: Conversation,
  promises: readonly GivenPromise[],
): Conversation {
  const { promises: _, ...rest } = conversation;
  return promises.length > 0 ? { ...rest, promises } : rest;
}

/** The conversation with this promise in the place of the one of the same id. */
export function withPromise(conversation: Conversation, promise: GivenPromise): Conversation {
  const { promises = [] } = conversation;
  return withPromises(
    conversation,
    promises.map((one) => (one.id === promise.id ? promise : one)),
  );
}

/**
 * The promises when these messages leave: those that go with what made them, and those that stay. What has become of a
 * promise is told where it happened.
 */
export function partPromises(
  { promises = [] }: Conversation,
  leaves: (promise: GivenPromise) => boolean,
): { readonly going: readonly GivenPromise[]; readonly staying: readonly GivenPromise[] } {
  const goes = (one: GivenPromise) => isOpenPromise(one) && leaves(one);
  return {
    going: promises.filter(goes),
    staying: promises.filter((one) => !goes(one)),
  };
}
