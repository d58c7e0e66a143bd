import fc from 'fast-check';
import { expect, it } from 'vitest';
import { promisesOwed } from '../../../../src/support/time/promises/given.ts';
import { ada, sam } from '../../stage.ts';
import { HOUR, MINUTE, MONDAY, promiseDesk } from './desk.ts';

const words = fc.constantFrom(
  'I’ll get back to you by 3 pm.',
  'I’ll let you know within two hours.',
  'We will write to you tomorrow at 10:00.',
  'I’ll pass on your feedback to the team.',
  'It is refunded now.',
  'Could you send me the order number?',
  'I’ll check and answer within 30 minutes. You will hear from me again by Friday.',
);
const who = fc.constantFrom(ada, sam);
const happening = fc.oneof(
  fc.record({ is: fc.constant('says' as const), words, who }),
  fc.record({ is: fc.constant('asks' as const) }),
  fc.record({
    is: fc.constantFrom(
      'keep-promise' as const,
      'drop-promise' as const,
      'edit-promise' as const,
      'resolve' as const,
      'send' as const,
      'regenerate' as const,
    ),
    who,
  }),
);
const history = fc.array(
  fc.record({ after: fc.integer({ min: 1, max: 20 * 60 }), what: happening }),
  { minLength: 1, maxLength: 14 },
);

/** Plays a history, with whatever rings in between, and closes the matter at its end. */
function played(
  events: readonly {
    after: number;
    what: typeof happening extends fc.Arbitrary<infer T> ? T : never;
  }[],
) {
  const desk = promiseDesk();
  let now = MONDAY;
  desk.asks(now);
  for (const { after, what } of events) {
    now += after * MINUTE;
    desk.passes(now);
    switch (what.is) {
      case 'says':
        desk.says(now, what.words, what.who);
        break;
      case 'asks':
        desk.asks(now, 'And when does my refund arrive?');
        break;
      case 'send':
        if (desk.now.drafts.at(-1)?.state.is === 'open') desk.sends(now, { actor: what.who });
        break;
      default:
        desk.presses(now, what.is, { actor: what.who, text: '4h' });
    }
  }
  desk.passes(now + 24 * HOUR);
  now += 24 * HOUR;
  // Of what was promised after it had been resolved, its customer hears before it rests again.
  if (desk.now.status === 'resolved') desk.asks(now, 'It is still not there. Where is my refund?');
  desk.presses(now + MINUTE, 'resolve');
  desk.presses(now + 2 * MINUTE, 'resolve');
  return desk;
}

it('every promise that counts ends in exactly one way once the matter rests, whatever happened', () => {
  fc.assert(
    fc.property(history, (events) => {
      const desk = played(events);
      expect(desk.now.status).toBe('resolved');
      expect(promisesOwed(desk.now)).toEqual([]);
      const counted = desk.facts.filter(({ type }) => type === 'promised');
      const ends = desk.facts.flatMap((one) =>
        one.type === 'promise-kept' ||
        one.type === 'promise-late' ||
        one.type === 'promise-broken' ||
        one.type === 'promise-dropped'
          ? [one.promise]
          : [],
      );
      expect(ends.toSorted()).toEqual(
        counted.flatMap((one) => ('promise' in one ? [one.promise] : [])).toSorted(),
      );
    }),
    { numRuns: 150 },
  );
});

it('reminds once of each time, before it calls anybody; and calls only once that time is over', () => {
  fc.assert(
    fc.property(history, (events) => {
      const rung = new Map<string, string[]>();
      for (const fact of played(events).facts) {
        if (fact.type !== 'promise-warned' && fact.type !== 'promise-passed') continue;
        const time = `${fact.promise} ${fact.due}`;
        rung.set(time, [...(rung.get(time) ?? []), fact.type]);
        if (fact.type === 'promise-passed') expect(fact.at).toBeGreaterThan(fact.due);
        else expect(fact.at).toBeLessThanOrEqual(fact.due);
      }
      for (const rings of rung.values()) {
        expect([['promise-warned'], ['promise-warned', 'promise-passed']]).toContainEqual(rings);
      }
    }),
    { numRuns: 150 },
  );
});
