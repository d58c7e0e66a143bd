import { ACCEPTED, DECIDED } from '../../drafts.ts';
import type { Measure, Source } from '../measure.ts';
import { shareOf, summed } from '../parts.ts';

const CALLS = 'calls';

function used(...sources: readonly Pick<Source, 'part' | 'sum'>[]) {
  const from: Source[] = [{ part: CALLS }, ...sources].map((one) => ({
    type: 'model-used',
    ...one,
  }));
  return { is: 'tally', from, say: summed(CALLS) } as const;
}

/** How well the desk itself does. */
export const DESK = {
  drafts: {
    title: 'Drafts accepted',
    unit: 'share',
    better: 'more',
    definition:
      'Of the drafts on which somebody of the team decided (sent as they were, edited and sent, or replaced), those sent as they were. What the customer overtook, or a model bettered, was nobody’s decision: it stands in the parts alone. A draft counts on the day it was settled; by template for each wording in it.',
    how: {
      is: 'tally',
      from: [{ type: 'draft-settled', part: { field: 'outcome' } }],
      say: shareOf(ACCEPTED, DECIDED),
    },
  },
  'model-use': {
    title: 'Tokens of the model',
    unit: 'count',
    better: 'less',
    definition:
      'Tokens that a model read (new, or known to it already) and wrote, whatever came of it. n is how often it was asked.',
    how: used(
      { part: 'input', sum: 'input' },
      { part: 'cached', sum: 'cached' },
      { part: 'output', sum: 'output' },
    ),
  },
  'model-cost': {
    title: 'Cost of the model',
    unit: 'money',
    better: 'less',
    definition:
      'What those tokens cost by the prices in the policy on that day, in their currency. n is how often a model was asked.',
    how: used({ part: 'money', sum: 'money' }),
  },
  'triage-accuracy': {
    title: 'Categories read right',
    unit: 'share',
    better: 'more',
    definition:
      'Of the conversations opened in the period that count as volume, those whose category nobody has corrected by now. One that was corrected and set back again was right; what nobody corrected is taken for right.',
    how: {
      is: 'tally',
      from: [{ type: 'opened', unless: ['out'], agents: 'never', part: { told: 'right or not' } }],
      say: shareOf(['right']),
    },
  },
} as const satisfies Record<string, Measure>;
