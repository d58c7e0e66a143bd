import type { Conversation, TimerName } from '../conversation.ts';
import type { Outcome } from '../decide.ts';
import { burstEnded } from '../drafting.ts';
import type { TimerFired } from '../events.ts';
import type { Handbook } from '../handbook.ts';
import { lookAtOwner } from '../ownership/looking.ts';
import { followUpRang } from './follow-up/speaking.ts';
import { promiseRang } from './promises/bells.ts';
import { owedRang } from './promises/owing.ts';
import { snoozeRang } from './snooze.ts';
import { surveyRang } from './survey/asking.ts';
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
    case 'escalation':
      // What is due on the ladder is done with every decision.
      return { conversation, intents: [] };
    case 'follow-up':
      return followUpRang(conversation, event, handbook);
    case 'snooze':
      return snoozeRang(conversation);
    case 'promise':
      return promiseRang(conversation, event.at, handbook);
    case 'survey':
      return surveyRang(conversation, event, handbook);
    case 'assignment':
      return lookAtOwner(conversation, event, handbook);
    case 'owed':
      return owedRang(conversation, event.at, handbook);
    default:
      return name satisfies never;
  }
}
