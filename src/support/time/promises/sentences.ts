import { MONTH } from '../../reply/facts.ts';

/** A stretch of a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A quoted line, and words within quotation marks: somebody else's, whoever repeats them. */
const QUOTED = [
  /^[ \t]*(?:>|&gt;).*$/gm,
  /"[^"\n]{1,400}"|“[^”\n]{1,400}”|«[^»\n]{1,400}»|„[^“”\n]{1,400}[“”]|「[^」\n]{1,400}」/g,
];
const ENDS = /(?<=[.!?…])\s+|(?<=[。！？])|[;\n]+/g;
/** Neither "27. November" nor "bis zum 1.12. fertig" nor "3 p.m. tomorrow" ends a sentence. */
const SHORTENED = /(?:\d|\b[ap]\.m)\.$/i;
const BEGINS_SMALL = /^\p{Ll}/u;
const BEGINS_MONTH = new RegExp(`^(?:${MONTH})(?!\\p{L})`, 'iu');
const LONGEST_MONTH = 12;

/** The text with what is quoted in it blanked out: as long as before, so that places stay. */
export function withoutQuotes(text: string): string {
  return QUOTED.reduce(
    (rest, shape) => rest.replace(shape, (said) => ' '.repeat(said.length)),
    text,
  );
}

/** Where the sentences of a text stand. */
export function sentencesIn(text: string): Stretch[] {
  return split(text, ENDS, 0, goesOn);
}

/** Where the clauses of a sentence stand, which its commas and joining words part. */
export function clausesIn(text: string, { from, to }: Stretch, joint: RegExp): Stretch[] {
  return split(text.slice(from, to), joint, from);
}

function goesOn(text: string, end: number, next: number): boolean {
  if (!SHORTENED.test(text.slice(Math.max(0, end - 5), end))) return false;
  const rest = text.slice(next, next + LONGEST_MONTH);
  return BEGINS_SMALL.test(rest) || BEGINS_MONTH.test(rest);
}

function split(
  text: string,
  between: RegExp,
  offset: number,
  isWithin?: (text: string, end: number, next: number) => boolean,
): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  const note = (to: number) => {
    const whole = text.slice(from, to);
    const start = from + whole.length - whole.trimStart().length;
    const end = start + whole.trim().length;
    if (end > start) found.push({ from: offset + start, to: offset + end });
  };
  for (const { index, 0: mark } of text.matchAll(between)) {
    if (isWithin?.(text, index, index + mark.length)) continue;
    note(index);
    from = index + mark.length;
  }
  note(text.length);
  return found;
}
