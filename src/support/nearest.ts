/**
 * The word of `words` that somebody most likely meant, for a "did you mean": at most `reach` letters
 * added, left out, changed or swapped. Undefined when none is that near.
 */
export function nearest(typed: string, words: readonly string[], reach = 2): string | undefined {
  let best: string | undefined;
  let least = reach + 1;
  for (const word of words) {
    if (Math.abs(word.length - typed.length) > reach) continue;
    const steps = distance(typed, word);
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
}

/** Edits between two words, a swap of neighbours being one (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, before[j - 2]! + 1);
      row.push(steps);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
