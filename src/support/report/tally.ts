import { BEFORE, type Entries, GROUP_ONLY } from './entries.ts';

/** How much there is of each kind: in the period, before it, in each step of its course and in each group. */
export interface Tally {
  /**
   * @param kinds the number of each row's kind; what is negative is left out
   * @param amounts what each row adds, NaN where it adds nothing; undefined for one
   * @param times how often it is added; -1 takes it out again
   */
  add(
    entries: Entries,
    kinds: Int32Array,
    amounts: ArrayLike<number> | undefined,
    times: number,
  ): void;
  /** Adds so much at a step of the course, or in the period before. */
  addAt(kind: number, when: number, amount: number): void;
  /** Adds so much in a group. */
  addIn(kind: number, group: number, amount: number): void;
  total(kind: number): number;
  before(kind: number): number;
  step(kind: number, step: number): number;
  group(kind: number, group: number): number;
}

/** Where the steps begin: before them there is room for what is in no step, as entries say when they are. */
const STEPS = -GROUP_ONLY;

/** @param steps how many steps the course has */
export function createTally(steps: number): Tally {
  /** By kind. */
  const counts: Float64Array[] = [];
  /** Where the groups begin, with one before them for what is in none. */
  const groupsFrom = STEPS + steps + 1;

  function roomFor(kind: number, slot: number): Float64Array {
    while (counts.length <= kind) counts.push(new Float64Array(groupsFrom + 8));
    const slots = counts[kind]!;
    if (slot < slots.length) return slots;
    const larger = new Float64Array((slot + 1) * 2);
    larger.set(slots);
    counts[kind] = larger;
    return larger;
  }

  const of = (kind: number, slot: number) => counts[kind]?.[slot] ?? 0;

  return {
    add({ when, rows, groups }, kinds, amounts, times) {
      const step = STEPS + when;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]!;
        const kind = kinds[row]!;
        if (kind < 0) continue;
        const amount = amounts ? times * (amounts[row] ?? Number.NaN) : times;
        if (amounts && Number.isNaN(amount)) continue;
        const slot = groups ? groupsFrom + groups[i]! : step;
        let slots = counts[kind];
        if (slots === undefined || slot >= slots.length) slots = roomFor(kind, slot);
        slots[step]! += amount;
        if (groups) slots[slot]! += amount;
      }
    },
    addAt(kind, when, amount) {
      roomFor(kind, STEPS + when)[STEPS + when]! += amount;
    },
    addIn(kind, group, amount) {
      roomFor(kind, groupsFrom + group)[groupsFrom + group]! += amount;
    },
    total(kind) {
      let sum = 0;
      for (let step = 0; step < steps; step++) sum += of(kind, STEPS + step);
      return sum;
    },
    before: (kind) => of(kind, STEPS + BEFORE),
    step: (kind, step) => of(kind, STEPS + step),
    group: (kind, group) => of(kind, groupsFrom + group),
  };
}
