import type { Kinds } from './kinds.ts';
import type { Parts } from './measure.ts';
import type { Tally } from './tally.ts';

/** What one source counts: the kinds of facts that it, the nth of those that the kinds are told apart for, counts as something. */
export interface Count {
  readonly kinds: Kinds;
  readonly tally: Tally;
  readonly nth: number;
}

/** How much there is of each part of a measure: in the period, before it, in each step of its course and in each group. */
export interface Tallied {
  total(): Parts;
  before(): Parts;
  step(step: number): Parts;
  group(group: number): Parts;
}

/** Read off the kinds that were tallied: of all that these sources count. */
export function talliedFrom(counts: readonly Count[]): Tallied {
  const parts = (amount: (tally: Tally, kind: number) => number): Parts => {
    const all = new Map<string, number>();
    for (const { kinds, tally, nth } of counts) {
      for (const [kind, counted] of kinds.all.entries()) {
        const part = counted[nth] ?? null;
        const n = part === null ? 0 : amount(tally, kind);
        if (part !== null && n !== 0) all.set(part, (all.get(part) ?? 0) + n);
      }
    }
    return all;
  };
  return {
    total: () => parts((tally, kind) => tally.total(kind)),
    before: () => parts((tally, kind) => tally.before(kind)),
    step: (step) => parts((tally, kind) => tally.step(kind, step)),
    group: (group) => parts((tally, kind) => tally.group(kind, group)),
  };
}
