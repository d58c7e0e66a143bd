import type { Conversation, Instant, TimerName } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { nextOwnerLook } from '../ownership/keeping.ts';
import { nextBell } from './warning.ts';

/** When each subject wants to look at the conversation again; undefined for never. */
const SUBJECTS: Readonly<
  Record<
    Exclude<TimerName, 'burst'>,
    (conversation: Conversation, handbook: Handbook) => Instant | undefined
  >
> = {
  clock: nextBell,
  assignment: nextOwnerLook,
};

/**
 * The conversation with the timers that follow from it as it stands, so that what ends a reason ends its timer in the same
 * write. Only a burst has its timer set where it is gathered.
 */
export function setTimers(conversation: Conversation, handbook: Handbook): Conversation {
  const { burst } = conversation.timers;
  const due = Object.entries(SUBJECTS).flatMap(([name, next]) => {
    const at = next(conversation, handbook);
    return at === undefined ? [] : [[name, at] as const];
  });
  return {
    ...conversation,
    timers: { ...(burst === undefined ? {} : { burst }), ...Object.fromEntries(due) },
  };
}
