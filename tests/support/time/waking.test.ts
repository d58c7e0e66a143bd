import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wakingTime } from '../../../src/support/time/waking.ts';
import { handbook } from '../stage.ts';

const t = (iso: string) => Date.parse(iso);
const { policy } = handbook;

describe('a customer is spoken to unasked in their waking hours', () => {
  it.each([
    ['in the middle of the day', 'Europe/Berlin', '2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z'],
    ['before they are up', 'Europe/Berlin', '2026-11-23T05:00:00Z', '2026-11-23T08:00:00Z'],
    ['when the day ends', 'Europe/Berlin', '2026-11-23T19:00:00Z', '2026-11-24T08:00:00Z'],
    [
      'over the clock going forward',
      'Europe/Berlin',
      '2026-03-28T21:00:00Z',
      '2026-03-29T07:00:00Z',
    ],
    ['where it is half past', 'Asia/Kolkata', '2026-11-23T20:00:00Z', '2026-11-24T03:30:00Z'],
    [
      'at the other end of the world',
      'Pacific/Auckland',
      '2026-11-23T08:00:00Z',
      '2026-11-23T20:00:00Z',
    ],
    [
      'in the office’s zone where theirs is not known',
      undefined,
      '2026-11-23T05:00:00Z',
      '2026-11-23T09:00:00Z',
    ],
    [
      'in the office’s zone where theirs is none',
      'Moon/Sea of Rains',
      '2026-11-23T05:00:00Z',
      '2026-11-23T09:00:00Z',
    ],
  ])('%s', (_, zone, at, then) => {
    expect(new Date(wakingTime(policy, zone, t(at))).toISOString()).toBe(
      new Date(then).toISOString(),
    );
  });

  it('is never before, less than a day after, and then at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: t('2026-01-01T00:00:00Z'), max: t('2028-12-31T00:00:00Z') }),
        fc.constantFrom(
          'Europe/Berlin',
          'America/New_York',
          'Australia/Lord_Howe',
          'Asia/Kathmandu',
        ),
        fc.integer({ min: 0, max: 1438 }),
        fc.integer({ min: 1, max: 1440 }),
        (at, zone, from, length) => {
          const wakingHours = { from, to: Math.min(1440, from + length) };
          const owls = { ...policy, followUp: { ...policy.followUp, wakingHours } };
          const then = wakingTime(owls, zone, at);
          expect(then).toBeGreaterThanOrEqual(at);
          expect(then - at).toBeLessThan(26 * 3_600_000);
          // A span that a clock change skips leaves nobody a minute in it.
          if (then > at && length > 60) expect(wakingTime(owls, zone, then)).toBe(then);
        },
      ),
    );
  });
});
