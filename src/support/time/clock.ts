import type { Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { workingTimeAfter, workingTimeBetween } from './calendar.ts';
import { calendarFor, type Matter, serviceLevelFor } from './service-level.ts';

const MINUTE = 60_000;

export type ClockName = 'first-reply' | 'next-reply' | 'resolution';

/**
 * What we owe a customer, and by when. It runs in the working time of the calendar that the matter has; what the policy
 * allowed when it was set stays, whatever the policy says later. Instants and durations in milliseconds.
 */
export interface Clock {
  readonly name: ClockName;
  /** Whose hours count, and how many: another matter sets it anew, with the time used up so far. */
  readonly matter: Matter;
  /** Working time allowed, and the part of it after which whoever can act is warned. */
  readonly within: number;
  readonly warnAfter: number;
  /** Since when it runs: the customer's own message, however late we noticed it. */
  readonly since: Instant;
  /** Working time used up before that. */
  readonly spent: number;
  readonly warnAt: Instant;
  readonly due: Instant;
  /** When it stopped: the customer was answered, or we wait for them. */
  readonly stopped?: Instant;
  readonly warned?: Instant;
  readonly breached?: Instant;
}

/** A matter, and whose it is: ids of the customer, the channel and the workspace. */
export type Served = Matter & { readonly ids: readonly string[] };

/** A clock that runs since then. */
export function startClock(
  name: ClockName,
  since: Instant,
  { ids, ...matter }: Served,
  handbook: Handbook,
): Clock {
  const level = serviceLevelFor(handbook.policy, { ...matter, ids });
  const minutes = {
    'first-reply': level.firstReply,
    'next-reply': level.nextReply,
    resolution: level.resolution,
  }[name];
  const within = minutes * MINUTE;
  const warnAfter = within * level.warnAt;
  const clock = { name, matter, within, warnAfter, since, spent: 0, warnAt: 0, due: 0 };
  return timed(clock, handbook);
}

/** The same clock for a matter that has become another one; warnings that were given stay given. */
export function setAnew(clock: Clock, matter: Served, handbook: Handbook): Clock {
  if (isSame(clock.matter, matter)) return clock;
  const { spent, warned, breached } = clock;
  return timed(
    {
      ...startClock(clock.name, clock.since, matter, handbook),
      spent,
      ...(warned === undefined ? {} : { warned }),
      ...(breached === undefined ? {} : { breached }),
    },
    handbook,
  );
}

/** The clock stopped, with what it has used up until then. */
export function stopClock(clock: Clock, at: Instant, handbook: Handbook): Clock {
  if (clock.stopped !== undefined) return clock;
  return { ...clock, spent: usedBy(clock, at, handbook), stopped: at };
}

/** A clock that stopped runs on since then. */
export function resumeClock(clock: Clock, since: Instant, handbook: Handbook): Clock {
  if (clock.stopped === undefined) return clock;
  const { stopped: _, ...rest } = clock;
  return timed({ ...rest, since }, handbook);
}

/** Working milliseconds that a clock has used up by then. */
function usedBy(clock: Clock, at: Instant, { policy }: Handbook): number {
  if (clock.stopped !== undefined) return clock.spent;
  return clock.spent + workingTimeBetween(calendarFor(policy, clock.matter), clock.since, at);
}

function timed(clock: Clock, { policy }: Handbook): Clock {
  const calendar = calendarFor(policy, clock.matter);
  const after = (used: number) =>
    workingTimeAfter(calendar, clock.since, Math.max(0, used - clock.spent) / MINUTE);
  return { ...clock, warnAt: after(clock.warnAfter), due: after(clock.within) };
}

function isSame(one: Matter, other: Matter): boolean {
  return (
    one.urgency === other.urgency &&
    one.category === other.category &&
    one.language === other.language
  );
}
