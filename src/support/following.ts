import type { Conversation } from './conversation.ts';
import type { Change } from './decide.ts';
import { settleDrafts } from './draft-outcomes.ts';
import type { Event } from './events.ts';
import type { Handbook } from './handbook.ts';
import { tellInAndOut } from './in-and-out.ts';
import { learnFrom } from './lessons/learning-from.ts';
import { keepOwner } from './ownership/keeping.ts';
import { hearPraise, keepPraise } from './praise/sharing.ts';
import { closeQuestions } from './questions.ts';
import { runClocks } from './time/clocks.ts';
import { keepEscalations } from './time/escalation/keeping.ts';
import { hearStop } from './time/follow-up/hearing-stop.ts';
import { keepPromises } from './time/promises/keep-promises.ts';
import { endSnooze } from './time/snooze.ts';
import { settleRecovery } from './time/survey/recovery.ts';
import { noteRest } from './time/survey/surveyed.ts';
import { setTimers } from './time/timers.ts';

/** What led to a change: the event, and the conversation as it was; absent where this opened it. */
export interface Cause {
  readonly event: Event;
  readonly before: Conversation | undefined;
}

/** One subject's part in what follows from any change: it sees what those before it made of it. */
type Follower = (change: Change, cause: Cause, handbook: Handbook) => Change;

/** In this order: whether it counts, what was promised and is owed, who deals with it, what the customer hears of it, and what may be learnt. */
const FOLLOWERS: readonly Follower[] = [
  tellInAndOut,
  keepPromises,
  runClocks,
  keepOwner,
  keepEscalations,
  hearStop,
  endSnooze,
  noteRest,
  settleRecovery,
  hearPraise,
  keepPraise,
  closeQuestions,
  settleDrafts,
  learnFrom,
];

/** The change with all that follows from it, whatever it was, and with the timers that belong to it then. */
export function follow(change: Change, cause: Cause, handbook: Handbook): Change {
  const made = FOLLOWERS.reduce((so, follower) => follower(so, cause, handbook), change);
  return { ...made, conversation: setTimers(made.conversation, handbook, cause.event) };
}
