import { describe, expect, it } from 'vitest';
import type { Calendar, Policy } from '../../../src/support/handbook.ts';
import { isOnShift, onShift, shiftEnds } from '../../../src/support/time/shifts.ts';
import { handbook } from '../stage.ts';

const t = (iso: string) => Date.parse(iso);
const every = (...spans: { from: number; to: number }[]) => Array.from({ length: 7 }, () => spans);
const calendar = (zone: string, week: Calendar['week']): Calendar => ({ zone, week, holidays: [] });
const none = { categories: [], speaks: [] };

const policy: Policy = {
  ...handbook.policy,
  // With lunch from 12 to 13 o'clock.
  calendar: calendar('Europe/Berlin', every({ from: 540, to: 720 }, { from: 780, to: 1020 })),
  teams: [
    {
      name: 'nights',
      calendar: calendar('Europe/Berlin', every({ from: 1320, to: 1800 })),
      people: ['U1', 'U2'],
      ...none,
    },
    {
      name: 'america',
      calendar: calendar('America/New_York', every({ from: 540, to: 1020 })),
      people: ['U2', 'u3'],
      ...none,
    },
    {
      name: 'always',
      calendar: calendar('Etc/UTC', every({ from: 0, to: 1440 })),
      people: [],
      ...none,
    },
  ],
};

describe('who is on shift', () => {
  it.each([
    ['2026-11-23T09:00:00Z', true, 'always', ''],
    ['2026-11-23T11:30:00Z', false, 'always', ''],
    ['2026-11-23T15:00:00Z', true, 'america always', 'U2 u3'],
    ['2026-11-23T21:30:00Z', false, 'nights america always', 'U1 U2 u3'],
    ['2026-11-24T04:59:00Z', false, 'nights always', 'U1 U2'],
    ['2026-11-24T05:00:00Z', false, 'always', ''],
  ])('at %s', (at, office, teams, people) => {
    const on = onShift(policy, t(at));
    expect(on.office).toBe(office);
    expect(on.teams.map(({ name }) => name).join(' ')).toBe(teams);
    expect(on.people.join(' ')).toBe(people);
  });

  it.each([
    ['U1', '2026-11-23T15:00:00Z', false],
    ['U2', '2026-11-23T15:00:00Z', true],
    ['U3', '2026-11-23T15:00:00Z', true],
    ['tenant/U3', '2026-11-23T15:00:00Z', true],
    ['U9', '2026-11-23T15:00:00Z', true], // in no team: the office
    ['U9', '2026-11-23T11:30:00Z', false],
  ])('%s at %s: %s', (person, at, on) => {
    expect(isOnShift(policy, person, t(at))).toBe(on);
  });
});

describe('the end of a shift', () => {
  const ends = (from: string, to: string) =>
    shiftEnds(policy, t(from), t(to)).map(
      ({ at, team }) => `${new Date(at).toISOString().slice(0, 16)} ${team?.name ?? 'office'}`,
    );

  it('comes once a day for everybody who goes home, in order', () => {
    expect(ends('2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z')).toEqual([
      '2026-11-23T05:00 nights',
      '2026-11-23T16:00 office',
      '2026-11-23T22:00 america',
    ]);
  });

  it('is told once, however the time is cut', () => {
    const noon = '2026-11-23T16:00:00Z';
    expect(ends('2026-11-23T15:00:00Z', noon)).toEqual(['2026-11-23T16:00 office']);
    expect(ends(noon, '2026-11-23T16:30:00Z')).toEqual([]);
  });

  it('is none at lunch, and none where a clock was set back', () => {
    expect(ends('2026-11-23T10:00:00Z', '2026-11-23T12:00:00Z')).toEqual([]);
    expect(ends('2026-11-24T00:00:00Z', '2026-11-23T00:00:00Z')).toEqual([]);
  });
});
