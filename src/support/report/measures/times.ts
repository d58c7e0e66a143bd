import type { Measure, Source } from '../measure.ts';
import { shareOf } from '../parts.ts';

const EXACT =
  'Percentiles are exact; between two values, the line between them is taken (as PERCENTILE.INC does).';
const CLOCKS = 'Wall time, and beside it opening time of whoever looks after the matter.';

function replies(nth: 'first' | 'next'): Source[] {
  const where = { field: 'nth', is: [nth] };
  return [
    { type: 'replied', where, whose: 'agent' },
    { type: 'answered-directly', where, whose: 'by' },
  ];
}

/** However a matter ended, with what `of` makes of it. */
function endings(
  of: Omit<Source, 'type' | 'needs' | 'part'>,
  part: (how: string) => NonNullable<Source['part']>,
): Source[] {
  const rest = { ...of, needs: 'after' };
  return [
    { type: 'resolved', whose: 'agent', part: part('agent'), ...rest },
    { type: 'confirmed', part: part('customer'), ...rest },
    { type: 'closed-by-silence', part: part('silence'), ...rest },
    { type: 'self-service-solved', part: part('self-service'), ...rest },
  ];
}

const STANDS = { unless: ['out', 'reopened'] } as const;

/** How long customers waited, and how their matters ended. */
export const TIMES = {
  'first-reply': {
    title: 'First reply time',
    unit: 'seconds',
    better: 'less',
    definition: `From the customer’s first message that waited for a person to the first reply of a human that reached them, counted on the day of the reply. Acknowledgements and the desk’s own answers are no reply: where the desk answered first, it runs from when the customer wrote on or asked for a person. ${CLOCKS} n is how many first replies. ${EXACT}`,
    how: { is: 'spread', of: 'after', business: 'working', from: replies('first') },
  },
  'next-reply': {
    title: 'Next reply time',
    unit: 'seconds',
    better: 'less',
    definition: `The same for what customers wrote after a human had replied: from the first message that nobody had answered to the next reply of a human. Further words to a customer who does not wait are not counted. ${CLOCKS} ${EXACT}`,
    how: { is: 'spread', of: 'after', business: 'working', from: replies('next') },
  },
  acknowledgement: {
    title: 'Acknowledgement time',
    unit: 'seconds',
    better: 'less',
    definition: `From the customer’s message to the desk’s word that it has arrived and when an answer is due. Wall time, for the desk is always there. ${EXACT}`,
    how: { is: 'spread', of: 'after', from: [{ type: 'acknowledged' }] },
  },
  'own-answers': {
    title: 'Time to the desk’s own answers',
    unit: 'seconds',
    better: 'less',
    definition: `From the customer’s message to an answer that the desk gave of its own accord, with no human’s approval. Wall time. n is how many such answers. ${EXACT}`,
    how: { is: 'spread', of: 'after', from: [{ type: 'answered-itself' }] },
  },
  resolution: {
    title: 'Resolution time',
    unit: 'seconds',
    better: 'less',
    definition: `From the customer’s first message to the matter’s end: an agent resolved it, the customer said that it worked, or silence closed it; counted on that day. What was reopened since is not resolved; once it is again, all the time from its opening counts. Making up for a low rating is no second resolution. ${CLOCKS} ${EXACT}`,
    how: {
      is: 'spread',
      of: 'after',
      business: 'working',
      from: endings(STANDS, () => ''),
    },
  },
  reopened: {
    title: 'Reopened',
    unit: 'share',
    better: 'less',
    definition:
      'Of all resolutions in the period, those after which the matter was opened again, until now. n is how many resolutions. Thanks open nothing, and a low rating is a recovery.',
    how: {
      is: 'tally',
      from: endings({ unless: ['out'] }, () => ({ told: 'reopened or stands' })),
      say: shareOf(['reopened']),
    },
  },
  'one-touch': {
    title: 'Solved with one reply',
    unit: 'share',
    better: 'more',
    definition:
      'Of the resolutions that stand and had a reply of a human, those that took exactly one. Lines that follow each other within a minute are one reply. What the desk solved by itself is not in it.',
    how: {
      is: 'tally',
      from: endings(STANDS, () => ({ field: 'replies' })),
      say: (parts) => {
        const more = [...parts].filter(([name]) => Number(name) > 1);
        const several = more.reduce((sum, [, n]) => sum + n, 0);
        const told = [['one', parts.get('1') ?? 0] as const, ['several', several] as const];
        return shareOf(['one'])(new Map(told));
      },
    },
  },
  'self-service': {
    title: 'Solved by the desk itself',
    unit: 'share',
    better: 'more',
    definition:
      'Of the resolutions that stand, those whose customer said that the desk’s own answer had solved it, with no human in between. Its parts tell who ended the others: an agent, the customer (they said that it worked), or silence. Nobody is taken for solved because they left.',
    how: {
      is: 'tally',
      from: endings(STANDS, (how) => how),
      say: shareOf(['self-service']),
    },
  },
} as const satisfies Record<string, Measure>;
