import type { ClockName } from '../../time/clock.ts';
import type { How, Measure, Source } from '../measure.ts';
import { counted, shareOf } from '../parts.ts';

const ANSWERS: readonly ClockName[] = ['first-reply', 'next-reply'];

/** What was stopped in time, of these clocks. */
function met(clocks: readonly ClockName[]): How {
  const of = (clock: ClockName): Source => ({
    type: 'sla-clock-stopped',
    where: { field: 'clock', is: [clock] },
    unless: ANSWERS.includes(clock) ? ['waits on'] : ['out', 'reopened'],
    part: { field: 'met' },
  });
  return {
    is: 'tally',
    from: clocks.map(of),
    say: (parts) => {
      const named = [
        ['met', parts.get('1') ?? 0],
        ['missed', parts.get('0') ?? 0],
      ] as const;
      return shareOf(['met'])(new Map(named));
    },
  };
}

const ALLOWED =
  'Opening time of whoever looks after the matter, by what the policy allowed when the clock was set. Clocks that still run are not in it: see “Service level at risk”.';

/** Whether we did what we owed. */
export const KEPT = {
  'sla-met': {
    title: 'Service level met',
    unit: 'share',
    better: 'more',
    definition: `Of all clocks that stopped in the period (first reply, next reply, resolution), those that stopped in time. ${ALLOWED} A reply that did not arrive stops none.`,
    how: met([...ANSWERS, 'resolution']),
  },
  'sla-first-reply': {
    title: 'First replies in time',
    unit: 'share',
    better: 'more',
    definition: `Of the clocks that measured a first reply and stopped in the period, those that stopped in time. An answer of the desk itself stops this clock too, since the customer had one. ${ALLOWED}`,
    how: met(['first-reply']),
  },
  'sla-next-reply': {
    title: 'Next replies in time',
    unit: 'share',
    better: 'more',
    definition: `Of the clocks that measured a further reply and stopped in the period, those that stopped in time. ${ALLOWED}`,
    how: met(['next-reply']),
  },
  'sla-resolution': {
    title: 'Resolutions in time',
    unit: 'share',
    better: 'more',
    definition: `Of the matters that ended in the period and were not reopened since, those that ended in time; while we wait for the customer the clock stands still. ${ALLOWED}`,
    how: met(['resolution']),
  },
  'promises-kept': {
    title: 'Promises kept',
    unit: 'share',
    better: 'more',
    definition:
      'Of the promises to customers that came to their end in the period, those that were kept in time; the others came late, or were broken: the matter was closed without a word. Open ones, and those that nobody needed any more, are not in it. By agent: who made the promise.',
    how: {
      is: 'tally',
      from: [
        { type: 'promise-kept', whose: 'by', part: 'kept' },
        { type: 'promise-late', whose: 'by', part: 'late' },
        { type: 'promise-broken', whose: 'by', part: 'broken' },
      ],
      say: shareOf(['kept']),
    },
  },
  nudges: {
    title: 'Follow-ups',
    unit: 'count',
    definition:
      'How often the desk wrote to a silent customer unasked, by what it said. Questions how it was (surveys) are not in it.',
    how: { is: 'tally', from: [{ type: 'nudged', part: { field: 'kind' } }], say: counted },
  },
  recoveries: {
    title: 'Recoveries settled',
    unit: 'share',
    better: 'more',
    definition:
      'Of the cases in which we let a customer down (a low rating, or anger after it was resolved), those that are made up for by now. Its parts tell who brought them to rest; n is how many began in the period.',
    how: {
      is: 'tally',
      from: [{ type: 'recovery-opened', whose: 'agent', part: { told: 'settled or open' } }],
      say: shareOf(['agent', 'customer', 'time']),
    },
  },
} as const satisfies Record<string, Measure>;
