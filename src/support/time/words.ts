import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../conversation.ts';
import { ENGLISH, SPOKEN, type Spoken } from './spoken.ts';

/**
 * A promise's time as people say it in a language: "by 3:30 pm today (Berlin time)", "bis Montag, 10 Uhr
 * (Mitteleuropäische Zeit)"; in English where the language is none of the desk's. Rounded up to the quarter hour, so
 * that nobody is promised less time than there is.
 */
export function sayWhen(due: Instant, now: Instant, zone: string, language = 'en'): string {
  return promisedBy(due, now, zone, language).words;
}

/** What `sayWhen` says, and the instant that it says. */
export function promisedBy(
  due: Instant,
  now: Instant,
  zone: string,
  language = 'en',
): { readonly due: Instant; readonly words: string } {
  const when = zoned(Math.max(due, now), zone).round(QUARTER);
  return { due: when.epochMilliseconds, words: say(when, now, SPOKEN[language] ?? ENGLISH) };
}

const QUARTER = { smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'ceil' } as const;

function say(when: Temporal.ZonedDateTime, now: Instant, spoken: Spoken): string {
  const today = zoned(now, when.timeZoneId).toPlainDate();
  // Midnight belongs to the day that it ends.
  const midnight = when.hour === 0 && when.minute === 0;
  const date = midnight ? when.toPlainDate().subtract({ days: 1 }) : when.toPlainDate();
  const days = today.until(date, { largestUnit: 'days' }).days;
  const day = dayOf(days, date, today);
  return spoken.say(day, midnight ? undefined : when, spoken.place(when));
}

/** The same to the minute, in English, for those who must be in time. */
export function sayExactly(due: Instant, now: Instant, zone: string): string {
  return say(
    zoned(due, zone).round({ smallestUnit: 'minute', roundingMode: 'floor' }),
    now,
    ENGLISH,
  );
}

/** A day is named as shortly as it is still unmistakable: a weekday only within the next six days. */
function dayOf(days: number, date: Temporal.PlainDate, today: Temporal.PlainDate) {
  if (days === 0) return { is: 'today' } as const;
  if (days === 1) return { is: 'tomorrow' } as const;
  if (Math.abs(days) < 7) return { is: 'weekday', date } as const;
  return { is: date.year === today.year ? 'date' : 'date-and-year', date } as const;
}

function zoned(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
