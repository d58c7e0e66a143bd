import { BEFORE, type Entries, GROUP_ONLY } from './entries.ts';
import { spreadOf } from './quantiles.ts';
import type { Result } from './report.ts';

type Spreads = Extract<Result, { readonly unit: 'seconds' }> | undefined;

/** Durations in milliseconds, each with its twin in working time where there is one: all values are kept, so that percentiles are exact. */
export interface Durations {
  /** @param kept which entries, by their places; of those, the ones that say both are taken */
  add(
    entries: Entries,
    kept: Int32Array,
    values: ArrayLike<number>,
    twins: ArrayLike<number> | undefined,
  ): void;
  /** What they come to: in the period, before it, in each step and each group. Undefined where there are none. */
  results(
    steps: number,
    groups: number,
  ): {
    readonly total: Spreads;
    readonly before: Spreads;
    readonly steps: readonly Spreads[];
    readonly groups: readonly Spreads[];
  };
}

export function createDurations(business: boolean): Durations {
  let room = 256;
  let length = 0;
  let all = new Float64Array(room);
  let twin = new Float64Array(business ? room : 0);
  let when = new Int32Array(room);
  let group = new Int32Array(room);

  function grow(more: number) {
    if (length + more <= room) return;
    room = Math.max(length + more, room * 2);
    all = moved(all, new Float64Array(room));
    if (business) twin = moved(twin, new Float64Array(room));
    when = moved(when, new Int32Array(room));
    group = moved(group, new Int32Array(room));
  }

  /** The spreads of those that have the same number, for each number up to `count`; negative ones are left out. */
  function spreads(number: Int32Array, count: number): Spreads[] {
    const ends = new Uint32Array(count + 1);
    for (let i = 0; i < length; i++) {
      const of = number[i]!;
      if (of >= 0) ends[of + 1]!++;
    }
    for (let of = 0; of < count; of++) ends[of + 1]! += ends[of]!;
    const sorted = (values: Float64Array) => {
      const next = ends.slice(0, count);
      const together = new Float64Array(ends[count]!);
      for (let i = 0; i < length; i++) {
        const of = number[i]!;
        if (of >= 0) together[next[of]!++] = values[i]!;
      }
      return together;
    };
    const values = sorted(all);
    const twins = business ? sorted(twin) : undefined;
    return Array.from({ length: count }, (_, of): Spreads => {
      const [from, to] = [ends[of]!, ends[of + 1]!];
      if (from === to) return undefined;
      return {
        n: to - from,
        unit: 'seconds',
        ...spreadOf(values.subarray(from, to)),
        ...(twins ? { business: spreadOf(twins.subarray(from, to)) } : {}),
      };
    });
  }

  return {
    add(entries, kept, values, twins) {
      grow(kept.length);
      for (let i = 0; i < kept.length; i++) {
        const entry = kept[i]!;
        const row = entries.row[entry]!;
        const value = values[row]!;
        const worked = twins?.[row] ?? Number.NaN;
        if (Number.isNaN(value) || (business && Number.isNaN(worked))) continue;
        all[length] = value;
        if (business) twin[length] = worked;
        when[length] = entries.when[entry]!;
        group[length++] = entries.group[entry]!;
      }
    },
    results(steps, groups) {
      const side = when.map((then) => (then >= 0 ? 0 : then === BEFORE ? 1 : GROUP_ONLY));
      const [total, before] = spreads(side, 2);
      return { total, before, steps: spreads(when, steps), groups: spreads(group, groups) };
    },
  };
}

function moved<A extends Float64Array | Int32Array>(from: A, to: A): A {
  to.set(from as never);
  return to;
}
