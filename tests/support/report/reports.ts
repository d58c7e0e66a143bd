import type { Conversation } from '../../../src/support/conversation.ts';
import { readQuestion } from '../../../src/support/report/asking.ts';
import type { Report, Results, Spread } from '../../../src/support/report/report.ts';

/** Thursday, ten in the morning in Berlin. */
export const NOW = Date.parse('2026-11-26T09:00:00Z');
const DAY = 24 * 3_600_000;

export const labels = new Map([
  ['billing', 'Billing and payment'],
  ['how_to', 'How to'],
]);

const MINUTE = 60;
const spread = (median: number): Spread => ({ median, p90: median * 3, mean: median * 1.4 });
const times = (n: number, median: number) => ({ n, unit: 'seconds' as const, ...spread(median) });
const value = (unit: 'count' | 'share' | 'score' | 'money', n: number, value = n) => ({
  unit,
  n,
  value,
});

/** What a desk of a middling week comes to. */
export const results: Results = {
  volume: value('count', 214),
  waiting: value('count', 3),
  'first-reply': { ...times(198, 65 * MINUTE), business: spread(40 * MINUTE) },
  resolution: times(150, 26 * 60 * MINUTE),
  'sla-met': value('share', 180, 0.93),
  csat: value('score', 41, 4.6),
  reopened: value('share', 150, 0.04),
  escalations: {
    ...value('count', 12),
    parts: [
      { name: 'asked for a person', n: 9 },
      { name: 'legal', n: 3 },
    ],
  },
  drafts: {
    ...value('share', 120, 0.6),
    parts: [
      { name: 'as-it-was', n: 72 },
      { name: 'edited', n: 48 },
    ],
  },
  nps: value('score', 3, 20),
};

const before: Results = {
  volume: value('count', 190),
  'first-reply': times(170, 58 * MINUTE),
  resolution: times(120, 30 * 60 * MINUTE),
  'sla-met': value('share', 160, 0.9),
  csat: value('score', 3, 5),
};

/** Somebody who has waited for us for so many minutes. */
export const waiting = (id: string, minutes: number, more: Partial<Conversation> = {}) =>
  ({
    id,
    place: { platform: 'slack', workspace: 'T', channel: 'C123' },
    customer: { id: 'U9', name: 'Nora', role: 'customer' },
    status: 'waiting',
    waitingSince: NOW - minutes * 60_000,
    messages: [
      {
        id: 'm1',
        author: { id: 'U9', name: 'Nora', role: 'customer' },
        at: NOW - minutes * 60_000,
        text: 'I was charged twice\nfor the same invoice',
        files: [],
      },
    ],
    triage: { category: 'billing', urgency: 'p2' },
    ...more,
  }) as unknown as Conversation;

/** A report on what these words ask, with these numbers. */
export function reportOf(words: string, parts: Partial<Report> = {}): Report {
  const question = readQuestion(words, {
    now: NOW,
    zone: 'Europe/Berlin',
    known: { categories: labels },
  });
  if ('problem' in question) throw new Error(question.problem);
  const course = Array.from({ length: 7 }, (_, i) => ({
    from: NOW - (7 - i) * DAY,
    results: {
      volume: value('count', 20 + i * 3),
      resolution: times(18 + i, 3600),
      'first-reply': times(i === 2 ? 3 : 15, (50 + i) * MINUTE),
    } satisfies Results,
  }));
  return {
    question,
    at: NOW,
    results,
    before,
    course,
    waiting: { first: [waiting('a', 125), waiting('b', 7)], count: 3 },
    ...parts,
  };
}
