import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ordered } from '../../src/desk/store/ordered.ts';

it('finds what is kept in order where a sorted list would have it, whatever was moved and taken', () => {
  const moves = fc.array(fc.tuple(fc.nat(12), fc.option(fc.nat(6), { nil: undefined })));
  fc.assert(
    fc.property(moves, fc.nat(6), fc.nat(12), (moved, at, limit) => {
      const list = ordered((item: number) => item);
      const plain = new Map<number, number>();
      for (const [item, place] of moved) {
        if (place === undefined) {
          list.take(item);
          plain.delete(item);
        } else {
          list.put(item, place);
          plain.set(item, place);
        }
      }
      const all = [...plain].sort(([a, x], [b, y]) => x - y || a - b);
      const those = (chosen: readonly (readonly [number, number])[]) =>
        chosen.map(([item]) => item);
      const low = all.filter(([, place]) => place <= at);
      const high = all.filter(([, place]) => place >= at).reverse();
      expect(list.size).toBe(all.length);
      expect(list.first()).toBe(all[0]?.[1]);
      expect(list.below(at)).toBe(all.length - high.length);
      expect(list.until(at, limit)).toEqual(those(low.slice(0, limit)));
      expect(list.since(at, limit)).toEqual(those(high.slice(0, limit)));
    }),
  );
});
