import type { Conversation, Instant, TimerName } from '../conversation.ts';
import type { Event } from '../events.ts';
import type { Handbook } from '../handbook.ts';
import { nextOwnerLook } from '../ownership/keeping.ts';
import { nextRung } from './escalation/ladder.ts';
import { nextFollowUp } from './follow-up/plan.ts';
import { nextPromiseBell } from './promises/bells.ts';
import { nextOwedCall } from './promises/owing.ts';
import { snoozeEnds } from './snooze.ts';
import { nextSurvey } from './survey/asking.ts';
import { nextBell } from './warning.ts';

type Look = (conversation: Conversation, handbook: Handbook) => Instant | undefined;

/** When each subject wants to look at the conversation again; undefined for never. */
const SUBJECTS: Readonly<Record<Exclude<TimerName, 'burst'>, Look>> = {
  clock: nextBell,
  escalation: nextRung,
  'follow-up': nextFollowUp,
  snooze: snoozeEnds,
  promise: nextPromiseBell,
  survey: nextSurvey,
  assignment: nextOwnerLook,
  owed: nextOwedCall,
};

const LOOKS = Object.entries(SUBJECTS) as [keyof typeof SUBJECTS, Look][];

/**
 * The conversation with the timers that follow from it as it stands, so that what ends a reason ends its timer in the same
 * write. Only a burst has its timer set where it is gathered.
 */
export function setTimers(
  conversation: Conversation,
  handbook: Handbook,
  event: Event,
): Conversation {
  const { burst } = conversation.timers;
  const fired = event.type === 'timer.fired' ? event : undefined;
  const timers: { [name in TimerName]?: Instant } = burst === undefined ? {} : { burst };
  for (const [name, next] of LOOKS) {
    const at = next(conversation, handbook);
    if (at === undefined) continue;
    // What is due at the very moment that has just rung is another ring.
    const again = fired?.name === name && fired.due === at;
    timers[name] = again ? at + 1 : at;
  }
  return { ...conversation, timers };
}
