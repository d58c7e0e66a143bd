import type { Conversation } from '../conversation.ts';
import type { Change } from '../decide.ts';
import type { Event } from '../events.ts';
import type { Handbook } from '../handbook.ts';
import { hearPraise } from '../praise/sharing.ts';
import { runClocks } from './clocks.ts';
import { keepEscalations } from './escalation/keeping.ts';
import { hearStop } from './follow-up/hearing-stop.ts';
import { keepPromises } from './promises/keep-promises.ts';
import { endSnooze } from './snooze.ts';
import { settleRecovery } from './survey/recovery.ts';
import { noteRest } from './survey/surveyed.ts';
import { setTimers } from './timers.ts';

/** What led to a change: the event, and the conversation as it was; absent where this opened it. */
export interface Cause {
  readonly event: Event;
  readonly before: Conversation | undefined;
}

/** What follows from any change, whatever it was: each subject sees what those before it made of it. */
const SUBJECTS: readonly ((change: Change, cause: Cause, handbook: Handbook) => Change)[] = [
  keepPromises,
  runClocks,
  keepEscalations,
  hearStop,
  endSnooze,
  noteRest,
  settleRecovery,
  hearPraise,
];

/** The change with all that time has to do with it: clocks that run, and timers that wake us. */
export function keepTime(change: Change, cause: Cause, handbook: Handbook): Change {
  const kept = SUBJECTS.reduce((made, subject) => subject(made, cause, handbook), change);
  return { ...kept, conversation: setTimers(kept.conversation, handbook, cause.event) };
}
