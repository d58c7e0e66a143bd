import { BEFORE, type Entries } from './entries.ts';
import { spreadOf } from './quantiles.ts';
import type { Result } from './report.ts';

type Spreads = Extract<Result, { readonly unit: 'seconds' }> | undefined;

/** Durations in milliseconds, each with its twin in working time where there is one: all values are kept, so that percentiles are exact. */
export interface Durations {
  /**
   * Of the entries that count, those that say both are taken.
   * @param counts whether a row does
   */
  add(
    entries: Entries,
    counts: (row: number) => boolean,
    values: ArrayLike<number>,
    twins: ArrayLike<number> | undefined,
  ): void;
  /** What they come to: in the period, before it, in each step and each of the groups that are told. Undefined where there are none. */
  results(
    steps: number,
    groups: number,
    told: readonly number[],
  ): {
    readonly total: Spreads;
    readonly before: Spreads;
    readonly steps: readonly Spreads[];
    readonly groups: readonly Spreads[];
  };
}

/** Durations of one step, with the group of each where they are in any. */
interface Taken {
  readonly when: number;
  readonly values: Float64Array;
  readonly twins: Float64Array | undefined;
  readonly groups: Int32Array | undefined;
}

/** Durations, where each lot of them ends in turn, and their twins in the same order. */
interface Lots {
  readonly ends: readonly number[];
  readonly values: Float64Array;
  readonly twins: Float64Array | undefined;
}

export function createDurations(business: boolean): Durations {
  const taken: Taken[] = [];
  return {
    add({ when, rows, groups }, counts, values, twins) {
      const all = new Float64Array(rows.length);
      const twin = business ? new Float64Array(rows.length) : undefined;
      const of = groups && new Int32Array(rows.length);
      let length = 0;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]!;
        if (!counts(row)) continue;
        const value = values[row]!;
        const worked = twins?.[row] ?? Number.NaN;
        if (Number.isNaN(value) || (twin && Number.isNaN(worked))) continue;
        if (twin) twin[length] = worked;
        if (of) of[length] = groups![i]!;
        all[length++] = value;
      }
      taken.push({
        when,
        values: all.subarray(0, length),
        twins: twin?.subarray(0, length),
        groups: of?.subarray(0, length),
      });
    },
    results(steps, groups, told) {
      const at = Map.groupBy(taken, ({ when }) => when);
      const before = lotsOf([at.get(BEFORE) ?? []], business);
      const course = lotsOf(
        Array.from({ length: steps }, (_, step) => at.get(step) ?? []),
        business,
      );
      return {
        before: spreadIn(before, 0, before.values.length),
        // Each step's values lie together still when all of them have been put into another order.
        steps: spreadsOf(course),
        total: spreadIn(course, 0, course.values.length),
        groups: spreadsOf(groupsOf(taken, groups, business), told),
      };
    },
  };
}

function spreadsOf(lots: Lots, told: Iterable<number> = lots.ends.keys()): Spreads[] {
  return Array.from(told, (i) => spreadIn(lots, lots.ends[i - 1] ?? 0, lots.ends[i]!));
}

/** Changes the order of those values. */
function spreadIn({ values, twins }: Lots, from: number, to: number): Spreads {
  if (from === to) return undefined;
  return {
    n: to - from,
    unit: 'seconds',
    ...spreadOf(values.subarray(from, to)),
    ...(twins ? { business: spreadOf(twins.subarray(from, to)) } : {}),
  };
}

/** What was taken, each lot's together. */
function lotsOf(lots: readonly (readonly Taken[])[], business: boolean): Lots {
  let end = 0;
  const ends = lots.map((lot) => {
    for (const { values } of lot) end += values.length;
    return end;
  });
  const joined = (of: (taken: Taken) => Float64Array) => {
    const all = new Float64Array(end);
    let length = 0;
    for (const one of lots.flat()) {
      all.set(of(one), length);
      length += of(one).length;
    }
    return all;
  };
  return {
    ends,
    values: joined(({ values }) => values),
    twins: business ? joined(({ twins }) => twins!) : undefined,
  };
}

/** What was taken, each group's together: those that are in none are left out. */
function groupsOf(taken: readonly Taken[], count: number, business: boolean): Lots {
  const ends = new Uint32Array(count + 1);
  for (const { groups = [] } of taken) {
    for (let i = 0; i < groups.length; i++) if (groups[i]! >= 0) ends[groups[i]! + 1]!++;
  }
  for (let of = 0; of < count; of++) ends[of + 1]! += ends[of]!;
  const sorted = (from: (taken: Taken) => Float64Array) => {
    const next = ends.slice(0, count);
    const all = new Float64Array(ends[count]!);
    for (const one of taken) {
      const { groups } = one;
      if (!groups) continue;
      const values = from(one);
      for (let i = 0; i < groups.length; i++) {
        const of = groups[i]!;
        if (of >= 0) all[next[of]!++] = values[i]!;
      }
    }
    return all;
  };
  return {
    ends: [...ends.subarray(1)],
    values: sorted(({ values }) => values),
    twins: business ? sorted(({ twins }) => twins!) : undefined,
  };
}
