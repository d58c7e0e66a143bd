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

  it.each([
    ['de', 'bis heute, 15:30 Uhr (Mitteleuropäische Zeit)'],
    ['es', 'hoy antes de las 15:30 (hora de Europa central)'],
    ['fr', 'au plus tard aujourd’hui à 15\u00a0h\u00a030 (heure d’Europe centrale)'],
    ['it', 'entro le 15:30 di oggi (ora dell’Europa centrale)'],
    ['ja', '本日15時30分（中央ヨーロッパ時間）までに'],
    ['nl', 'uiterlijk vandaag om 15.30 uur (Midden-Europese tijd)'],
    ['pt', 'hoje até as 15h30 (horário da Europa Central)'],
    ['sv', 'by 3:30 pm today (Berlin time)'],
  ])('is said in the customer’s language: %s', (language, said) => {
    expect(sayWhen(t('2026-11-23T14:30:00Z'), now, 'Europe/Berlin', language)).toBe(said);
  });

  it.each([
    [
      'de',
      'bis morgen, 24 Uhr (UTC)',
      'bis Freitag, 9 Uhr (UTC)',
      'bis Montag, 4. Januar 2027, 1 Uhr (UTC)',
    ],
    [
      'es',
      'mañana antes de medianoche (UTC)',
      'el viernes antes de las 9:00 (UTC)',
      'el lunes, 4 de enero de 2027 antes de la 1:00 (UTC)',
    ],
    [
      'fr',
      'au plus tard demain à minuit (UTC)',
      'au plus tard vendredi à 9\u00a0h (UTC)',
      'au plus tard le lundi 4 janvier 2027 à 1\u00a0h (UTC)',
    ],
    [
      'it',
      'entro la mezzanotte di domani (UTC)',
      'entro le 9:00 di venerdì (UTC)',
      'entro l’1:00 di lunedì 4 gennaio 2027 (UTC)',
    ],
    ['ja', '明日中（UTC）に', '金曜日9時（UTC）までに', '2027年1月4日月曜日1時（UTC）までに'],
    [
      'nl',
      'uiterlijk morgen om middernacht (UTC)',
      'uiterlijk vrijdag om 9.00 uur (UTC)',
      'uiterlijk maandag 4 januari 2027 om 1.00 uur (UTC)',
    ],
    [
      'pt',
      'amanhã até a meia-noite (UTC)',
      'sexta-feira até as 9h (UTC)',
      'segunda-feira, 4 de janeiro de 2027 até a 1h (UTC)',
    ],
  ])('names midnight, weekdays and dates: %s', (language, midnight, weekday, date) => {
    expect(sayWhen(t('2026-11-25T00:00:00Z'), now, 'Etc/UTC', language)).toBe(midnight);
    expect(sayWhen(t('2026-11-27T09:00:00Z'), now, 'Etc/UTC', language)).toBe(weekday);
    expect(sayWhen(t('2027-01-04T01:00:00Z'), now, 'Etc/UTC', language)).toBe(date);
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
