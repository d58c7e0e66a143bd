import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/support/conversation.ts';
import type { Calendar, Policy } from '../../../src/support/handbook.ts';
import { makeRound, type Round, setRound, stirRound } from '../../../src/support/rounds/round.ts';
import { ada } from '../stage.ts';
import { begun, policy as office, t, waits } from './waiting.ts';

const iso = (at: number | undefined) => at && new Date(at).toISOString().slice(0, 16);
const hours = (from: number, to: number): Calendar => ({
  zone: 'Etc/UTC',
  week: Array.from({ length: 7 }, () => [{ from: from * 60, to: to * 60 }]),
  holidays: [],
});
const team = (name: string, from: number, to: number, categories: string[], people: string[]) => ({
  name,
  calendar: hours(from, to),
  categories,
  people,
  speaks: [],
});
const teams: Policy = {
  ...office,
  teams: [
    team('early', 6, 12, ['billing', 'refund'], ['U1', 'U2']),
    team('late', 12, 20, ['billing'], ['U3']),
    team('apps', 6, 12, ['bug_outage'], ['U4']),
  ],
};

function make(round: Round, waiting: readonly Conversation[], policy: Policy, late = 0) {
  const at = round.timers.round! + late;
  const made = makeRound(round, round.timers.round!, waiting, at, policy);
  if ('ignored' in made) throw new Error(made.ignored);
  return { ...made, parts: made.effects.flatMap(({ parts }) => parts) };
}

describe('the hand-over note at the end of a shift', () => {
  it('tells at the end of the office’s opening who waits, and who reads it next', () => {
    const a = waits('a', '2026-03-06T10:00Z');
    const { parts, round } = make(begun('shift-note', '2026-03-06T10:00Z', [a]), [a], office);
    expect(parts).toEqual([
      {
        title: '🤝 Hand-over from the office: 1 customer waits',
        next: { who: 'the office', from: t('2026-03-09T09:00Z'), people: [] },
        about: ['a'],
        more: 0,
      },
    ]);
    expect(round.timers).toEqual({});
  });

  it('says nothing when nobody waits', () => {
    const a = waits('a', '2026-03-06T10:00Z');
    expect(make(begun('shift-note', '2026-03-06T10:00Z', [a]), [], office).parts).toEqual([]);
  });

  it('tells each team of its own matters, in one message where shifts end together', () => {
    const waiting = [
      waits('bill', '2026-03-02T10:00Z', {}, teams),
      waits('bug', '2026-03-02T10:05Z', { category: 'bug_outage' }, teams),
      waits('other', '2026-03-02T10:10Z', { category: 'other' }, teams),
    ];
    const round = begun('shift-note', '2026-03-02T10:10Z', waiting, teams);
    expect(iso(round.timers.round)).toBe('2026-03-02T12:00');
    const first = make(round, waiting, teams);
    expect(first.effects).toHaveLength(1);
    expect(first.parts).toEqual([
      {
        title: '🤝 Hand-over from early: 1 customer waits',
        next: { who: 'late', from: t('2026-03-02T12:00Z'), people: ['U3'] },
        about: ['bill'],
        more: 0,
      },
      {
        title: '🤝 Hand-over from apps: 1 customer waits',
        next: { who: 'apps', from: t('2026-03-03T06:00Z'), people: ['U4'] },
        about: ['bug'],
        more: 0,
      },
    ]);
    // The office’s own matter at its end, the others’ at the end of the late shift.
    expect(iso(first.round.timers.round)).toBe('2026-03-02T17:00');
    const second = make(first.round, waiting, teams);
    expect(second.parts.map(({ about }) => about)).toEqual([['other']]);
    expect(iso(second.round.timers.round)).toBe('2026-03-02T20:00');
    const third = make(second.round, waiting, teams);
    expect(third.parts.map(({ title, next }) => [title, next?.who])).toEqual([
      ['🤝 Hand-over from late: 1 customer waits', 'early'],
    ]);
    // Each shift has been told of everything as it stands.
    expect(third.round.timers).toEqual({});
  });

  it('tells a shift again of what stands otherwise', () => {
    const a = waits('a', '2026-03-02T10:00Z', {}, teams);
    const first = make(begun('shift-note', '2026-03-02T10:00Z', [a], teams), [a], teams);
    const owned = { ...a, owner: ada };
    const stirred = stirRound(first.round, owned, t('2026-03-02T13:00Z'), teams);
    expect(iso(stirred.timers.round)).toBe('2026-03-02T20:00');
    const second = make(stirred, [owned], teams);
    expect(iso(second.round.timers.round)).toBe('2026-03-03T12:00');
  });

  it('hands what belongs to everybody from one shift without categories to the next, once where the office closes with it', () => {
    const shifts: Policy = {
      ...office,
      calendar: hours(6, 20),
      teams: [team('early', 6, 13, [], ['U1']), team('late', 12, 20, [], ['U3'])],
    };
    const a = waits('a', '2026-03-02T10:00Z', {}, shifts);
    const first = make(begun('shift-note', '2026-03-02T10:00Z', [a], shifts), [a], shifts);
    expect(first.parts.map(({ title, next }) => [title, next?.who])).toEqual([
      ['🤝 Hand-over from early: 1 customer waits', 'late'],
    ]);
    const second = make(first.round, [a], shifts);
    expect(second.parts.map(({ title, next }) => [title, next?.who])).toEqual([
      ['🤝 Hand-over from late: 1 customer waits', 'early'],
    ]);
    expect(second.round.timers).toEqual({});
  });

  it('comes once, late, where several shifts have ended while the desk was down', () => {
    const a = waits('a', '2026-03-02T10:00Z', {}, teams);
    const round = begun('shift-note', '2026-03-02T10:00Z', [a], teams);
    const down = 3 * 86_400_000;
    expect(setRound(round, [a], t('2026-03-05T12:00Z'), teams)).toBe(round);
    const { effects, parts, round: next } = make(round, [a], teams, down);
    expect(effects).toHaveLength(1);
    expect(parts.map(({ about }) => about)).toEqual([['a']]);
    expect(next.timers).toEqual({});
  });

  it('never comes where the office does not close', () => {
    const open: Policy = { ...office, calendar: hours(0, 24) };
    const a = waits('a', '2026-03-02T10:00Z');
    expect(begun('shift-note', '2026-03-02T10:00Z', [a], open).timers).toEqual({});
  });

  it('is set anew when the hours change', () => {
    const a = waits('a', '2026-03-02T10:00Z');
    const round = begun('shift-note', '2026-03-02T10:00Z', [a]);
    const longer: Policy = { ...office, calendar: hours(9, 19) };
    expect(iso(setRound(round, [a], t('2026-03-02T11:00Z'), longer).timers.round)).toBe(
      '2026-03-02T19:00',
    );
  });
});
