import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextSurvey } from '../../../../src/support/time/survey/asking.ts';
import { noteRest } from '../../../../src/support/time/survey/surveyed.ts';
import { DAY, HOUR } from '../matters.ts';
import { handbookWith, openCustomer } from './customer.ts';

const MORNING = Date.parse('2026-03-02T09:00:00Z');

const matter = fc.integer({ min: 0, max: 2 });
const step = fc.oneof(
  fc.record({ does: fc.constant('serve' as const), matter }),
  fc.record({ does: fc.constant('resolve' as const), matter }),
  fc.record({ does: fc.constant('skip' as const), matter }),
  fc.record({ does: fc.constant('tap' as const), matter, value: fc.integer({ min: 0, max: 6 }) }),
  fc.record({
    does: fc.constant('write' as const),
    matter,
    text: fc.constantFrom(
      '5',
      '1',
      'sorry, I meant 4',
      'thanks',
      'Great help, Ada!',
      'It fails again?',
    ),
  }),
  fc.record({ does: fc.constant('answer' as const), matter }),
  fc.record({
    does: fc.constant('wait' as const),
    hours: fc.integer({ min: 0, max: 24 * 20 }),
    late: fc.integer({ min: 0, max: 30 }),
  }),
);

const steps = fc.array(step, { maxLength: 25 });
const scale = fc.constantFrom('csat' as const, 'ces' as const, 'nps' as const);

it('nobody is asked twice within the period nor in one matter, nor reminded twice, nor counted who was not asked', () => {
  fc.assert(
    fc.property(steps, scale, (all, ask) => {
      const handbook = handbookWith({ ask });
      const desk = openCustomer({ begins: MORNING, handbook });
      for (const one of all) {
        if (one.does === 'wait') desk.passes(one.hours * HOUR, one.late * HOUR);
        else if (one.does === 'serve') desk.served('The export fails with error 500', one.matter);
        else if (desk.matter(one.matter) === undefined) continue;
        else if (one.does === 'resolve') desk.presses('resolve', one.matter);
        else if (one.does === 'skip') desk.presses('skip-survey', one.matter);
        else if (one.does === 'tap') desk.taps(one.value, undefined, one.matter);
        else if (one.does === 'write') desk.writes(one.text, one.matter);
        else desk.answers('Have a look at this', one.matter);
      }
      desk.passes(90 * DAY);
      const asked = desk.counted('survey-asked');
      for (const [n, { at }] of asked.entries()) {
        const before = asked[n - 1]?.at ?? Number.NEGATIVE_INFINITY;
        expect(at - before).toBeGreaterThanOrEqual(handbook.policy.survey.notAgainWithin);
      }
      const of = (type: 'survey-asked' | 'survey-reminded' | 'rated' | 'recovery-opened') =>
        desk.counted(type).map(({ conversation }) => conversation);
      for (const type of ['survey-asked', 'survey-reminded'] as const) {
        expect(new Set(of(type)).size).toBe(of(type).length);
      }
      for (const rated of of('rated')) expect(of('survey-asked')).toContain(rated);
      expect(desk.counted('recovery-settled').length).toBeLessThanOrEqual(
        of('recovery-opened').length,
      );
    }),
    { numRuns: 60 },
  );
});

it('nobody is asked about a matter that silence brought to rest', () => {
  const desk = openCustomer({ begins: MORNING });
  desk.served();
  const rested = { conversation: desk.matter(), intents: [] };
  const before = { ...desk.matter(), status: 'answered' as const };
  const [at, conversation] = [desk.now(), desk.matter().id];
  const silence = { type: 'timer.fired', id: 't', at, conversation, name: 'x', due: at } as const;
  const after = noteRest(rested, { event: silence, before });
  expect(nextSurvey(rested.conversation, handbookWith())).toBeDefined();
  expect(nextSurvey(after.conversation, handbookWith())).toBeUndefined();
});
