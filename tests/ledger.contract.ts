import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../src/desk/store/store.ts';
import { dayOf, type KeptFact } from '../src/support/report/page.ts';
import { MONDAY_MORNING } from './clock.ts';
import { ABOUT } from './facts.ts';

const NOW = MONDAY_MORNING;
const DAY = 24 * 3_600_000;
const MONDAY = dayOf(NOW);

export function reopened(at: number, conversation = 'c'): KeptFact {
  return { type: 'reopened', at, conversation, about: ABOUT };
}

/** What every store promises of the facts that it keeps. `open` gives an empty one. */
export function describeLedger(name: string, open: () => Promise<Store>): void {
  describe(`the facts on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store[Symbol.asyncDispose]());

    let events = 0;
    const keep = (...facts: KeptFact[]) => {
      const event = `event ${events++}`;
      return store.commit({ event, at: NOW, claims: [], effects: [], raised: [], facts });
    };
    const bytes = (...values: number[]) => Uint8Array.from(values);
    const of = async (day: number) => {
      const { parts, facts } = await store.ledger.day(day);
      return { parts: parts.map((part) => [...part]), facts };
    };

    it('lie under the day on which they happened, in the order in which they were kept', async () => {
      const facts = [reopened(NOW + 5, 'b'), reopened(NOW, 'a')];
      await keep(...facts, reopened(NOW + DAY));
      await keep(reopened(NOW + 3, 'd'));
      expect(await of(MONDAY)).toEqual({ parts: [], facts: [...facts, reopened(NOW + 3, 'd')] });
      expect(await of(MONDAY + 1)).toEqual({ parts: [], facts: [reopened(NOW + DAY)] });
      expect(await of(MONDAY + 2)).toEqual({ parts: [], facts: [] });
      expect(await store.ledger.days(MONDAY, MONDAY + 1)).toEqual([
        { day: MONDAY, parts: 0, facts: 3 },
        { day: MONDAY + 1, parts: 0, facts: 1 },
      ]);
      expect(await store.ledger.days(MONDAY + 1, MONDAY + 9)).toHaveLength(1);
    });

    it('are kept with their decision or not at all', async () => {
      const decision = { at: NOW, event: 'one', claims: [], effects: [], raised: [] };
      await store.commit({ ...decision, facts: [reopened(NOW)] });
      expect(await store.commit({ ...decision, facts: [reopened(NOW)] })).toBe('decided');
      expect((await of(MONDAY)).facts).toHaveLength(1);
    });

    it('are bound: a part stands in the place of those that were seen, and later ones beside it', async () => {
      await keep(reopened(NOW, 'a'), reopened(NOW, 'b'));
      await keep(reopened(NOW, 'late'));
      const { ledger } = store;
      expect(await ledger.bind(MONDAY, { parts: 0, facts: 2 }, bytes(1, 2, 3))).toBe(true);
      const after = { parts: [[1, 2, 3]], facts: [reopened(NOW, 'late')] };
      expect(await of(MONDAY)).toEqual(after);
      expect(await ledger.days(0, MONDAY)).toEqual([{ day: MONDAY, parts: 1, facts: 1 }]);
      await keep(reopened(NOW, 'later'));
      expect(await ledger.bind(MONDAY, { parts: 1, facts: 2 }, bytes(4))).toBe(true);
      expect(await of(MONDAY)).toEqual({ parts: [[1, 2, 3], [4]], facts: [] });
      await keep(reopened(NOW, 'the last'));
      expect((await of(MONDAY)).facts).toEqual([reopened(NOW, 'the last')]);
    });

    it('are bound once, whoever tries at the same time', async () => {
      await keep(reopened(NOW, 'a'), reopened(NOW, 'b'));
      const bind = (part: number) => store.ledger.bind(MONDAY, { parts: 0, facts: 2 }, bytes(part));
      const bound = await Promise.all([bind(1), bind(2), bind(3)]);
      expect(bound.filter(Boolean)).toHaveLength(1);
      expect(await of(MONDAY)).toEqual({ parts: [[bound.indexOf(true) + 1]], facts: [] });
    });

    it('are not bound where there are not so many, or another day’s', async () => {
      await keep(reopened(NOW), reopened(NOW + DAY));
      expect(await store.ledger.bind(MONDAY, { parts: 0, facts: 2 }, bytes(1))).toBe(false);
      expect(await store.ledger.bind(MONDAY, { parts: 0, facts: 0 }, bytes(1))).toBe(false);
      expect(await store.ledger.bind(MONDAY + 2, { parts: 0, facts: 1 }, bytes(1))).toBe(false);
      expect(await of(MONDAY)).toEqual({ parts: [], facts: [reopened(NOW)] });
      expect(await store.ledger.bind(MONDAY, { parts: 0, facts: 1 }, bytes(1))).toBe(true);
      expect((await of(MONDAY + 1)).facts).toHaveLength(1);
    });

    it('are read on from where they were read before', async () => {
      await keep(reopened(NOW, 'a'), reopened(NOW, 'b'));
      await keep(reopened(NOW, 'c'));
      const { ledger } = store;
      const further = (parts: number, facts: number) => ledger.day(MONDAY, { parts, facts });
      expect(await further(0, 2)).toEqual({ parts: [], facts: [reopened(NOW, 'c')] });
      await ledger.bind(MONDAY, { parts: 0, facts: 2 }, bytes(1));
      // What was read of the facts is in the part now.
      expect((await further(0, 3)).parts).toHaveLength(1);
      expect((await further(0, 3)).facts).toEqual([reopened(NOW, 'c')]);
      expect(await further(1, 0)).toEqual({ parts: [], facts: [reopened(NOW, 'c')] });
      expect(await further(1, 1)).toEqual({ parts: [], facts: [] });
    });
  });
}
