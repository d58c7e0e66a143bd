import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/support/conversation.ts';
import type { Calendar, Policy } from '../../../src/support/handbook.ts';
import { makeRound, type Round, setRound, stirRound } from '../../../src/support/rounds/round.ts';
import { ada } from '../stage.ts';
import { begun, policy as shipped, t, waits } from './waiting.ts';

const iso = (at: number | undefined) => at && new Date(at).toISOString().slice(0, 16);
const office: Policy = { ...shipped, brief: true };
const hours = (zone: string, ...spans: [number, number][]): Calendar => ({
  zone,
  week: Array.from({ length: 7 }, () =>
    spans.map(([from, to]) => ({ from: from * 60, to: to * 60 })),
  ),
  holidays: [],
});
const team = (name: string, calendar: Calendar, categories: string[], people: string[]) => ({
  name,
  calendar,
  categories,
  people,
  speaks: [],
});
const berlin = team(
  'berlin',
  hours('Europe/Berlin', [8, 12], [13, 16]),
  ['billing'],
  ['U1', 'Ada'],
);
const york = team('new york', hours('America/New_York', [9, 17]), ['billing', 'refund'], ['U3']);
const teams: Policy = { ...office, teams: [berlin, york] };

/** Makes the round when it is due: to whom what was said, under which title. */
function make(round: Round, matters: readonly Conversation[], policy: Policy, late = 0) {
  const at = round.timers.round! + late;
  const made = makeRound(round, round.timers.round!, matters, at, policy);
  if ('ignored' in made) throw new Error(made.ignored);
  const said = made.effects.map(({ to, parts }) => [
    to === 'triage' ? to : to.id,
    ...parts.flatMap(({ title, about }) => [title, ...about]),
  ]);
  return { ...made, said };
}

const begin = (at: string, matters: readonly Conversation[], policy = office) =>
  begun('brief', at, matters, policy);

describe('when an agent is briefed', () => {
  it.each([
    ['tomorrow, of what came in today', '2026-03-02T10:00Z', '2026-03-03T09:00'],
    ['today, of what came in at night', '2026-03-03T02:00Z', '2026-03-03T09:00'],
    ['on Monday, of what came in on Friday', '2026-03-06T10:00Z', '2026-03-09T09:00'],
  ])('%s', (_, at, due) => {
    expect(iso(begin(at, [waits('a', at, { owned: true })]).timers.round)).toBe(due);
  });

  it('is after a holiday where the next day is one', () => {
    const policy = { ...office, calendar: { ...office.calendar, holidays: ['2026-03-03'] } };
    const a = waits('a', '2026-03-02T10:00Z', { owned: true });
    expect(iso(begin('2026-03-02T10:00Z', [a], policy).timers.round)).toBe('2026-03-04T09:00');
  });

  it.each([
    ['the clocks stood still', '2026-03-05T10:00Z', '2026-03-05T14:00', '2026-03-06T07:00'],
    [
      'the clocks of New York went forward',
      '2026-03-08T17:00Z',
      '2026-03-09T07:00',
      '2026-03-09T13:00',
    ],
    ['those of Berlin did, too', '2026-03-29T15:00Z', '2026-03-30T06:00', '2026-03-30T13:00'],
  ])(
    'is at the beginning of each team’s own shift and not after its lunch: %s',
    (_, at, one, other) => {
      const a = waits('a', at, {}, teams);
      const first = make(begin(at, [a], teams), [a], teams);
      expect(iso(first.effects[0]!.at)).toBe(one);
      expect(iso(first.round.timers.round)).toBe(other);
    },
  );

  it('is once a day, late where the desk was down, and never outside of the shift', () => {
    const a = waits('a', '2026-03-02T18:00Z', { owned: true });
    const round = begin('2026-03-02T18:00Z', [a]);
    const late = make(round, [a], office, 5 * 3_600_000);
    expect(late.said).toHaveLength(1);
    expect(iso(late.round.timers.round)).toBe('2026-03-04T09:00');
    const tooLate = make(round, [a], office, 12 * 3_600_000);
    expect(tooLate.said).toEqual([]);
    expect(iso(tooLate.round.timers.round)).toBe('2026-03-04T09:00');
    expect(setRound(round, [a], t('2026-03-03T23:00Z'), office)).toBe(round);
  });

  it('is once, however many mornings were missed', () => {
    const a = waits('a', '2026-03-02T10:00Z', { owned: true });
    const made = make(begin('2026-03-02T10:00Z', [a]), [a], office, 3 * 86_400_000 + 60_000);
    expect(made.said).toEqual([['ada', '☀️ Your shift begins · 1 waiting for you', 'a']]);
    expect(iso(made.round.timers.round)).toBe('2026-03-09T09:00');
  });

  it('is every morning while somebody waits, until nothing has moved for two weeks', () => {
    const a = waits('a', '2026-03-02T10:00Z', { owned: true });
    let round = begin('2026-03-02T10:00Z', [a]);
    const days: (string | undefined | 0)[] = [];
    for (
      ;
      round.timers.round !== undefined && days.length < 30;
      round = make(round, [a], office).round
    ) {
      days.push(iso(round.timers.round));
    }
    expect(days.length).toBeGreaterThan(5);
    expect(days.length).toBeLessThan(12);
    expect(round.timers).toEqual({});
  });

  it('is never where the policy does not want it, nor of what is put off', () => {
    const a = waits('a', '2026-03-02T10:00Z', { owned: true });
    expect(begin('2026-03-02T10:00Z', [a], shipped).timers).toEqual({});
    const snoozed = { ...a, snooze: { until: t('2026-03-09T10:00Z'), by: ada, at: 0 } };
    expect(begin('2026-03-02T10:00Z', [snoozed as never]).timers).toEqual({});
  });
});

