import { expect, it } from 'vitest';
import type { Policy } from '../../../src/support/handbook.ts';
import { makeRound, newRound, type Round, setRound } from '../../../src/support/rounds/round.ts';
import type { ScheduledReport } from '../../../src/support/time/policy.ts';
import { policy as shipped, t } from './waiting.ts';

const iso = (at: number | undefined) => at && new Date(at).toISOString().slice(0, 16);
const weekly: ScheduledReport = { report: 'last week', every: 'monday', at: 540, to: 'leads' };
const daily: ScheduledReport = { report: 'yesterday', every: 'day', at: 480, to: 'triage' };
const having = (...reports: ScheduledReport[]): Policy => ({ ...shipped, reports });
const set = (at: string, policy: Policy, round: Round = newRound('slack', 'reports')) =>
  setRound(round, [], t(at), policy);

function make(round: Round, policy: Policy, at = round.timers.round!) {
  const made = makeRound(round, round.timers.round!, [], at, policy, { leads: ['L1', 'L2'] });
  if ('ignored' in made) throw new Error(made.ignored);
  return { ...made, said: made.effects.map(({ to, report }) => [to, report]) };
}

it('has nothing to do where no report comes by itself', () => {
  const round = newRound('slack', 'reports');
  expect(setRound(round, [], t('2026-03-02T10:00Z'), shipped)).toBe(round);
});

it('brings each report when it is due, to each lead by themselves', () => {
  const policy = having(weekly, daily);
  const first = make(set('2026-03-06T10:00Z', policy), policy);
  expect(iso(first.effects[0]!.at)).toBe('2026-03-09T08:00');
  expect(first.said).toEqual([['triage', 'yesterday']]);
  const second = make(first.round, policy);
  expect(iso(second.effects[0]!.at)).toBe('2026-03-09T09:00');
  expect(second.said).toEqual([
    [{ id: 'L1' }, 'last week'],
    [{ id: 'L2' }, 'last week'],
  ]);
  expect(new Set([...first.effects, ...second.effects].map(({ id }) => id)).size).toBe(3);
  expect(iso(second.round.timers.round)).toBe('2026-03-10T08:00');
});

it('brings what was missed late and once, and is set as it was by a restart in between', () => {
  const policy = having(weekly);
  const round = set('2026-03-06T10:00Z', policy);
  const late = '2026-03-25T15:00Z';
  expect(set(late, policy, round)).toBe(round);
  const made = make(round, policy, t(late));
  expect(made.said).toHaveLength(2);
  expect(iso(made.round.timers.round)).toBe('2026-03-30T09:00');
});

it('does not bring at once what the policy names from now on, nor again what it named before', () => {
  const one = set('2026-03-06T10:00Z', having(weekly));
  const both = set('2026-03-11T10:00Z', having(weekly, daily), make(one, having(weekly)).round);
  expect(iso(both.timers.round)).toBe('2026-03-12T08:00');
  const later = set('2026-03-11T11:00Z', having(weekly), both);
  expect(iso(later.timers.round)).toBe('2026-03-16T09:00');
  expect(Object.keys(later.told)).toHaveLength(1);
  expect(set('2026-03-11T12:00Z', shipped, later)).toMatchObject({ timers: {}, told: {} });
});
