import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Handbook } from '../../../../src/support/handbook.ts';
import { openEscalations } from '../../../../src/support/time/escalation/escalation.ts';
import {
  ESCALATION_WAYS,
  ESCALATIONS,
  type EscalationReason,
  type EscalationStep,
} from '../../../../src/support/time/policy.ts';
import { MONDAY_MORNING } from '../../../clock.ts';
import { ada, lea, handbook as shipped } from '../../stage.ts';
import { timeline } from '../timeline.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const SAYS = [
  'I want to talk to a real person',
  'Production is down, nobody can log in',
  'You will hear from my lawyer',
  'Please cancel my subscription',
  'This is ridiculous, I am furious, your useless export failed AGAIN',
  'Hackers changed my password',
  'I was charged twice for invoice 4411',
  'Thanks!',
] as const;

/** What may happen next, and whether a human deals with the customer by it. */
const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ is: fc.constant('writes' as const), says: fc.nat(SAYS.length - 1) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('pass' as const),
      minutes: fc.integer({ min: 1, max: 3000 }),
    }),
  },
  fc.record({
    is: fc.constantFrom('send', 'take-over', 'answer', 'resolve', 'set-aside', 'why', 'regenerate'),
  }),
);

const ladder: fc.Arbitrary<EscalationStep[]> = fc
  .array(
    fc.record({
      to: fc.constantFrom('owner' as const, 'on shift' as const, 'leads' as const, {
        team: 'gone',
      }),
      by: fc.constantFrom(...ESCALATION_WAYS),
      minutes: fc.integer({ min: 0, max: 600 }),
    }),
    { maxLength: 5 },
  )
  .map((steps) =>
    steps
      .toSorted((a, b) => a.minutes - b.minutes)
      .map(({ to, by, minutes }) => ({ to, by, after: { days: 0, minutes } })),
  );

describe('whatever happens, and whatever the policy', () => {
  it('each step is taken at most once, in order, never after a human acted, and every ladder ends', () => {
    const ladders = fc.tuple(...ESCALATIONS.map(() => ladder));
    fc.assert(
      fc.property(ladders, fc.array(happening, { maxLength: 14 }), (steps, history) => {
        const written = ESCALATIONS.map((one, i) => [one, steps[i]!]);
        const escalation = { ...shipped.policy.escalation, ...Object.fromEntries(written) };
        const policy = { ...shipped.policy, escalation };
        const line = timeline(MONDAY_MORNING, { ...shipped, policy }).writes(SAYS[0]);
        for (const one of history) {
          const { is } = one;
          if (is === 'writes') line.writes(SAYS[one.says]!);
          else if (is === 'pass') line.pass(one.minutes * MINUTE);
          else if (is === 'answer') line.writes('Hi Nora, Lea here.', lea);
          else if (is === 'set-aside') line.presses('not-a-request');
          else if (is === 'send') line.presses('send', ada);
          else line.presses(is, ada);
          if (['send', 'answer', 'resolve', 'set-aside'].includes(is)) {
            const waits = line.now.status === 'waiting';
            if (!waits) expect(openEscalations(line.now)).toEqual([]);
          }
        }
        const last = line.at;
        line.passTo(last + 365 * DAY);
        check(line, escalation);
      }),
      { numRuns: 60 },
    );
  });
});

/** Reads the facts as they were written: the ladder of each reason begins, climbs one by one, and ends. */
function check(
  line: ReturnType<typeof timeline>,
  escalation: Handbook['policy']['escalation'],
): void {
  const open = new Map<EscalationReason, number>();
  for (const fact of line.facts) {
    if (fact.type === 'escalated') {
      expect(open.has(fact.reason)).toBe(false);
      expect(escalation[fact.reason]!.length).toBeGreaterThan(0);
      open.set(fact.reason, 0);
    } else if (fact.type === 'escalation-climbed') {
      expect(fact.step).toBe(open.get(fact.reason)! + 1);
      open.set(fact.reason, fact.step);
    } else if (fact.type === 'escalation-ended') {
      expect(open.delete(fact.reason)).toBe(true);
    }
  }
  // What nobody ended was climbed to its top, and nothing more is due.
  for (const [reason, step] of open) expect(step).toBe(escalation[reason]!.length);
  expect(
    openEscalations(line.now)
      .map(({ reason }) => reason)
      .toSorted(),
  ).toEqual([...open.keys()].toSorted());
  expect(line.now.timers.escalation).toBeUndefined();
}
