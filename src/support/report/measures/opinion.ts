import { SCALES, type Scale } from '../../time/survey/scales.ts';
import type { Measure, Parts, Said, Source } from '../measure.ts';
import { counted, meanScore, netPromoters, shareFrom, shareOf } from '../parts.ts';

function scored(scale: Scale, say: (parts: Parts) => Said) {
  const source: Source = {
    type: 'rated',
    where: { field: 'scale', is: [scale] },
    unless: ['rated again'],
    whose: 'agent',
    part: { told: 'score' },
  };
  return { is: 'tally', from: [source], say } as const;
}

const LAST =
  'Of several ratings of a conversation the last counts, on the day it was given. A rating for which we still make up is kept apart (“in recovery”), and counts once that is settled. By agent: whose conversation it was.';

/** How it was for customers. */
export const OPINION = {
  csat: {
    title: 'Satisfaction (CSAT)',
    unit: 'score',
    better: 'more',
    definition: `The mean of all ratings from ${SCALES.csat.lowest} to ${SCALES.csat.highest}. ${LAST} n is how many ratings.`,
    how: scored('csat', meanScore),
  },
  satisfied: {
    title: 'Satisfied customers',
    unit: 'share',
    better: 'more',
    definition: `The share of ratings that are 4 or 5 of 5. ${LAST}`,
    how: scored('csat', shareFrom(4)),
  },
  ces: {
    title: 'Ease (CES)',
    unit: 'score',
    better: 'more',
    definition: `The mean of all answers to “it was easy”, from ${SCALES.ces.lowest} to ${SCALES.ces.highest}. ${LAST}`,
    how: scored('ces', meanScore),
  },
  nps: {
    title: 'Recommendation (NPS)',
    unit: 'score',
    better: 'more',
    definition: `The share of promoters (9 and 10) less that of detractors (0 to 6), in hundredths: −100 to 100. ${LAST}`,
    how: scored('nps', netPromoters),
  },
  'survey-response': {
    title: 'Answers to surveys',
    unit: 'share',
    better: 'more',
    definition:
      'Of the customers who were asked how it was in the period, those who have rated by now, whether or not they had to be reminded. n is how many were asked.',
    how: {
      is: 'tally',
      from: [{ type: 'survey-asked', part: { told: 'answered or not' } }],
      say: shareOf(['answered']),
    },
  },
  praise: {
    title: 'Praise',
    unit: 'count',
    better: 'more',
    definition:
      'Messages in which a customer praised somebody of the team by name or what was done for them; plain thanks are none, nor is what the customer deleted since, or changed so that it praises nobody. By agent: whom they named, or else whose conversation it was.',
    how: {
      is: 'tally',
      from: [{ type: 'praised', whose: 'agent', unless: ['taken back'], part: '' }],
      say: counted,
    },
  },
} as const satisfies Record<string, Measure>;
