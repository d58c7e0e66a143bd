import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../matters.ts';
import { handbookWith, openCustomer } from './customer.ts';

/** The week before clocks are set in Europe; in America they were two weeks before. */
const BEGINS = Date.parse('2026-03-23T10:00:00Z');
const PER_WEEK = 3;
const handbook = handbookWith({ perWeek: PER_WEEK });

const matter = fc.integer({ min: 0, max: 2 });
const said = fc.constantFrom(
  'I was charged twice for invoice 4411',
  'thanks',
  'yes that worked',
  'no, still broken',
  'It is number 77',
  'I want to speak to a human now, this is a disgrace',
);
const answer = fc.constantFrom(
  'Could you send me the number?',
  'I have refunded it, the money is on its way.',
  'I am looking into it and will write to you here tomorrow.',
);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('passes' as const),
      hours: fc.integer({ min: 1, max: 100 }),
      late: fc.constantFrom(0, 0, 0, 5, 14),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('writes' as const), text: said, matter }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('answers' as const), text: answer, matter }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stops' as const), matter }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resolves' as const), matter }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('snoozes' as const),
      value: fc.constantFrom('1h', '3d', 'tomorrow', 'next week', 'off', 'soon'),
      matter,
    }),
  },
);

/** What happened that speaks against, or for, another word. */
interface Life {
  readonly at: number;
  readonly matter: number;
  readonly what: 'wrote' | 'we wrote' | 'resolved' | 'stop';
}

function live(
  steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
  zone: string,
) {
  const desk = openCustomer({ begins: BEGINS, zone, handbook });
  const life: Life[] = [];
  const note = (what: Life['what'], of: number) => life.push({ at: desk.now(), matter: of, what });
  const wrote = (text: string, of: number) => {
    desk.writes(text, of);
    note('wrote', of);
  };
  for (const of of [0, 1, 2]) {
    wrote('I was charged twice for invoice 4411', of);
    desk.passes(HOUR);
  }
  for (const one of steps) {
    desk.passes(60_000);
    if (one.do === 'passes') desk.passes(one.hours * HOUR, one.late * HOUR);
    else if (one.do === 'writes') wrote(one.text, one.matter);
    else if (one.do === 'answers') {
      desk.answers(one.text, one.matter);
      note('we wrote', one.matter);
    } else if (one.do === 'stops') {
      wrote('Please stop messaging me', one.matter);
      note('stop', one.matter);
    } else if (one.do === 'resolves') {
      if (desk.matter(one.matter).status !== 'resolved') note('resolved', one.matter);
      desk.presses('resolve', undefined, one.matter);
    } else desk.presses('snooze', one.value, one.matter);
  }
  desk.passes(40 * DAY);
  return { desk, life };
}

const hourIn = (zone: string, at: number) =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(
      at,
    ),
  );

describe.each(['Europe/Berlin', 'America/Los_Angeles'])(
  'whatever happens to a customer in %s',
  (zone) => {
    it('they are let sleep, asked twice at most, never after they wrote, never once they want quiet, and not too often', () => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
          const { desk, life } = live(steps, zone);
          const before = (at: number, of?: number) =>
            life.filter((one) => one.at <= at && (of === undefined || one.matter === of));
          for (const [n, word] of desk.said.entries()) {
            const hour = hourIn(zone, word.at);
            expect(hour).toBeGreaterThanOrEqual(9);
            expect(hour).toBeLessThan(20);
            const here = before(word.at, word.matter);
            const ours = word.about === 'check-in' ? ['resolved', 'we wrote'] : ['we wrote'];
            expect(ours).toContain(here.at(-1)?.what);
            expect(word.at - here.at(-1)!.at).toBeGreaterThanOrEqual(HOUR);
            expect(before(word.at).some(({ what }) => what === 'stop')).toBe(false);
            const earlier = desk.said.slice(0, n);
            expect(earlier.filter(({ at }) => at > word.at - 7 * DAY).length).toBeLessThan(
              PER_WEEK,
            );
            const since = [...earlier, word].filter(
              ({ at, matter: of }) => of === word.matter && at > here.at(-1)!.at,
            );
            expect(since.filter(({ about }) => about === 'nudge').length).toBeLessThanOrEqual(2);
            for (const about of ['did-that-work', 'closing-notice', 'check-in']) {
              expect(since.filter((one) => one.about === about).length).toBeLessThanOrEqual(1);
            }
            expect(word.text).not.toBe('');
          }
        }),
        { numRuns: 60 },
      );
    }, 120_000);
  },
);

it('the same history says the same', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      const zone = 'Europe/Berlin';
      expect(live(steps, zone).desk.said).toEqual(live(steps, zone).desk.said);
    }),
    { numRuns: 10 },
  );
}, 60_000);
