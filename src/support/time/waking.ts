import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';
import type { Policy } from '../handbook.ts';
import { remembering } from '../remembering.ts';
import { atMinute } from './openings.ts';

/**
 * When a customer may be spoken to unasked: `at`, or else the next instant in the policy's waking hours where they are.
 * @param zone as their platform tells it; where it is not known, or none that there is, the office's holds
 */
export function wakingTime(policy: Policy, zone: string | undefined, at: Instant): Instant {
  const { from, to } = policy.followUp.wakingHours;
  return wakes(String(at), zone ?? '', policy.calendar.zone, String(from), String(to));
}

/** The same instant is asked about again with each thing that happens before it, and a zone's clock is dear to read. */
const wakes = remembering((at: string, zone: string, office: string, ...hours: string[]) => {
  const [asked, from, to] = [at, ...hours].map(Number) as [Instant, number, number];
  const now = inZone(asked, zone) ?? inZone(asked, office)!;
  const minute = now.hour * 60 + now.minute;
  if (from <= minute && minute < to) return asked;
  const today = now.toPlainDate();
  // Where a clock is set back, today's hour may have struck already though the clock shows less.
  const next = [0, 1, 2]
    .map((days) => atMinute(now.timeZoneId, today.add({ days }), from))
    .find((begins) => begins >= asked);
  return next ?? asked;
});

function inZone(at: Instant, zone: string): Temporal.ZonedDateTime | undefined {
  if (zone === '') return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  } catch {
    return undefined;
  }
}
