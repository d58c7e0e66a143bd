import type { Calendar } from '../../../src/support/handbook.ts';

const MINUTE = 60_000;
const DAY = 1440;

/** What the clocks of a zone show, minute by minute: minutes since 1970 as if the wall were UTC. */
export interface Walk {
  readonly zone: string;
  readonly start: number;
  readonly wall: readonly number[];
}

/** Walks a zone's clock for some days. */
export function walk(zone: string, from: string, days: number): Walk {
  const start = Date.parse(`${from}T00:00:00Z`);
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const wall = Array.from({ length: days * DAY }, (_, i) => {
    const parts = format.formatToParts(start + i * MINUTE);
    const of = (type: string) => Number(parts.find((part) => part.type === type)!.value);
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) / MINUTE;
  });
  return { zone, start, wall };
}

/**
 * Whether a calendar is open in each minute of a walk, found without any arithmetic of dates: a span begins in the minute in
 * which the wall first shows its beginning or more, and ends in that in which it first shows its end or more.
 */
export function openMinutes({ wall }: Walk, calendar: Calendar): boolean[] {
  const open = wall.map(() => false);
  // Clocks that are set back have shown the same time before.
  let latest = Number.NEGATIVE_INFINITY;
  const shown = wall.map((minute) => {
    latest = Math.max(latest, minute);
    return latest;
  });
  const first = (minute: number) => {
    let low = 0;
    for (let high = shown.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (shown[middle]! < minute) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (let day = Math.floor(wall[0]! / DAY) - 2; day <= wall.at(-1)! / DAY; day++) {
    const date = new Date(day * DAY * MINUTE);
    if (calendar.holidays.includes(date.toISOString().slice(0, 10))) continue;
    for (const { from, to } of calendar.week[(date.getUTCDay() + 6) % 7]!) {
      open.fill(true, first(day * DAY + from), first(day * DAY + to));
    }
  }
  return open;
}
