import type { Instant } from '../conversation.ts';
import type { Calendar } from '../handbook.ts';
import { BLOCK, type Block, blockAt, blockOf } from './openings.ts';

const MINUTE = 60_000;
/** A calendar that is closed for so many blocks, two years at least, is taken as one that never opens. */
const LONGEST_CLOSED = 27;

/**
 * The instant at which `minutes` of opening time have passed since `at`.
 * Minutes are real ones: on the night a clock is set, a span across it is as long as it truly lasts.
 * @throws RangeError when the calendar does not open within the next years.
 */
export function workingTimeAfter(calendar: Calendar, at: Instant, minutes: number): Instant {
  const left = Math.round(Math.max(0, minutes) * MINUTE);
  if (left === 0) {
    const opens = nextOpening(calendar, at);
    if (opens === undefined) throw neverOpens(calendar);
    return opens;
  }
  let done = workedUntil(blockAt(calendar, at), at) + left;
  for (let index = blockOf(at), closed = 0; closed < LONGEST_CLOSED; index++) {
    const block = blockAt(calendar, index * BLOCK);
    if (done <= block.total) return whenWorked(block, done);
    done -= block.total;
    closed = block.total === 0 ? closed + 1 : 0;
  }
  throw neverOpens(calendar);
}

/**
 * Milliseconds of opening time from one instant to another; negative where `to` lies before `from`, as when a clock was set
 * back.
 */
export function workingTimeBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (to < from) return 0 - workingTimeBetween(calendar, to, from);
  let worked = workedUntil(blockAt(calendar, to), to) - workedUntil(blockAt(calendar, from), from);
  for (let index = blockOf(from); index < blockOf(to); index++) {
    worked += blockAt(calendar, index * BLOCK).total;
  }
  return worked;
}

/** Whether somebody of the team is there. A span ends with its last minute: closed at 17:00 sharp. */
export function isOpenAt(calendar: Calendar, at: Instant): boolean {
  const { from, to } = blockAt(calendar, at);
  const last = lastUpTo(from, at);
  return last >= 0 && at < to[last]!;
}

/** The first instant from `at` on at which somebody is there; undefined when nobody is for the next years. */
export function nextOpening(calendar: Calendar, at: Instant): Instant | undefined {
  for (let closed = 0, index = blockOf(at); closed < LONGEST_CLOSED; closed++, index++) {
    const { from, to } = blockAt(calendar, index * BLOCK);
    // The first that is not over yet.
    const next = lastUpTo(to, at) + 1;
    if (next < from.length) return Math.max(at, from[next]!);
  }
  return undefined;
}

/** When the opening that `at` falls into ends; undefined where it is closed then, or open day and night. */
export function endOfOpening(calendar: Calendar, at: Instant): Instant | undefined {
  if (!isOpenAt(calendar, at)) return undefined;
  for (let blocks = 0, index = blockOf(at); blocks < LONGEST_CLOSED; blocks++, index++) {
    const { to } = blockAt(calendar, index * BLOCK);
    const end = to[lastUpTo(to, at) + 1];
    if (end === undefined) return index * BLOCK;
    if (end < (index + 1) * BLOCK) return end;
  }
  return undefined;
}

/** When an opening begins that has not begun at `at`; undefined where it is open day and night, or never again. */
export function nextStart(calendar: Calendar, at: Instant): Instant | undefined {
  if (!isOpenAt(calendar, at)) return nextOpening(calendar, at);
  const end = endOfOpening(calendar, at);
  return end === undefined ? undefined : nextOpening(calendar, end);
}

/** When the opening of `at` ends, or where it is closed then, the next one begins. */
export function nextChange(calendar: Calendar, at: Instant): Instant | undefined {
  return isOpenAt(calendar, at) ? endOfOpening(calendar, at) : nextOpening(calendar, at);
}

function neverOpens({ zone }: Calendar): RangeError {
  return new RangeError(`The calendar in ${zone} never opens.`);
}

/** Milliseconds of opening time in a block until `at`. */
function workedUntil({ from, to, before }: Block, at: Instant): number {
  const last = lastUpTo(from, at);
  return last < 0 ? 0 : before[last]! + Math.min(at, to[last]!) - from[last]!;
}

/** The first instant at which so much of a block's opening time has passed. */
function whenWorked({ from, before }: Block, worked: number): Instant {
  // What ends an opening exactly is due at its end, not when the next begins.
  const last = Math.max(0, lastUpTo(before, worked - 1));
  return from[last]! + worked - before[last]!;
}

/** The last of ascending numbers that is not more than `limit`; -1 where there is none. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
