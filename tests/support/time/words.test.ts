import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayWhen } from '../../../src/support/time/words.ts';

const t = (iso: string) => Date.parse(iso);
const now = t('2026-11-23T10:00:00Z'); // a Monday
const MINUTE = 60_000;

describe('a promised time', () => {
  it.each([
    ['2026-11-23T14:30:00Z', 'Europe/Berlin', 'by 3:30 pm today (Berlin time)'],
    ['2026-11-23T14:17:01Z', 'Europe/Berlin', 'by 3:30 pm today (Berlin time)'],
    ['2026-11-23T11:00:00Z', 'Europe/Berlin', 'by noon today (Berlin time)'],
    ['2026-11-23T14:00:00Z', 'Etc/UTC', 'by 2 pm today (UTC)'],
    ['2026-11-24T09:00:00Z', 'Europe/Berlin', 'by tomorrow, 10 am (Berlin time)'],
    ['2026-11-23T22:50:00Z', 'Europe/Berlin', 'by midnight tonight (Berlin time)'],
    ['2026-11-25T00:00:00Z', 'Etc/UTC', 'by the end of tomorrow (UTC)'],
    ['2026-11-29T09:00:00Z', 'Etc/UTC', 'by Sunday, 9 am (UTC)'],
    ['2026-11-30T09:00:00Z', 'Etc/UTC', 'by Monday 30 November, 9 am (UTC)'],
    ['2027-01-04T09:05:00Z', 'Etc/UTC', 'by Monday 4 January 2027, 9:15 am (UTC)'],
    ['2026-11-23T21:00:00Z', 'America/New_York', 'by 4 pm today (New York time)'],
    ['2026-11-23T09:00:00Z', 'Etc/UTC', 'by 10 am today (UTC)'],
  ])('at %s in %s is said as "%s"', (due, zone, said) => {
    expect(sayWhen(t(due), now, zone)).toBe(said);
  });

  it('is never earlier than the truth, and at most a quarter of an hour later', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Etc/UTC',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: t('2026-01-01T00:00:00Z'), max: t('2026-12-31T00:00:00Z') }),
        fc.integer({ min: 0, max: 23 * 60 }),
        fc.constantFrom(...zones),
        (at, minutes, zone) => {
          const due = at + minutes * MINUTE;
          const late = [...Array(16).keys()].find(
            (wait) => wallClock(due + wait * MINUTE, zone) === said(sayWhen(due, at, zone)),
          );
          expect(late).toBeDefined();
        },
      ),
    );
  });
});

/** The hour and minute that a promise names, as 24-hour text. */
function said(words: string): string {
  if (/noon/.test(words)) return '12:00';
  if (/midnight|end of/.test(words)) return '00:00';
  const [, hour, minute, half] = words.match(/(\d+)(?::(\d\d))? ([ap]m)/) ?? [];
  const h = (Number(hour) % 12) + (half === 'pm' ? 12 : 0);
  return `${String(h).padStart(2, '0')}:${minute ?? '00'}`;
}

function wallClock(at: number, zone: string): string {
  // Seconds count: a time already begun is not the full minute any more.
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at % MINUTE === 0 ? at : at - (at % MINUTE) + MINUTE);
}