describe('what an agent is briefed on', () => {
  it('is what was promised for today, what is at risk, who waits for them and who for their team, each once', () => {
    const at = '2026-03-02T16:00Z';
    const owned = (id: string) => waits(id, at, { owned: true }, teams);
    const promise = (due: string) => ({
      ...{ id: due, quote: 'we ship it today', by: ada, madeAt: 0, because: '', due: t(due) },
      state: 'confirmed' as const,
    });
    const risky = owned('risky');
    const matters: Conversation[] = [
      { ...owned('answered'), status: 'answered', promises: [promise('2026-03-03T15:00Z')] },
      { ...owned('later'), status: 'answered', promises: [promise('2026-03-05T15:00Z')] },
      owned('mine'),
      { ...risky, clocks: { reply: { ...risky.clocks!.reply!, warned: 1 } } },
      waits('team', at, {}, teams),
      waits('others', at, { category: 'refund' }, teams),
    ];
    const { said, effects } = make(begin(at, matters, teams), matters, teams);
    expect(said).toEqual([
      [
        'Ada',
        ...['☀️ Your shift begins · 1 promised for today', 'answered'],
        ...['1 at risk', 'risky'],
        ...['1 waiting for you', 'mine'],
        ...['1 waiting for your team', 'team'],
      ],
      ['U1', '☀️ Your shift begins · 1 waiting for your team', 'team'],
    ]);
    expect(effects[0]!.parts.map(({ promised }) => promised)).toEqual([
      true,
      undefined,
      undefined,
      undefined,
    ]);
    expect(iso(effects[0]!.until)).toBe('2026-03-03T11:00');
  });

  it('is nothing for whoever is in no team while it is nobody’s', () => {
    const a = waits('a', '2026-03-02T10:00Z');
    expect(begin('2026-03-02T10:00Z', [a]).timers).toEqual({});
  });

  it('is set when a promise is given though the customer was answered', () => {
    const a = { ...waits('a', '2026-03-02T10:00Z', { owned: true }), status: 'answered' as const };
    const promises = [
      {
        id: 'p',
        quote: 'x',
        by: ada,
        madeAt: 0,
        because: '',
        due: t('2026-03-04T12:00Z'),
        state: 'confirmed' as const,
      },
    ];
    const round = stirRound(
      begin('2026-03-02T10:00Z', [a]),
      { ...a, promises },
      t('2026-03-02T10:30Z'),
      office,
    );
    expect(iso(round.timers.round)).toBe('2026-03-03T09:00');
  });
});
