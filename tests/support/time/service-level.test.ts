import { describe, expect, it } from 'vitest';
import type { Calendar, Policy } from '../../../src/support/handbook.ts';
import { isOpenAt, workingTimeBetween } from '../../../src/support/time/calendar.ts';
import type { ByUrgency, Team, WorkingTime } from '../../../src/support/time/policy.ts';
import {
  calendarFor,
  minutesOf,
  ROUND_THE_CLOCK,
  serviceLevelFor,
  teamsFor,
} from '../../../src/support/time/service-level.ts';
import { handbook } from '../stage.ts';

const week = (hours: number) =>
  Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 540, to: 540 + hours * 60 }] : []));
const calendar = (hours: number): Calendar => ({
  zone: 'Etc/UTC',
  week: week(hours),
  holidays: [],
});
const team = (name: string, hours: number, more: Partial<Team> = {}): Team => ({
  name,
  calendar: calendar(hours),
  people: [],
  categories: ['billing'],
  speaks: [],
  ...more,
});
const all = (time: WorkingTime): ByUrgency<WorkingTime> => ({
  p1: time,
  p2: time,
  p3: time,
  p4: time,
});
const minutes = (amount: number) => all({ days: 0, minutes: amount });
const day = all({ days: 1, minutes: 0 });

const policy: Policy = {
  ...handbook.policy,
  calendar: calendar(8),
  aroundTheClock: ['p1'],
  warnAt: 0.75,
  serviceLevels: [
    {
      for: ['C1', 'acme'],
      replyWithin: minutes(15),
      nextReplyWithin: minutes(20),
      resolveWithin: minutes(240),
    },
    { for: ['acme'], replyWithin: minutes(1), nextReplyWithin: minutes(1), resolveWithin: day },
    {
      replyWithin: day,
      nextReplyWithin: minutes(60),
      resolveWithin: all({ days: 2, minutes: 30 }),
    },
  ],
  teams: [
    team('deutsch', 4, { speaks: ['de'] }),
    team('english', 6, { speaks: ['en'] }),
    team('returns', 2, { categories: ['refund'] }),
  ],
};
const [deutsch, english, returns] = policy.teams;

describe('whose hours count', () => {
  it.each([
    ['the office’s for what no team looks after', { urgency: 'p2', category: 'how_to' }, policy],
    [
      'the team’s that speaks the customer’s language',
      { urgency: 'p2', category: 'billing', language: 'en' },
      english,
    ],
    [
      'the team’s to which every language is the same',
      { urgency: 'p4', category: 'refund', language: 'fr' },
      returns,
    ],
    ['the office’s while nobody knows what it is about', { urgency: 'p2' }, policy],
  ] as const)('%s', (_, matter, whose) => {
    expect(calendarFor(policy, matter)).toBe(whose?.calendar);
    expect(teamsFor(policy, matter)[0] ?? policy).toBe(whose);
  });

  it('those of all teams with the category where none speaks the language', () => {
    const matter = { urgency: 'p2', category: 'billing', language: 'fr' } as const;
    expect(teamsFor(policy, matter)).toEqual([deutsch, english]);
  });

  it('those of all teams together that could answer, from one end of the world to the other', () => {
    const tokyo = team('tokyo', 8, { calendar: { ...calendar(8), zone: 'Asia/Tokyo' } });
    const boston = team('boston', 8, { calendar: { ...calendar(8), zone: 'America/New_York' } });
    const german = team('german', 4, { speaks: ['de'] });
    const world = { ...policy, teams: [tokyo, boston, german] };
    const matter = { urgency: 'p2', category: 'billing', language: 'en' } as const;
    const both = calendarFor(world, matter);
    expect(teamsFor(world, matter)).toEqual([tokyo, boston]);
    expect(calendarFor(world, matter)).toBe(both);
    const day = Date.parse('2026-11-24T00:00:00Z');
    const open = [0, 1, 7.9, 8, 13.9, 14, 21.9, 22].map((hour) =>
      isOpenAt(both, day + hour * 3_600_000),
    );
    expect(open).toEqual([true, true, true, false, false, true, true, false]);
    expect(workingTimeBetween(both, day, day + 86_400_000)).toBe(16 * 3_600_000);
    expect(minutesOf(both, { days: 1, minutes: 0 })).toBe(480);
  });

  it('nobody’s where the urgency is looked after day and night', () => {
    expect(calendarFor(policy, { urgency: 'p1', category: 'billing' })).toBe(ROUND_THE_CLOCK);
  });
});

describe('how soon a customer is served', () => {
  it('is as soon as the first level that is for them says, whatever the case of the id', () => {
    const due = serviceLevelFor(policy, { urgency: 'p2', ids: ['U1', 'c1'] });
    expect(due).toEqual({
      calendar: policy.calendar,
      firstReply: 15,
      nextReply: 20,
      resolution: 240,
      warnAt: 0.75,
    });
    expect(serviceLevelFor(policy, { urgency: 'p2', ids: ['ACME'] }).firstReply).toBe(15);
  });

  it('is as everybody’s otherwise, a day being as long as those who answer work', () => {
    const ids = ['U1', 'C2'];
    const due = serviceLevelFor(policy, { urgency: 'p3', ids });
    expect(due).toMatchObject({ firstReply: 480, nextReply: 60, resolution: 990 });
    const billing = { urgency: 'p3', category: 'billing', language: 'de', ids } as const;
    expect(serviceLevelFor(policy, billing)).toMatchObject({ firstReply: 240, resolution: 510 });
    expect(serviceLevelFor(policy, { urgency: 'p1', ids }).firstReply).toBe(1440);
  });

  it('counts a day of unequal ones as the average of those on which anybody works', () => {
    const uneven = {
      ...calendar(8),
      week: [...week(8).slice(0, 4), [{ from: 540, to: 780 }], [], []],
    };
    expect(minutesOf(uneven, { days: 1, minutes: 5 })).toBe(437);
  });
});
