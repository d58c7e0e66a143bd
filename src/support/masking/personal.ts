/** What is told of a person, or opens a door: what no model, and no log, needs to read. */
export const PERSONAL = [
  'SECRET',
  'EMAIL',
  'CARD',
  'BANK',
  'GOV_ID',
  'PHONE',
  'ADDRESS',
  'PERSON',
] as const;
export type Personal = (typeof PERSONAL)[number];

/** Where something personal stands in a text; UTF-16 offsets, `end` is the first that is no more part of it. */
export interface Span<Type = Personal> {
  readonly start: number;
  readonly end: number;
  readonly type: Type;
}

/** Every match of a pattern as a span: of its group `value`, where it has one. Patterns are global, and `d` with a group. */
export function* spansOf<Type extends Personal>(
  text: string,
  pattern: RegExp,
  type: Type,
  holds: (value: string, match: RegExpExecArray) => boolean = () => true,
): Generator<Span<Type>> {
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.['value'] ?? [
      match.index,
      match.index + match[0].length,
    ];
    if (holds(text.slice(start, end), match)) yield { start, end, type };
  }
}

/** More groups than this nobody writes a number in. */
const MOST_GROUPS = 8;

/**
 * Numbers in rows of digits that blanks or hyphens part into groups, several of which may follow one another: from the left, the
 * longest that holds. The time goes with the length of the row.
 * @param digits at least and at most of one number
 */
export function* numbersIn(
  text: string,
  rows: RegExp,
  digits: readonly [least: number, most: number],
  holds: (number: string, start: number) => boolean,
): Generator<{ readonly start: number; readonly end: number }> {
  for (const row of text.matchAll(rows)) {
    const groups = [...row[0].matchAll(/[+(]*\d+/g)];
    // Single digits far apart are a list of something.
    if (2 * groups.length > row[0].length) continue;
    for (let first = 0; first < groups.length; ) {
      const start = row.index + groups[first]!.index;
      const ends: number[] = [];
      for (
        let count = 0, last = first;
        last < Math.min(groups.length, first + MOST_GROUPS);
        last++
      ) {
        count += groups[last]![0].replace(/^\D+/, '').length;
        if (count > digits[1]) break;
        const end = row.index + groups[last]!.index + groups[last]![0].length;
        ends.push(count < digits[0] ? -1 : end);
      }
      const held = ends.findLastIndex((end) => end >= 0 && holds(text.slice(start, end), start));
      if (held >= 0) yield { start, end: ends[held]! };
      first += held < 0 ? 1 : held + 1;
    }
  }
}

export const digitsOf = (text: string): string => text.replace(/\D+/g, '');
