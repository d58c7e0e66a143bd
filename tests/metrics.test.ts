import { expect, it } from 'vitest';
import { createMetrics } from '../src/metrics.ts';

const done = { accepted: 1, decided: 1, carriedOut: 1, givenUp: 2, putAside: 3 };
const kept = { waiting: { inbox: 4, effects: 0, timers: 0 }, overdue: 1500 };
const open = { stats: async () => ({ ...done, kept }), missing: () => [] };

it('the metrics tell what a model costs and what came of it, however often they are read', async () => {
  const metrics = createMetrics({
    ...open,
    model: async () => ({
      asked: 7,
      failed: 2,
      input: 900,
      cached: 400,
      output: 80,
      outcomes: { answer: 1, suggest: 1, clarify: 0, findings: 0, none: 0, unavailable: 1 },
      resting: true,
      today: { tokens: 5_000, money: 0.25 },
    }),
  });
  await metrics.metrics();
  const told = await metrics.metrics();
  expect(told).toContain('warmline_model_tokens_total{kind="cached"} 400');
  expect(told).toContain('warmline_model_questions_total{answered="no"} 2');
  expect(told).toContain('warmline_model_drafts_total{outcome="unavailable"} 1');
  expect(told).toContain('warmline_model_resting 1');
  expect(told).toContain('warmline_model_money_today 0.25');
});

it('the metrics are told while the store is away, without what only it knows', async () => {
  let away = false;
  const missing = () => (away ? ['Redis is away'] : []);
  const metrics = createMetrics({
    stats: async () => (away ? done : { ...done, kept }),
    missing,
  });
  const before = await metrics.metrics();
  expect(before).toContain('warmline_waiting{what="inbox"} 4');
  expect(before).toContain('warmline_overdue_seconds 1.5');
  expect(before).toContain('warmline_ready 1');
  away = true;
  const told = await metrics.metrics();
  expect(told).toContain('warmline_store_up 0');
  expect(told).toContain('warmline_ready 0');
  expect(told).toContain('warmline_given_up_total 2');
  expect(told).not.toMatch(/^warmline_(waiting|overdue)\S* \d/m);
});

it('and nothing of a model where there is none', async () => {
  expect(await createMetrics(open).metrics()).not.toContain('warmline_model');
});
