import { idsOf, lastAnswered } from '../circumstances.ts';
import type { Conversation, Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { isOpenAt, workingTimeAfter } from '../time/calendar.ts';
import { calendarFor, type Matter, serviceLevelFor } from '../time/service-level.ts';
import { promisedBy, sayWhen } from '../time/words.ts';
import { languageWith } from './language.ts';
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
  return promisedBy(by, at, policy.calendar.zone, language);
}

/** The time by which we owe the next word: that of the clock where one runs, in words. */
export function owedBy(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  language: string,
): string {
  const { clocks, triage } = conversation;
  const owed = clocks?.reply;
  return owed && owed.stopped === undefined && owed.due > at
    ? sayWhen(owed.due, at, handbook.policy.calendar.zone, language)
    : promiseFor(conversation, triage ?? UNREAD, handbook, at, language).words;
}

/** What nobody has read yet is neither pressing nor idle. */
const UNREAD: Matter = { urgency: 'p3' };

/** One honest line for the customer, in place of silence: a person answers, and by when. */
export function acknowledge(conversation: Conversation, handbook: Handbook, at: Instant): string {
  const { policy } = handbook;
  const open = isOpenAt(calendarFor(policy, conversation.triage ?? UNREAD), at);
  const situation = open ? 'acknowledgement' : 'acknowledgement-closed';
  const language = languageWith(conversation, handbook);
  const name = firstNameOf(conversation.customer.name);
  const by = owedBy(conversation, handbook, at, language);
  const values = { name, by, team: policy.team };
  return createPicker(conversation, handbook, language, values).pick(situation) ?? '';
}
