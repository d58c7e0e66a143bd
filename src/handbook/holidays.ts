import { z } from 'zod';
import type { Calendar } from '../support/handbook.ts';
import type { Fault } from './fault.ts';
import { faultAt, type Layers } from './layers.ts';
import { date, refuse } from './values.ts';

/** A country or a region of it. */
const CODE = /^[a-z]{2,}(?:-[a-z0-9]+)*$/i;

const holiday = z.union([z.string(), z.date()]).transform((written, context) => {
  if (typeof written === 'string' && CODE.test(written.trim())) {
    return { code: written.trim().toLowerCase() };
  }
  const read = date.safeParse(written);
  if (read.success) return { day: read.data };
  return refuse(
    context,
    read.error.issues[0]?.message ?? '',
    'Write it as year-month-day (2026-12-25), or a country or region as de or de-by.',
  );
});

/** Dates, and countries or regions of them by their codes: [2026-12-25, de-by]. */
export const holidays = z.array(holiday).transform((written) => ({
  dates: written.flatMap(({ day }) => (day === undefined ? [] : [day])),
  regions: written.flatMap(({ code }, index) => (code === undefined ? [] : [{ code, index }])),
}));
export type Holidays = z.output<typeof holidays>;

/** The part of a calendar that holidays are. Countries' rules are only loaded where there are such. */
export async function holidaysOf(
  written: Holidays,
  path: readonly PropertyKey[],
  layers: Layers,
  faults: Fault[],
): Promise<Pick<Calendar, 'holidays' | 'publicHolidays'>> {
  if (written.regions.length === 0) return { holidays: written.dates };
  const { faultOfRegion, publicHolidaysIn } = await import('./public-holidays.ts');
  const known: string[] = [];
  for (const { code, index } of written.regions) {
    const fault = faultOfRegion(code);
    if (fault === undefined) known.push(code);
    else faults.push(faultAt(layers, [...path, index], fault.what, fault.remedy));
  }
  const publicHolidays = publicHolidaysIn(known);
  // Worked out now, and not while a customer waits; later years when they come.
  const year = new Date().getUTCFullYear();
  for (const soon of [year, year + 1]) publicHolidays(soon);
  return { holidays: written.dates, publicHolidays };
}
