/** Between two columns, and before the first. */
const GAP = '  ';
/** Places that the first column keeps, however narrow the window. */
const NARROWEST = 24;

/** Cells below each other: each row is as long as `numbers`, which tells whose columns stand to the right. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly numbers: readonly boolean[];
}

/** Rows whose columns stand below each other. */
export function aligned({ rows, numbers }: Grid): string[] {
  const widths = widthsOf(rows);
  return rows.map((row) => {
    const cells = numbers.map((right, i) => {
      const text = row[i] ?? '';
      const gap = ' '.repeat(widths[i]! - widthOf(text));
      return right ? gap + text : text + gap;
    });
    return `${GAP}${cells.join(GAP)}`.trimEnd();
  });
}

/**
 * The same in a window of so many columns: the first column gives way, and where that does not do, what is left comes below, with
 * the first column once more. No number is cut.
 */
export function folded({ rows, numbers }: Grid, columns: number): string[][] {
  const widths = widthsOf(rows);
  const room =
    columns - widths.slice(1).reduce((sum, width) => sum + width + GAP.length, GAP.length);
  const first = Math.min(widths[0] ?? 0, Math.max(NARROWEST, room));
  const short = rows.map(([name = '', ...rest]) => [cut(name, first), ...rest]);
  return foldsOf([first, ...widths.slice(1)], columns).map((fold) =>
    aligned({
      rows: short.map((row) => fold.map((i) => row[i] ?? '')),
      numbers: fold.map((i) => numbers[i]!),
    }),
  );
}

/** Which columns stand beside each other: as many as fit, and one beside the first in any case. */
function foldsOf([first = 0, ...others]: readonly number[], columns: number): number[][] {
  const begin = GAP.length + first;
  const folds = [[0]];
  let taken = begin;
  for (const [i, width] of others.entries()) {
    if (taken + GAP.length + width > columns && folds.at(-1)!.length > 1) {
      folds.push([0]);
      taken = begin;
    }
    folds.at(-1)!.push(i + 1);
    taken += GAP.length + width;
  }
  return folds;
}

/** In so many places, with an ellipsis where something is left out. */
function cut(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let short = '';
  let width = 1;
  for (const sign of text) {
    width += widthOf(sign);
    if (width > most) break;
    short += sign;
  }
  return `${short.trimEnd()}…`;
}

/** Signs of Chinese, Japanese and Korean, and most emoji, take two places. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += WIDE.test(sign) ? 2 : 1;
  return width;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;

function widthsOf(rows: Grid['rows']): number[] {
  const many = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: many }, (_, i) =>
    Math.max(...rows.map((row) => widthOf(row[i] ?? ''))),
  );
}
