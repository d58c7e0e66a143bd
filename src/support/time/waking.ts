import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';
import type { Policy } from '../handbook.ts';
import { atMinute } from './openings.ts';

/**
 * When a customer may be spoken to unasked: `at`, or else the next instant in the policy's waking hours where they are.
 * @param zone as their platform tells it; where it is not known, or none that there is, the office's holds
 */
export function wakingTime(policy: Policy, zone: string | undefined, at: Instant): Instant {
  const { from, to } = policy.followUp.wakingHours;
  const now = inZone(at, zone) ?? inZone(at, policy.calendar.zone)!;
  const minute = now.hour * 60 + now.minute;
  if (from <= minute && minute < to) return at;
  const today = now.toPlainDate();
  // Where a clock is set back, today's hour may have struck already though the clock shows less.
  const next = [0, 1, 2]
    .map((days) => atMinute(now.timeZoneId, today.add({ days }), from))
    .find((begins) => begins >= at);
  return next ?? at;
}

function inZone(at: Instant, zone: string | undefined): Temporal.ZonedDateTime | undefined {
  if (zone === undefined) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  } catch {
    return undefined;
  }
}
