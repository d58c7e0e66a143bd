import type { Conversation, Instant } from '../conversation.ts';
import type { Calendar, Policy } from '../handbook.ts';
import { isOpenAt, nextOpening, workingTimeAfter } from '../time/calendar.ts';
import { calendarFor, minutesOf } from '../time/service-level.ts';
import { listed, sayWaiting } from './note.ts';
import type { Kind } from './round.ts';
import { standingOf } from './standing.ts';

const MINUTE = 60_000;

/**
 * Reminds the team, in one message and while somebody is there, of customers who have waited for more than half of the time
 * they were promised, or are nobody's yet.
 */
export const reminder: Kind = {
  due(conversation, { since, told }, policy) {
    const standing = standingOf(conversation);
    if (standing === undefined || told[conversation.id] === standing) return undefined;
    const ripe = ripeAt(conversation, policy);
    if (ripe === undefined) return undefined;
    return nextOpening(whoeverIsIn(policy), Math.max(pauseAfter(since, policy), ripe));
  },
  tell(waiting, { told }, at, policy) {
    if (!isOpenAt(whoeverIsIn(policy), at)) return { notes: [], told };
    const due = waiting.filter(
      (one) =>
        standingOf(one) !== undefined &&
        one.snooze === undefined &&
        (one.owner === undefined || (ripeAt(one, policy) ?? Number.POSITIVE_INFINITY) <= at),
    );
    const now = Object.fromEntries(due.map((one) => [one.id, standingOf(one)!]));
    const isNew = due.some(({ id }) => told[id] !== now[id]);
    if (!isNew) return { notes: [], told: now };
    const parts = [{ title: `⏰ ${sayWaiting(due.length)}`, ...listed(due) }];
    return { notes: [{ to: 'triage', parts }], told: now };
  },
};

/** When half of the time until our reply is used up; for what is nobody's, when it has been so for as long as we remind. */
function ripeAt(
  { owner, waitingSince, clocks, snooze }: Conversation,
  policy: Policy,
): Instant | undefined {
  // Whoever put it off is called when that is over.
  if (snooze !== undefined) return undefined;
  if (owner === undefined) return pauseAfter(waitingSince!, policy);
  const clock = clocks?.reply;
  if (clock === undefined || clock.stopped !== undefined) return undefined;
  const left = Math.max(0, clock.within / 2 - clock.spent);
  return workingTimeAfter(calendarFor(policy, clock.matter), clock.since, left / MINUTE);
}

function pauseAfter(at: Instant, policy: Policy): Instant {
  const calendar = whoeverIsIn(policy);
  return workingTimeAfter(calendar, at, minutesOf(calendar, policy.followUp.remindAgentsEvery));
}

const known = new WeakMap<Policy, Calendar>();

/** The hours of the office and of all teams: somebody reads the triage channel then. The same calendar for whoever asks again. */
function whoeverIsIn(policy: Policy): Calendar {
  const calendar = known.get(policy) ?? {
    ...policy.calendar,
    besides: policy.teams.map((team) => team.calendar),
  };
  known.set(policy, calendar);
  return calendar;
}
