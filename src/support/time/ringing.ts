import type { Conversation, TimerName } from '../conversation.ts';
import type { Outcome } from '../decide.ts';
import { burstEnded } from '../drafting.ts';
import type { TimerFired } from '../events.ts';
import type { Handbook } from '../handbook.ts';
import { lookAtOwner } from '../ownership/looking.ts';
import { bellRang } from './warning.ts';

/** A timer's time has come: one that does not stand as it was set is none any more. */
export function rang(conversation: Conversation, event: TimerFired, handbook: Handbook): Outcome {
  const name = event.name as TimerName;
  if (conversation.timers[name] !== event.due) {
    return { ignored: 'this timer was set anew or cancelled' };
  }
  switch (name) {
    case 'burst':
      return burstEnded(conversation, event.at, handbook);
    case 'clock':
      return bellRang(conversation, event.at, handbook);
    case 'assignment':
      return lookAtOwner(conversation, event, handbook);
    default:
      return name satisfies never;
  }
}
