/** Behind the marks that end a sentence, with or without a space, and at the ends of lines. */
const ENDS = /(?<=[.!?…]["'”’)]?)\s+|(?<=[。！？])|\n+/u;

/** The sentences of a text, in order. */
export function sentencesOf(text: string): string[] {
  return text
    .split(ENDS)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** One place where two lists differ: what is gone, what is there instead, and what stands before it in both. */
interface Change {
  readonly gone: readonly string[];
  readonly instead: readonly string[];
  readonly behind?: string;
}

/**
 * Where two lists of sentences differ, by their longest common subsequence. The time goes with the product of their lengths: for
 * replies, not for books.
 */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i]!;
      const below = lengths[i + 1]!;
      row[j] = before[i] === after[j] ? below[j + 1]! + 1 : Math.max(below[j]!, row[j + 1]!);
    }
  }
  const changes: Change[] = [];
  let behind: string | undefined;
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const gone: string[] = [];
    const instead: string[] = [];
    while (
      (i < before.length || j < after.length) &&
      !(i < before.length && before[i] === after[j])
    ) {
      const drop =
        j === after.length || (i < before.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!);
      if (drop) gone.push(before[i++]!);
      else instead.push(after[j++]!);
    }
    if (gone.length + instead.length > 0) {
      changes.push({ gone, instead, ...(behind === undefined ? {} : { behind }) });
    }
    while (i < before.length && before[i] === after[j]) {
      behind = before[i++];
      j++;
    }
  }
  return changes;
}
