import type { Conversation, Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { isOpenAt, workingTimeAfter } from '../time/calendar.ts';
import { sayWhen } from '../time/words.ts';
import { firstNameOf } from './name.ts';
import { createPicker } from './wording.ts';

/** When the customer will have heard from a person, by the policy and the calendar, and how that is said. */
export function promiseFor(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
): { due: Instant; by: string } {
  const { calendar, replyWithin } = handbook.policy;
  const due = workingTimeAfter(calendar, at, replyWithin[conversation.triage?.urgency ?? 'p3']);
  return { due, by: sayWhen(due, at, calendar.zone) };
}

/** One honest line for the customer, in place of silence: a person answers, and by when. */
export function acknowledge(conversation: Conversation, handbook: Handbook, at: Instant): string {
  const { policy } = handbook;
  const situation = isOpenAt(policy.calendar, at) ? 'acknowledgement' : 'acknowledgement-closed';
  const picker = createPicker(conversation, handbook, policy.language);
  const { by } = promiseFor(conversation, handbook, at);
  const name = firstNameOf(conversation.customer.name);
  return picker.pick(situation, { name, by, team: policy.team }) ?? '';
}
