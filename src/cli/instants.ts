/** Milliseconds of 1973, and of 1970 in seconds: a number between counts seconds, as Slack's do. */
const MILLISECONDS_FROM = 1e11;
const SECONDS_FROM = 1e8;
const DAY = 24 * 3_600_000;

/**
 * When something was said, in milliseconds: of an ISO date and time, milliseconds or seconds since 1970, or "HH:MM", which
 * is the next such time from half a day before `last` on. What cannot be read counts as `last`.
 */
export function instantOf(at: unknown, last: number): number {
  if (typeof at !== 'number' && typeof at !== 'string') return last;
  const number = Number(at === '' ? Number.NaN : at);
  if (Number.isFinite(number)) {
    const seconds = number >= SECONDS_FROM && number < MILLISECONDS_FROM;
    return seconds ? number * 1000 : number;
  }
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(String(at).trim());
  if (clock) {
    const [hours, minutes, seconds] = clock.slice(1).map((part) => Number(part ?? 0));
    const ofDay = ((hours! * 60 + minutes!) * 60 + seconds!) * 1000;
    const days = Math.ceil((last - DAY / 2 - ofDay) / DAY);
    return Math.max(0, days) * DAY + ofDay;
  }
  const parsed = Date.parse(String(at));
  return Number.isNaN(parsed) ? last : parsed;
}
