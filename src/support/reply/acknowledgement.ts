import type { Conversation, Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { isOpenAt, workingTimeAfter } from '../time/calendar.ts';
import { sayWhen } from '../time/words.ts';
import type { Urgency } from '../triage/triage.ts';
import { firstNameOf } from './name.ts';
import { createPicker } from './wording.ts';

/** The time by which policy and calendar let somebody hear from a person, in words. */
export function promiseFor(
  urgency: Urgency,
  handbook: Handbook,
  at: Instant,
  language: string,
): string {
  const { calendar, replyWithin } = handbook.policy;
  return sayWhen(workingTimeAfter(calendar, at, replyWithin[urgency]), at, calendar.zone, language);
}

/** One honest line for the customer, in place of silence: a person answers, and by when. */
export function acknowledge(conversation: Conversation, handbook: Handbook, at: Instant): string {
  const { policy, replies } = handbook;
  const situation = isOpenAt(policy.calendar, at) ? 'acknowledgement' : 'acknowledgement-closed';
  const spoken = conversation.triage?.language ?? policy.language;
  const language = replies[spoken] === undefined ? policy.language : spoken;
  const name = firstNameOf(conversation.customer.name);
  const by = promiseFor(conversation.triage?.urgency ?? 'p3', handbook, at, language);
  const values = { name, by, team: policy.team };
  return createPicker(conversation, handbook, language, values).pick(situation) ?? '';
}
