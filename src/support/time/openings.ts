import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';
import type { Calendar } from '../handbook.ts';

/** Four weeks of milliseconds. */
export const BLOCK = 28 * 86_400_000;
/** Blocks that are kept of a calendar: five years, so that a year's report beside the day's work finds all of them. */
const MOST_KEPT = 65;
/** Days before a block whose nights may reach into it. */
const REACH = 2;

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
  const spans: { from: Instant; to: Instant }[] = [];
  const last = dayOf(calendar, end);
  for (
    let day = dayOf(calendar, start).subtract({ days: REACH });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    spans.push(...openingsOn(calendar, day));
  }
  spans.sort((a, b) => a.from - b.from);
  const from: Instant[] = [];
  const to: Instant[] = [];
  for (const span of spans) {
    const begins = Math.max(span.from, start);
    const ends = Math.min(span.to, end);
    if (begins >= ends) continue;
    const before = to.at(-1);
    if (before !== undefined && begins <= before) to[to.length - 1] = Math.max(before, ends);
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

function dayOf(calendar: Calendar, at: Instant): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone).toPlainDate();
}

/** The opening spans that begin on a local day, as instants. */
function openingsOn(calendar: Calendar, day: Temporal.PlainDate): { from: Instant; to: Instant }[] {
  const spans = calendar.week[day.dayOfWeek - 1] ?? [];
  if (spans.length === 0 || isHoliday(calendar, day)) return [];
  return spans.map(({ from, to }) => ({
    from: atMinute(calendar.zone, day, from),
    to: atMinute(calendar.zone, day, to),
  }));
}

function isHoliday({ holidays, publicHolidays }: Calendar, day: Temporal.PlainDate): boolean {
  const date = day.toString();
  return holidays.includes(date) || (publicHolidays?.(day.year).includes(date) ?? false);
}

/** When the clock first shows a time of day, or would: one that a clock change skips counts as the moment of the change. */
function atMinute(zone: string, day: Temporal.PlainDate, minute: number): Instant {
  const wall = day
    .toPlainDateTime()
    .add({ days: Math.floor(minute / 1440), minutes: minute % 1440 });
  const at = wall.toZonedDateTime(zone);
  const shown = at.toPlainDateTime().equals(wall) ? at : at.getTimeZoneTransition('previous');
  return (shown ?? at).epochMilliseconds;
}
