import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCURACY_FACTS, measureAccuracy } from '../../../src/support/accuracy.ts';
import { measureDrafts } from '../../../src/support/drafts.ts';
import { MEASURE, MEASURES } from '../../../src/support/report/measures.ts';
import { counted, meanScore, netPromoters, summed } from '../../../src/support/report/parts.ts';
import { spreadOf } from '../../../src/support/report/quantiles.ts';
import { leastCpu } from '../../cpu-time.ts';
import { ada } from '../stage.ts';
import { openHistory } from './history.ts';

describe('each measure', () => {
  it.each(MEASURES)('says in plain sentences what it is: %s', (name) => {
    const { title, definition, unit, how } = MEASURE[name];
    expect(title).toMatch(/^[A-Z][^.]+$/);
    expect(definition).toMatch(/^[A-Z].{60,}\.$/s);
    expect(how.is === 'spread').toBe(how.is === 'standing' ? false : unit === 'seconds');
  });

  it('has a name and a title of its own', () => {
    expect(Object.keys(MEASURE).toSorted()).toEqual([...MEASURES].toSorted());
    expect(new Set(MEASURES.map((name) => MEASURE[name].title)).size).toBe(MEASURES.length);
  });
});

describe('the spread of durations', () => {
  it('is what one reads off when they stand in order', () => {
    const values = fc.array(fc.integer({ min: -5, max: 40 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(values, (some) => {
        const sorted = some.toSorted((a, b) => a - b);
        const at = (share: number) => {
          const place = (some.length - 1) * share;
          const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
          return (low + (high - low) * (place - Math.floor(place))) / 1000;
        };
        const { median, p90, mean } = spreadOf(Float64Array.from(some));
        expect([median, p90]).toEqual([at(0.5), at(0.9)]);
        expect(mean).toBeCloseTo(some.reduce((sum, one) => sum + one, 0) / some.length / 1000, 9);
      }),
    );
  });

  it.each<[string, (i: number, n: number) => number]>([
    ['in order', (i) => i],
    ['in the other order', (i, n) => n - i],
    ['all the same', () => 7],
    ['up and down again', (i, n) => Math.min(i, n - i)],
    ['like a saw', (i) => i % 1000],
  ])('is found quickly among 50,000 that are %s', (_, value) => {
    const n = 50_000;
    const values = Float64Array.from({ length: n }, (_, i) => value(i, n));
    const sorting = leastCpu(() => void values.slice().sort(), 3);
    expect(leastCpu(() => void spreadOf(values.slice()), 3)).toBeLessThan(10 * sorting + 50);
  });
});

describe('what parts come to', () => {
  it.each([
    [
      'promoters less detractors',
      netPromoters,
      { 10: 3, 9: 1, 8: 2, 6: 1, 0: 1 },
      { n: 8, value: 25 },
    ],
    [
      'a mean without what stands apart',
      meanScore,
      { 5: 2, 2: 1, 'in recovery': 4 },
      { n: 3, value: 4 },
    ],
    ['nothing of nothing', meanScore, {}, { n: 0, value: undefined }],
    [
      'a sum beside how often',
      summed('calls'),
      { calls: 2, input: 30, output: 4 },
      { n: 2, value: 34 },
    ],
    ['a count', counted, { nudge: 2, 'check-in': 1 }, { n: 3, value: 3 }],
  ] as const)('is %s', (_, say, parts, said) => {
    expect(say(new Map(Object.entries(parts)))).toMatchObject(said);
  });
});

describe('what leads read with `learn`', () => {
  it('is what reports say of the same days', () => {
    const history = openHistory();
    const open = (minute: number) => history.opens(`2026-03-02T09:${minute}:00Z`);
    const [sent, edited, aside, corrected] = [open(10), open(11), open(12), open(13)];
    history.sends('2026-03-02T09:20:00Z', sent);
    history.sends('2026-03-02T09:21:00Z', edited, 'It is refunded, Nora.');
    history.presses('2026-03-02T09:22:00Z', aside, 'not-a-request', {}, ada);
    history.presses('2026-03-02T09:23:00Z', corrected, 'correct-category', { value: 'refund' });
    const { results } = history.report('2026-03-01T23:00:00Z', '2026-03-03T23:00:00Z');
    const drafts = measureDrafts(history.facts);
    // One sent as it was, one edited, one written anew for the other category; nobody decided on the one set aside.
    expect(drafts).toMatchObject({ settled: 4, accepted: 1 / 3 });
    expect(results.drafts).toMatchObject({ n: 3, value: drafts.accepted });
    const told = history.facts.filter(({ type }) =>
      (ACCURACY_FACTS as readonly string[]).includes(type),
    );
    const { opened, right } = measureAccuracy(told);
    expect({ opened, right }).toEqual({ opened: 3, right: 2 });
    expect(results['triage-accuracy']).toMatchObject({ n: opened, value: right / opened });
  });
});
