import type { Conversation, Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { workingTimeBetween } from './calendar.ts';
import { matterOf } from './clocks.ts';
import { calendarFor } from './service-level.ts';

/** How long something took, in milliseconds. */
export interface Taken {
  /** By the clock on the wall. */
  readonly after: number;
  /** Of that, the opening time of whoever looks after the matter: the same hours by which its clocks run. */
  readonly working: number;
}

/** How long it took from `since` to `at`, as the matter is now. */
export function takenBy(
  conversation: Conversation,
  since: Instant,
  at: Instant,
  { policy }: Handbook,
): Taken {
  const calendar = calendarFor(policy, matterOf(conversation));
  return { after: at - since, working: workingTimeBetween(calendar, since, at) };
}
