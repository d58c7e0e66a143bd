import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';
import type { Calendar } from '../handbook.ts';

/** Four weeks of milliseconds. */
export const BLOCK = 28 * 86_400_000;
const MINUTE = 60_000;
/** Blocks that are kept of a calendar: five years, so that a year's report beside the day's work finds all of them. */
const MOST_KEPT = 65;
/** Days before a block whose nights may reach into it. */
const REACH = 2;

interface Opening {
  readonly from: Instant;
  readonly to: Instant;
}

/** The openings of a calendar in one block of time: apart from each other, in order, cut off at the block's ends. */
export interface Block {
  readonly from: readonly Instant[];
  readonly to: readonly Instant[];
  /** Milliseconds of opening time in the block before each opening. */
  readonly before: readonly number[];
  readonly total: number;
}

/**
 * What was worked out already, since a day on a zone's clock is dear to find. A calendar is never changed, so that whoever
 * asks twice gets the same answer with or without it.
 */
const known = new WeakMap<Calendar, Map<number, Block>>();

/** Which block an instant falls into. */
export function blockOf(at: Instant): number {
  return Math.floor(at / BLOCK);
}

/** The openings in the block that an instant falls into. */
export function blockAt(calendar: Calendar, at: Instant): Block {
  const index = blockOf(at);
  let blocks = known.get(calendar);
  if (blocks === undefined) {
    blocks = new Map();
    known.set(calendar, blocks);
  }
  let block = blocks.get(index);
  if (block === undefined) {
    if (blocks.size >= MOST_KEPT) blocks.delete(blocks.keys().next().value!);
    block = readBlock(calendar, index * BLOCK);
    blocks.set(index, block);
  }
  return block;
}

function readBlock(calendar: Calendar, start: Instant): Block {
  const end = start + BLOCK;
  const from: Instant[] = [];
  const to: Instant[] = [];
  const spans = [calendar, ...(calendar.besides ?? [])].flatMap((one) =>
    spansBetween(one, start, end),
  );
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const begins = Math.max(span.from, start);
    const ends = Math.min(span.to, end);
    if (begins >= ends) continue;
    const last = to.at(-1);
    if (last !== undefined && begins <= last) to[to.length - 1] = Math.max(last, ends);
    else {
      from.push(begins);
      to.push(ends);
    }
  }
  let total = 0;
  const before = from.map((begins, i) => {
    const worked = total;
    total += to[i]! - begins;
    return worked;
  });
  return { from, to, before, total };
}

/** The openings, as written, that may reach into a stretch of time. */
function spansBetween(calendar: Calendar, start: Instant, end: Instant): Opening[] {
  const last = dayOf(calendar, end);
  let day = dayOf(calendar, start).subtract({ days: REACH });
  // Three midnights at once: the day's own, the next, and the one after it.
  let midnights = [0, 1, 2].map((days) => atMinute(calendar.zone, day, days * 1440));
  const spans: Opening[] = [];
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    const [midnight = 0, , dayAfter = 0] = midnights;
    // Two days as long as days are: no clock was set, and minutes can be counted.
    const even = dayAfter - midnight === 2 * 1440 * MINUTE;
    const on = day;
    const at = (minute: number) =>
      even ? midnight + minute * MINUTE : atMinute(calendar.zone, on, minute);
    spans.push(
      ...openingsOn(calendar, day).map((span) => ({ from: at(span.from), to: at(span.to) })),
    );
    day = day.add({ days: 1 });
    midnights = [...midnights.slice(1), atMinute(calendar.zone, day, 2 * 1440)];
  }
  return spans;
}

function dayOf(calendar: Calendar, at: Instant): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone).toPlainDate();
}

/** The spans that begin on a local day, in minutes after its midnight. */
function openingsOn(calendar: Calendar, day: Temporal.PlainDate): Calendar['week'][number] {
  const spans = calendar.week[day.dayOfWeek - 1] ?? [];
  return spans.length === 0 || isHoliday(calendar, day) ? [] : spans;
}

/** Whether somebody begins to work on this day. */
export function isWorkingDay(calendar: Calendar, day: Temporal.PlainDate): boolean {
  return openingsOn(calendar, day).length > 0;
}

function isHoliday({ holidays, publicHolidays }: Calendar, day: Temporal.PlainDate): boolean {
  const date = day.toString();
  return holidays.includes(date) || (publicHolidays?.(day.year).includes(date) ?? false);
}

/** When the clock first shows a time of day, or would: one that a clock change skips counts as the moment of the change. */
export function atMinute(zone: string, day: Temporal.PlainDate, minute: number): Instant {
  const wall = day
    .toPlainDateTime()
    .add({ days: Math.floor(minute / 1440), minutes: minute % 1440 });
  const at = wall.toZonedDateTime(zone);
  if (at.toPlainDateTime().equals(wall)) return at.epochMilliseconds;
  // It may be the very moment of the change, which is not before itself.
  const change = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return (change ?? at).epochMilliseconds;
}
