import type { Measure, Source } from '../measure.ts';
import { counted, distinct } from '../parts.ts';

const STANDING = { is: 'standing' } as const;

/** An agent's are those that they took up: nobody has a conversation when it opens. */
const TAKEN_UP = {
  where: { field: 'nth', is: ['first'] },
  unless: ['out'],
  agents: 'only',
  part: '',
} as const satisfies Partial<Source>;

/** What comes in, what waits, and what is on fire. */
export const DEMAND = {
  volume: {
    title: 'Conversations',
    unit: 'count',
    definition:
      'Conversations opened in the period, each on the day it was opened; one that was split off is one more. Left out, by what is known now: what was set aside as no request, was taken back by its customer, or was merged into another conversation. By agent: those in which the agent gave the first human reply, on the day of that reply.',
    how: {
      is: 'tally',
      from: [
        { type: 'opened', unless: ['out'], agents: 'never', part: '' },
        { type: 'replied', whose: 'agent', ...TAKEN_UP },
        { type: 'answered-directly', whose: 'by', ...TAKEN_UP },
      ],
      say: counted,
    },
  },
  waiting: {
    title: 'Waiting now',
    unit: 'count',
    better: 'less',
    definition:
      'Conversations whose customer waits for us at the moment of the report, whatever the period. Those that an agent snoozed wait too.',
    how: STANDING,
  },
  'backlog-age': {
    title: 'Age of the backlog',
    unit: 'seconds',
    better: 'less',
    definition:
      'How long those who wait now have waited: from the first message that nobody has answered to the moment of the report. Wall time, and beside it opening time of whoever looks after the matter. n is how many wait. Percentiles are exact; between two values, the line between them is taken.',
    how: STANDING,
  },
  'sla-at-risk': {
    title: 'Service level at risk',
    unit: 'count',
    better: 'less',
    definition:
      'Conversations with a running clock that is near its end (at risk) or past it (breached) at the moment of the report. The clock that matters most counts, once a conversation; n is how many have a running clock.',
    how: STANDING,
  },
  escalations: {
    title: 'Escalations',
    unit: 'count',
    better: 'less',
    definition:
      'How often a human was called in, by the reason. A conversation counts once for each reason, and again where the same arose anew.',
    how: {
      is: 'tally',
      from: [{ type: 'escalated', part: { field: 'reason' } }],
      say: counted,
    },
  },
  'churn-risk': {
    title: 'Customers at risk of leaving',
    unit: 'count',
    better: 'less',
    definition:
      'Customers who spoke of leaving or wanted to cancel, so that a human was called in: each customer once. n is in how many cases.',
    how: {
      is: 'tally',
      from: [
        {
          type: 'escalated',
          where: { field: 'reason', is: ['churn'] },
          part: { about: 'customer' },
        },
      ],
      say: distinct,
    },
  },
  gaps: {
    title: 'Questions that no article answers',
    unit: 'count',
    better: 'less',
    definition:
      'Different questions that customers asked lately and no article answers by now, the ten most asked at most; like questions are one. n is in how many conversations they were asked. It is how it stands at the moment of the report, not of the period.',
    how: STANDING,
  },
} as const satisfies Record<string, Measure>;
