import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/support/conversation.ts';
import type { Note } from '../../../src/support/effects.ts';
import { makeRound, type Round, setRound, stirRound } from '../../../src/support/rounds/round.ts';
import { isOpenAt } from '../../../src/support/time/calendar.ts';
import { ada } from '../stage.ts';
import { begun, policy, t, waits } from './waiting.ts';

const iso = (at: number | undefined) => at && new Date(at).toISOString().slice(0, 16);

/** Makes the round when it is due. */
function make(round: Round, waiting: readonly Conversation[], at = round.timers.round!) {
  const made = makeRound(round, round.timers.round!, waiting, at, policy);
  if ('ignored' in made) throw new Error(made.ignored);
  return { ...made, said: saidIn(made.effects) };
}

const saidIn = (effects: readonly Note[]) =>
  effects.flatMap(({ parts }) => parts.map(({ title, about }) => [title, ...about]));

describe('when the team is reminded of who waits', () => {
  it.each([
    ['nobody’s: as long as we remind', '2026-03-02T10:00Z', {}, '2026-03-02T12:00'],
    ['owned: at half of its four hours', '2026-03-02T10:00Z', { owned: true }, '2026-03-02T12:00'],
    [
      'owned and slow: half of a day',
      '2026-03-02T10:00Z',
      { owned: true, urgency: 'p4' },
      '2026-03-02T14:00',
    ],
    [
      'owned and urgent: never sooner than we remind',
      '2026-03-02T10:00Z',
      { owned: true, urgency: 'p1' },
      '2026-03-02T12:00',
    ],
    ['late in the day: in opening time', '2026-03-02T16:30Z', {}, '2026-03-03T10:30'],
    ['exactly at closing: in the morning', '2026-03-02T15:00Z', {}, '2026-03-03T09:00'],
    ['before the weekend', '2026-03-06T16:00Z', {}, '2026-03-09T10:00'],
    ['at night', '2026-03-03T02:00Z', {}, '2026-03-03T11:00'],
    ['still typing: not yet', '2026-03-02T10:00Z', { status: 'gathering' }, undefined],
    ['answered: not at all', '2026-03-02T10:00Z', { status: 'answered' }, undefined],
  ] as const)('%s', (_, since, more, due) => {
    const round = begun('reminder', since, [waits('a', since, more)]);
    expect(iso(round.timers.round)).toBe(due);
  });

  it('is told of all in one message, the longest waiting first, with what is nobody’s and what has used half of its time', () => {
    const waiting = [
      waits('a', '2026-03-02T09:00Z', { owned: true }),
      waits('b', '2026-03-02T09:30Z', { owned: true, urgency: 'p4' }),
      waits('c', '2026-03-02T10:30Z'),
    ];
    const { said, round } = make(begun('reminder', '2026-03-02T09:00Z', waiting), waiting);
    expect(said).toEqual([['⏰ 2 customers wait', 'a', 'c']]);
    // What is left comes when half of its time is used up, and never before the pause is over.
    expect(iso(round.timers.round)).toBe('2026-03-02T13:30');
  });

  it('hears nothing where nobody waits any more, and then all is at rest', () => {
    const round = begun('reminder', '2026-03-02T09:00Z', [waits('a', '2026-03-02T09:00Z')]);
    const made = make(round, []);
    expect(made.said).toEqual([]);
    expect(made.round).toMatchObject({ timers: {}, told: {} });
    expect(made.round.since).toBeUndefined();
  });

  it('is not told again of what has not changed, and all is at rest', () => {
    const a = waits('a', '2026-03-02T09:00Z');
    const first = make(begun('reminder', '2026-03-02T09:00Z', [a]), [a]);
    expect(first.said).toHaveLength(1);
    expect(first.round.timers).toEqual({});
    expect(setRound(first.round, [a], t('2026-03-03T09:00Z'), policy)).toBe(first.round);
  });

  it.each([
    ['it was breached', (one: Conversation) => breached(one)],
    [
      'somebody took it and half of the time is over',
      (one: Conversation) => ({ ...one, owner: ada }),
    ],
    ['they wrote again after an answer', () => waits('a', '2026-03-02T12:00Z')],
  ])('is told of it again when %s', (_, change) => {
    const a = waits('a', '2026-03-02T09:00Z');
    const first = make(begun('reminder', '2026-03-02T09:00Z', [a]), [a]);
    const changed = change(a);
    const stirred = stirRound(first.round, changed, t('2026-03-02T12:30Z'), policy);
    expect(iso(stirred.timers.round)).toBe('2026-03-02T14:30');
    expect(make(stirred, [changed]).said).toEqual([['⏰ 1 customer waits', 'a']]);
  });

  it('hears once, late, of what was due while the desk was down', () => {
    const a = waits('a', '2026-03-02T09:00Z');
    const round = begun('reminder', '2026-03-02T09:00Z', [a]);
    const late = t('2026-03-04T15:00Z');
    expect(setRound(round, [a], late, policy)).toBe(round);
    const made = make(round, [a], late);
    expect(made.said).toHaveLength(1);
    expect(made.round.timers).toEqual({});
  });

  it('hears nothing at night, even of what was due in the day', () => {
    const a = waits('a', '2026-03-02T09:00Z');
    const made = make(begun('reminder', '2026-03-02T09:00Z', [a]), [a], t('2026-03-02T22:00Z'));
    expect(made.said).toEqual([]);
    expect(iso(made.round.timers.round)).toBe('2026-03-03T11:00');
  });

  it('is reminded by another clock when the policy says so', () => {
    const a = waits('a', '2026-03-02T09:00Z');
    const often = {
      ...policy,
      followUp: { ...policy.followUp, remindAgentsEvery: { days: 0, minutes: 30 } },
    };
    const round = begun('reminder', '2026-03-02T09:00Z', [a]);
    const set = setRound(round, [a], t('2026-03-02T09:10Z'), often);
    expect(iso(set.timers.round)).toBe('2026-03-02T09:30');
    expect(set.version).toBe(round.version + 1);
    expect(makeRound(set, round.timers.round!, [a], t('2026-03-02T11:00Z'), often)).toHaveProperty(
      'ignored',
    );
  });

  it('reads a number instead of a list without an end', () => {
    const many = Array.from({ length: 25 }, (_, i) => waits(`${i}`, '2026-03-02T09:00Z'));
    const { effects } = make(begun('reminder', '2026-03-02T09:00Z', many), many);
    expect(effects[0]!.parts[0]).toMatchObject({ title: '⏰ 25 customers wait', more: 5 });
  });

  it('hears only while somebody is there, seldom enough, of nothing twice, and in the end all is at rest', () => {
    const arrival = fc.record({
      minute: fc.integer({ min: 0, max: 7 * 1440 }),
      owned: fc.boolean(),
      urgency: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
    });
    fc.assert(
      fc.property(fc.array(arrival, { minLength: 1, maxLength: 8 }), (arrivals) => {
        const start = t('2026-03-02T00:00Z');
        const everybody = arrivals
          .toSorted((a, b) => a.minute - b.minute)
          .map(({ minute, ...more }, i) =>
            waits(`${i}`, new Date(start + minute * 60_000).toISOString(), more),
          );
        let round = begun('reminder', '2026-03-02T00:00Z', []);
        const notes: Note[] = [];
        const waiting: Conversation[] = [];
        const ring = (until: number) => {
          while ((round.timers.round ?? Number.POSITIVE_INFINITY) <= until) {
            const made = make(round, waiting);
            expect(made.round.timers.round ?? Number.POSITIVE_INFINITY).toBeGreaterThan(
              round.timers.round!,
            );
            round = made.round;
            notes.push(...made.effects);
          }
        };
        for (const one of everybody) {
          ring(one.waitingSince! - 1);
          waiting.push(one);
          round = stirRound(round, one, one.waitingSince!, policy);
        }
        ring(start + 60 * 86_400_000);
        expect(round.timers).toEqual({});
        expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
        expect(notes.flatMap(({ parts }) => parts.flatMap(({ about }) => about))).toEqual(
          expect.arrayContaining(everybody.map(({ id }) => id)),
        );
        notes.forEach(({ at }, i) => {
          expect(isOpenAt(policy.calendar, at)).toBe(true);
          expect(at - (notes[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(2 * 3_600_000);
        });
      }),
      { numRuns: 60 },
    );
  });
});

function breached(one: Conversation): Conversation {
  return { ...one, clocks: { reply: { ...one.clocks!.reply!, warned: 1, breached: 2 } } };
}
