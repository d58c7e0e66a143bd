const BLOCKS = '▁▂▃▄▅▆▇█';

/**
 * Values over time in one line of text, from zero up: "▃▅▁ ▇█". Where there is none, there is a space.
 * @param greatest what the highest block stands for: of several lines that are compared, the greatest of all
 */
export function sparkline(
  values: readonly (number | undefined)[],
  greatest = Math.max(...values.map((value) => value ?? 0)),
): string {
  return values
    .map((value) => {
      if (value === undefined) return ' ';
      const height = greatest > 0 ? Math.round((value / greatest) * (BLOCKS.length - 1)) : 0;
      return BLOCKS[Math.max(0, height)]!;
    })
    .join('');
}
