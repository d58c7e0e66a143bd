import type { Clock } from '../desk/clock.ts';
import type { Time } from '../desk/ports.ts';
import type { Instant } from '../support/conversation.ts';
import type { Calendar } from '../support/handbook.ts';
import { nextOpening } from '../support/time/opening.ts';
import { Refused, type Until } from './acts.ts';
import type { Room } from './room.ts';

/** How far time goes at once, in ms: what is due on the way takes its time. */
const LONGEST = 366 * 24 * 3_600_000;

/**
 * Moves the desk's clock on. What is due on the way happens at its own time, and the page shows it.
 * @throws Refused in words for the player.
 */
export async function passTime(
  until: Until,
  parts: { time: Time | undefined; clock: Clock; calendar: () => Calendar; room: Room },
): Promise<void> {
  const { time, clock, room } = parts;
  if (!time) throw new Refused('The clock cannot be moved here.');
  const now = clock.now();
  const end = await endOf(until, now, time, parts.calendar());
  if (end < now) throw new Refused('Time never goes back. Choose a later one.');
  if (end > now + LONGEST) throw new Refused('Time passes by a year at most, at once.');
  await time.passTo(end, async () => room.timePassed());
  room.timePassed();
}

async function endOf(until: Until, now: Instant, time: Time, calendar: Calendar): Promise<Instant> {
  if (until === 'next-due') {
    const due = await time.nextDue();
    if (due === undefined) throw new Refused('Nothing is due: all is at rest.');
    return Math.max(due, now);
  }
  if (until === 'next-opening') {
    const opening = nextOpening(calendar, now);
    if (opening === undefined) throw new Refused('By its policy the team is always there.');
    return opening;
  }
  return until;
}
