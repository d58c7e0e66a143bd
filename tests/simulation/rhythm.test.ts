import { describe, expect, it } from 'vitest';
import { chances } from '../../simulation/chance.ts';
import { DAY, dayOfOutage, expectations, type Span, topicAt } from '../../simulation/rhythm.ts';

const ends = Date.parse('2026-11-23T09:30:00Z');
const year: Span = { begins: ends - 365 * DAY, ends, perDay: 12 };
const days = [...expectations(year)];

/** How many come on those days, each. */
const meanOf = (chosen: (at: number, n: number) => boolean) => {
  const found = days.filter(([at], n) => chosen(at, n)).map(([, many]) => many);
  return found.reduce((sum, one) => sum + one, 0) / found.length;
};
const weekday = (at: number) => new Date(at + DAY / 2).getUTCDay();

describe('a year of simulated support', () => {
  it('has as many conversations as were asked for', () => {
    const whole = days.reduce((sum, [, many]) => sum + many, 0);
    expect(whole).toBeCloseTo(365 * 12, 6);
  });

  it('is busy on Mondays and quiet at weekends and on holidays', () => {
    const monday = meanOf((at) => weekday(at) === 1);
    const friday = meanOf((at) => weekday(at) === 5);
    const sunday = meanOf((at) => weekday(at) === 0);
    expect(monday).toBeGreaterThan(friday);
    expect(friday).toBeGreaterThan(3 * sunday);
    const christmas = days.find(([at]) => new Date(at).toISOString().includes('12-25'))!;
    expect(christmas[1]).toBeLessThan(friday / 2);
  });

  it('has more to do in the end than in the beginning', () => {
    expect(meanOf((_, n) => n > 335)).toBeGreaterThan(1.5 * meanOf((_, n) => n < 30));
  });

  it('has one outage, on a Tuesday, with many times as many on its first day', () => {
    const out = days.filter(([at]) => dayOfOutage(year, at) !== undefined);
    expect(out.map(([at]) => dayOfOutage(year, at))).toEqual([0, 1, 2, 3]);
    expect(new Date(out[0]![0]).getUTCDay()).toBe(2);
    expect(out[0]![1]).toBeGreaterThan(3 * meanOf((at) => weekday(at) === 2) * 0.9);
  });

  it('has one category rise in its last weeks', () => {
    const chance = chances(1)('topics');
    const share = (at: number) => {
      const topics = Array.from({ length: 2000 }, () => topicAt(year, at, chance));
      return topics.filter((topic) => topic === 'delivery_order').length / topics.length;
    };
    expect(share(ends)).toBeGreaterThan(2 * share(ends - 60 * DAY));
  });
});
