import type { Conversation, Draft, Instant } from '../../conversation.ts';
import type { Event } from '../../events.ts';
import type { Handbook } from '../../handbook.ts';
import { mayAct, type Person } from '../../roles.ts';
import type { GivenPromise } from './given.ts';
import { type FoundPromise, findPromises } from './promise.ts';
import { spokenBy, timedPromise } from './timing.ts';

/** A reply of the team that has reached the customer. */
interface Reply {
  readonly text: string;
  readonly by: Person;
  readonly at: Instant;
  readonly language?: string;
  readonly message?: string;
  readonly promised?: Draft['promised'];
}

/** What was promised in the replies that have reached the customer since `before`. */
export function hearPromises(
  next: Conversation,
  { event, before }: { readonly event: Event; readonly before: Conversation | undefined },
  handbook: Handbook,
): GivenPromise[] {
  const version = (before?.version ?? 0) + 1;
  return repliesSince(next, event, before)
    .flatMap((reply) => withoutCovered(promisesIn(reply, next, event.at, handbook)))
    .map((promise, i) => ({ id: `${next.id}/${version}/${i}`, ...promise }));
}

function repliesSince(next: Conversation, event: Event, before: Conversation | undefined): Reply[] {
  if (event.type === 'team.wrote') {
    const { id, author, at, text } = event.message;
    return mayAct(author) ? [{ text, by: author, at, message: id }] : [];
  }
  return next.drafts.flatMap((draft) => {
    const { number, state, text, language, promised } = draft;
    if (state.is !== 'sent' || !mayAct(state.by)) return [];
    if (before?.drafts.find((one) => one.number === number)?.state.is === 'sent') return [];
    return [{ text, by: state.by, at: state.at, language, ...(promised && { promised }) }];
  });
}

function promisesIn(
  reply: Reply,
  conversation: Conversation,
  now: Instant,
  handbook: Handbook,
): Omit<GivenPromise, 'id'>[] {
  const { by, at: madeAt, message } = reply;
  // What waits for the customer is owed by nobody: at their next word they wait for the team, as at every word of theirs.
  const owed = found(reply, conversation, handbook).filter(({ waits }) => waits !== 'the customer');
  return owed.map(({ what: quote, due, because }) => {
    const promise: Omit<GivenPromise, 'id'> = {
      quote,
      by,
      madeAt,
      ...(message === undefined ? {} : { message }),
      because,
      state: 'suggested',
    };
    if (due === undefined) return promise;
    if (due <= Math.max(madeAt, now)) return { ...promise, because: 'its time has passed already' };
    const { id: _, ...timed } = timedPromise(
      { id: '', ...promise },
      { since: madeAt, due },
      conversation,
      handbook,
    );
    return timed;
  });
}

/** “Let me check it. You hear from me by three” is one promise: what names no time is due with what does. */
function withoutCovered<T extends Pick<GivenPromise, 'due'>>(promises: readonly T[]): readonly T[] {
  const timed = promises.filter(({ due }) => due !== undefined);
  return timed.length > 0 ? timed : promises;
}

/** As the reply reads; the time that the desk itself put into it is known, and not read out of it again. */
function found(
  reply: Reply,
  { triage }: Conversation,
  handbook: Handbook,
): Pick<FoundPromise, 'what' | 'due' | 'because' | 'waits'>[] {
  const { text, promised, by, at } = reply;
  const spoken = spokenBy(by, at, handbook);
  const languages = [reply.language, triage?.language, handbook.policy.language, 'en'];
  let read: readonly FoundPromise[] = [];
  for (const language of new Set(languages)) {
    if (language !== undefined) read = findPromises(text, language, spoken);
    if (read.length > 0) break;
  }
  if (!promised) return [...read];
  const because = 'the time that the draft was written with';
  const isIts = ({ quote }: FoundPromise) => quote.includes(promised.words);
  if (read.some(isIts)) {
    return read.map((one) =>
      isIts(one) && one.due !== undefined ? { ...one, due: promised.due, because } : one,
    );
  }
  const line = text.split('\n').find((one) => one.includes(promised.words));
  return line === undefined ? [...read] : [...read, { what: line, due: promised.due, because }];
}
