import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Happened, keepingOf } from '../../../../src/support/time/promises/keeping.ts';

const promise = { madeAt: 100, due: 200 };
const replied = (at: number): Happened => ({ what: 'replied', at });
const resolved = (at: number): Happened => ({ what: 'resolved', at });

describe('a promise', () => {
  it.each([
    ['is kept by a reply in time', [replied(150)], 'kept'],
    ['is kept by a reply in its last moment', [replied(200)], 'kept'],
    ['is late when the reply comes after it was due', [replied(201)], 'late'],
    ['is kept once, whatever is written later', [replied(150), replied(300)], 'kept'],
    ['is open while nobody has come back', [], 'open'],
    ['is not kept by the message that makes it', [replied(100)], 'open'],
    ['is not kept by what was written before', [replied(50), resolved(60)], 'open'],
    ['is broken when the matter is closed without another word', [resolved(150)], 'broken'],
    ['is kept when the reply comes with the closing', [resolved(150), replied(150)], 'kept'],
    [
      'is late when the customer hears after the closing and the time',
      [resolved(150), replied(250)],
      'late',
    ],
  ] as const)('%s', (_, events, keeping) => {
    expect(keepingOf(promise, events)).toBe(keeping);
  });

  it('without a time is kept by any reply', () => {
    expect(keepingOf({ madeAt: 100 }, [replied(1_000_000)])).toBe('kept');
    expect(keepingOf({ madeAt: 100 }, [resolved(150)])).toBe('broken');
  });

  it('fares the same in whatever order its events are told', () => {
    const events = fc.array(
      fc.record({
        what: fc.constantFrom('replied', 'resolved'),
        at: fc.integer({ min: 0, max: 300 }),
      }),
    );
    fc.assert(
      fc.property(events, (all) => {
        expect(keepingOf(promise, all.toReversed())).toBe(keepingOf(promise, all));
      }),
    );
  });
});
