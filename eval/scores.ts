/** Measures of how well answers fit what is right. All are 0 to 1. */

export function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(holds).length / items.length;
}

/** Precision, recall and F1 of a yes-or-no answer. */
export function detection(pairs: readonly { readonly right: boolean; readonly said: boolean }[]): {
  precision: number;
  recall: number;
  f1: number;
} {
  const hit = pairs.filter((p) => p.right && p.said).length;
  const precision = hit / pairs.filter((p) => p.said).length;
  const recall = hit / pairs.filter((p) => p.right).length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** How far a yes-or-no answer agrees with what is right, beyond chance (Cohen, 1960). */
export function kappa(
  pairs: readonly { readonly right: boolean; readonly said: boolean }[],
): number {
  const agreed = share(pairs, ({ right, said }) => right === said);
  const right = share(pairs, (pair) => pair.right);
  const said = share(pairs, (pair) => pair.said);
  const byChance = right * said + (1 - right) * (1 - said);
  return (agreed - byChance) / (1 - byChance);
}

/** F1 of each label that is right for some row, and their mean. An accepted alternative counts as the usual label. */
export function macroF1(
  pairs: readonly { readonly right: readonly string[]; readonly said: string }[],
): { mean: number; each: ReadonlyMap<string, number> } {
  const settled = pairs.map(({ right, said }) => ({
    right: right.includes(said) ? said : right[0]!,
    said,
  }));
  const labels = new Set(settled.map(({ right }) => right));
  const each = new Map<string, number>();
  for (const label of labels) {
    const yes = settled.map((p) => ({ right: p.right === label, said: p.said === label }));
    each.set(label, detection(yes).f1 || 0);
  }
  const sum = [...each.values()].reduce((a, b) => a + b, 0);
  return { mean: sum / each.size, each };
}

/** Recall of each label, averaged. */
export function macroRecall(
  pairs: readonly { readonly right: string; readonly said: string }[],
): number {
  const labels = [...new Set(pairs.map(({ right }) => right))];
  const recalls = labels.map((label) =>
    share(
      pairs.filter(({ right }) => right === label),
      ({ said }) => said === label,
    ),
  );
  return recalls.reduce((a, b) => a + b, 0) / recalls.length;
}

interface Scored {
  readonly right: boolean;
  /** The higher, the surer that the answer is yes. */
  readonly score: number;
}

/** The chance that a row that is right scores above one that is not (area under the ROC curve); ties count half. */
export function auroc(rows: readonly Scored[]): number {
  const sorted = rows.toSorted((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to++;
    const rank = (from + to + 1) / 2;
    for (let i = from; i < to; i++) if (sorted[i]!.right) ranks += rank;
    from = to;
  }
  const yes = rows.filter(({ right }) => right).length;
  return (ranks - (yes * (yes + 1)) / 2) / (yes * (rows.length - yes));
}

/** The best recall at a threshold whose precision is at least `least`. */
export function recallAtPrecision(rows: readonly Scored[], least: number): number {
  const sorted = rows.toSorted((a, b) => b.score - a.score);
  const all = rows.filter(({ right }) => right).length;
  let hits = 0;
  let best = 0;
  for (const [i, { right, score }] of sorted.entries()) {
    if (right) hits++;
    const tied = sorted[i + 1]?.score === score;
    if (!tied && hits / (i + 1) >= least) best = Math.max(best, hits / all);
  }
  return best;
}

/** The recall at the lowest threshold that takes at most this share of the wrong rows. */
export function recallAtFalseAlarms(rows: readonly Scored[], most: number): number {
  const wrong = rows.filter(({ right }) => !right).map(({ score }) => score);
  const sorted = wrong.toSorted((a, b) => b - a);
  const threshold = sorted[Math.floor(most * sorted.length)] ?? Number.NEGATIVE_INFINITY;
  return share(
    rows.filter(({ right }) => right),
    ({ score }) => score > threshold,
  );
}

/** How far two ranks of the same rows agree, beyond chance; far apart counts by its square (Cohen, 1968). */
export function quadraticKappa(
  pairs: readonly { readonly right: number; readonly said: number }[],
): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [right, said] = [pairs.map((p) => p.right), pairs.map((p) => p.said)];
  const apart = mean(pairs.map((p) => (p.right - p.said) ** 2));
  const byChance = mean(right.map((r) => mean(said.map((s) => (r - s) ** 2))));
  return 1 - apart / byChance;
}

/** How far two groupings of the same items agree, beyond chance: the adjusted Rand index (Hubert and Arabie, 1985). */
export function adjustedRand(right: readonly unknown[], said: readonly unknown[]): number {
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const sizes = (keys: readonly unknown[]) => {
    const counts = new Map<unknown, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
  };
  const numbers = new Map<unknown, number>();
  const numberOf = (key: unknown) => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  const joint = sizes(right.map((key, i) => `${numberOf(key)}/${numberOf(said[i])}`));
  const [rows, columns] = [sizes(right), sizes(said)];
  const chance = (rows * columns) / pairs(right.length);
  const most = (rows + columns) / 2;
  return most === chance ? 1 : (joint - chance) / (most - chance);
}

/** A generator of chance that gives the same numbers for the same seed (mulberry32), 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in an order that the seed decides. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const chance = seeded(seed);
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}
