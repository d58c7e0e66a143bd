import { BEFORE, type Entries, GROUP_ONLY } from './entries.ts';
import type { Parts } from './measure.ts';

/** How much there is of each part: in the period, before it, in each step of its course and in each group. */
export interface Tally {
  /** The number of a part. */
  part(name: string): number;
  /**
   * @param parts the part of each entry, or of all of them
   * @param amounts what each row adds; undefined for one
   */
  add(entries: Entries, parts: Int32Array | number, amounts: ArrayLike<number> | undefined): void;
  total(): Parts;
  before(): Parts;
  step(step: number): Parts;
  group(group: number): Parts;
}

/** Where the steps begin: before them there is room for what is in no step, as entries say when they are. */
const STEPS = -GROUP_ONLY;

/** @param steps how many steps the course has */
export function createTally(steps: number): Tally {
  const names = new Map<string, number>();
  const counts: Float64Array[] = [];
  /** Where the groups begin, with one before them for what is in none. */
  const groupsFrom = STEPS + steps + 1;

  function parts(from: number, to = from + 1): Parts {
    const all = new Map<string, number>();
    for (const [name, part] of names) {
      const n = counts[part]!.subarray(from, to).reduce((sum, one) => sum + one, 0);
      if (n !== 0) all.set(name, n);
    }
    return all;
  }

  return {
    part(name) {
      const known = names.get(name);
      if (known !== undefined) return known;
      names.set(name, counts.length);
      return counts.push(new Float64Array(groupsFrom + 8)) - 1;
    },
    add({ when, rows, groups }, parts, amounts) {
      const step = STEPS + when;
      for (let i = 0; i < rows.length; i++) {
        const part = typeof parts === 'number' ? parts : parts[i]!;
        const amount = amounts ? (amounts[rows[i]!] ?? Number.NaN) : 1;
        if (amounts && Number.isNaN(amount)) continue;
        let slots = counts[part]!;
        slots[step]! += amount;
        if (!groups) continue;
        const slot = groupsFrom + groups[i]!;
        if (slot >= slots.length) {
          slots = grown(slots, slot);
          counts[part] = slots;
        }
        slots[slot]! += amount;
      }
    },
    total: () => parts(STEPS, STEPS + steps),
    before: () => parts(STEPS + BEFORE),
    step: (step) => parts(STEPS + step),
    group: (group) => parts(groupsFrom + group),
  };
}

function grown(slots: Float64Array, least: number): Float64Array {
  const larger = new Float64Array((least + 1) * 2);
  larger.set(slots);
  return larger;
}
