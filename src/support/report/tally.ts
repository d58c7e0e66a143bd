import { BEFORE, type Entries, GROUP_ONLY } from './entries.ts';
import { NONE } from './groups.ts';
import type { Parts } from './measure.ts';

/** How much there is of each part: in the period, before it, in each step of its course and in each group. */
export interface Tally {
  /** The number of a part. */
  part(name: string): number;
  /**
   * @param kept which entries, by their places
   * @param parts the part of each of those
   * @param amounts what each adds; undefined for one
   */
  add(
    entries: Entries,
    kept: Uint32Array,
    parts: Int32Array,
    amounts: ((row: number) => number) | undefined,
  ): void;
  total(): Parts;
  before(): Parts;
  step(step: number): Parts;
  group(group: number): Parts;
}

/** For each part: all of the period first, then what was before, then the steps, then the groups. */
const TOTAL = 0;
const EARLIER = 1;
const STEPS = 2;

/** @param steps how many steps the course has */
export function createTally(steps: number): Tally {
  const names = new Map<string, number>();
  const counts: Float64Array[] = [];
  const groups = STEPS + steps;

  function parts(slot: number): Parts {
    const all = new Map<string, number>();
    for (const [name, part] of names) {
      const n = counts[part]![slot] ?? 0;
      if (n !== 0) all.set(name, n);
    }
    return all;
  }

  return {
    part(name) {
      const known = names.get(name);
      if (known !== undefined) return known;
      names.set(name, counts.length);
      return counts.push(new Float64Array(groups)) - 1;
    },
    add({ row, when, group }, kept, parts, amounts) {
      for (let i = 0; i < kept.length; i++) {
        const entry = kept[i]!;
        const part = parts[i]!;
        const amount = amounts === undefined ? 1 : amounts(row[entry]!);
        if (Number.isNaN(amount)) continue;
        const then = when[entry]!;
        let slots = counts[part]!;
        if (then === BEFORE) {
          slots[EARLIER]! += amount;
          continue;
        }
        if (then !== GROUP_ONLY) {
          slots[TOTAL]! += amount;
          slots[STEPS + then]! += amount;
        }
        const of = group[entry]!;
        if (of === NONE) continue;
        if (groups + of >= slots.length) {
          slots = grown(slots, groups + of);
          counts[part] = slots;
        }
        slots[groups + of]! += amount;
      }
    },
    total: () => parts(TOTAL),
    before: () => parts(EARLIER),
    step: (step) => parts(STEPS + step),
    group: (group) => parts(groups + group),
  };
}

function grown(slots: Float64Array, least: number): Float64Array {
  const larger = new Float64Array(Math.max(least + 1, slots.length * 2));
  larger.set(slots);
  return larger;
}
