import { z } from 'zod';
import type { Calendar } from '../support/handbook.ts';
import type { Fault } from './fault.ts';
import { faultAt, type Layers } from './layers.ts';
import { date, refuse } from './values.ts';

/** Dates, and countries or regions of them by their codes: [2026-12-25, de-by]. */
export const holidays = z.array(z.union([z.string(), z.date()])).transform((written, context) => {
  const dates: string[] = [];
  const regions: { code: string; index: number }[] = [];
  for (const [index, one] of written.entries()) {
    const text = one instanceof Date ? '' : one.trim();
    if (/^[a-z]{2,}(?:-[a-z0-9]+)*$/i.test(text)) {
      regions.push({ code: text.toLowerCase(), index });
      continue;
    }
    const read = date.safeParse(one);
    if (read.success) dates.push(read.data);
    else {
      refuse(
        context,
        `"${text}" is neither a date nor a country or region.`,
        'Write a date as 2026-12-25, a country as de, or a region as de-by or us-ca.',
      );
    }
  }
  return { dates, regions };
});
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
  return { holidays: written.dates, publicHolidays: publicHolidaysIn(known) };
}
