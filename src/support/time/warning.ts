import type { Conversation, Instant } from '../conversation.ts';
import type { Outcome } from '../decide.ts';
import type { Intent } from '../effects.ts';
import type { Handbook } from '../handbook.ts';
import { sayAbsence } from '../ownership/words.ts';
import type { Clock } from './clock.ts';
import { runningClocks } from './clocks.ts';
import { CLOCKS } from './pace.ts';
import { isOnShift } from './shifts.ts';
import { sayExactly } from './words.ts';

/** When somebody must be told of a clock next. */
export function nextBell(conversation: Conversation): Instant | undefined {
  const bells = runningClocks(conversation).flatMap((clock) => bellOf(clock) ?? []);
  return bells.length === 0 ? undefined : Math.min(...bells);
}

function bellOf({ warned, breached, warnAt, due }: Clock): Instant | undefined {
  if (breached !== undefined) return undefined;
  return warned === undefined ? warnAt : due;
}

/**
 * A clock comes near its end, or is at it: once each, the warning always first. Whoever can act is warned, the leads learn
 * of a breach. Clocks of one moment ring one after the other.
 */
export function bellRang(conversation: Conversation, at: Instant, handbook: Handbook): Outcome {
  const clock = runningClocks(conversation).find((one) => (bellOf(one) ?? at + 1) <= at);
  if (!clock) return { ignored: 'no clock has come so far' };
  const warns = clock.warned === undefined;
  const rung: Clock = warns ? { ...clock, warned: at } : { ...clock, breached: at };
  const slot = clock.name === 'resolution' ? 'resolution' : 'reply';
  const told = warns ? warn(conversation, clock, handbook, at) : tellLeads(conversation, clock);
  return {
    conversation: { ...conversation, clocks: { ...conversation.clocks, [slot]: rung } },
    intents: [{ type: 'show-card' }, told],
    facts: [
      {
        type: warns ? 'sla-warned' : 'sla-breached',
        at,
        conversation: conversation.id,
        clock: clock.name,
        urgency: clock.matter.urgency,
      },
    ],
  };
}

/** The owner where they are there; or else the card's thread, which everybody who is there reads. */
function warn(conversation: Conversation, clock: Clock, { policy }: Handbook, at: Instant): Intent {
  const due = sayExactly(clock.due, at, policy.calendar.zone);
  const text = `⏳ At risk: the ${CLOCKS[clock.name]} is due ${due}.`;
  const { owner, ownerAbsent } = conversation;
  return owner && !ownerAbsent && isOnShift(policy, owner.id, at)
    ? { type: 'call', whom: [owner.id], by: 'mention', text }
    : {
        type: 'show-note',
        text: `${text} ${owner ? `${owner.name} ${ownerAbsent ? sayAbsence(ownerAbsent) : 'is not on shift'}` : 'It is nobody’s yet'}: take it over.`,
      };
}

function tellLeads({ customer }: Conversation, clock: Clock): Intent {
  const text = `🔴 Breached: the ${CLOCKS[clock.name]} is overdue for ${customer.name || 'the customer'}.`;
  return { type: 'call', whom: 'leads', by: 'mention', text };
}
