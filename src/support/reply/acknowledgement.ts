import { idsOf, lastAnswered } from '../circumstances.ts';
import type { Conversation, Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { isOpenAt, workingTimeAfter } from '../time/calendar.ts';
import { calendarFor, type Matter, serviceLevelFor } from '../time/service-level.ts';
import { saidInstant, sayWhen } from '../time/words.ts';
import { firstNameOf } from './name.ts';
import { createPicker } from './wording.ts';

/** A time that we promise, and how it is said. */
export interface PromisedTime {
  readonly due: Instant;
  readonly words: string;
}

/**
 * The time by which policy and calendar let somebody hear from a person. It is on the clock that the matter is
 * measured by, and said in the office's zone.
 */
export function promiseFor(
  conversation: Conversation,
  matter: Matter,
  handbook: Handbook,
  at: Instant,
  language: string,
): PromisedTime {
  const { policy } = handbook;
  const due = serviceLevelFor(policy, { ...matter, ids: idsOf(conversation) });
  const first = lastAnswered(conversation) === Number.NEGATIVE_INFINITY;
  const by = workingTimeAfter(due.calendar, at, first ? due.firstReply : due.nextReply);
  const { zone } = policy.calendar;
  return { due: saidInstant(by, at, zone), words: sayWhen(by, at, zone, language) };
}

/** One honest line for the customer, in place of silence: a person answers, and by when. */
export function acknowledge(conversation: Conversation, handbook: Handbook, at: Instant): string {
  const { policy, replies } = handbook;
  const matter = conversation.triage ?? { urgency: 'p3' };
  const open = isOpenAt(calendarFor(policy, matter), at);
  const situation = open ? 'acknowledgement' : 'acknowledgement-closed';
  const spoken = conversation.triage?.language ?? policy.language;
  const language = replies[spoken] === undefined ? policy.language : spoken;
  const name = firstNameOf(conversation.customer.name);
  const owed = conversation.clocks?.reply;
  const by =
    owed && owed.stopped === undefined && owed.due > at
      ? sayWhen(owed.due, at, policy.calendar.zone, language)
      : promiseFor(conversation, matter, handbook, at, language).words;
  const values = { name, by, team: policy.team };
  return createPicker(conversation, handbook, language, values).pick(situation) ?? '';
}
