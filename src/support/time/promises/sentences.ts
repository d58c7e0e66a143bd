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
/** Neither "27. November" nor "3 p.m. tomorrow" ends a sentence. */
const ENDS = new RegExp(
  `(?<=[.!?…])(?<!\\d\\.(?=\\s{1,3}(?:${MONTH})(?!\\p{L})))(?<!\\b[ap]\\.m\\.)\\s+|(?<=[。！？])|[;\\n]+`,
  'giu',
);

/** The text with what is quoted in it blanked out: as long as before, so that places stay. */
export function withoutQuotes(text: string): string {
  return QUOTED.reduce(
    (rest, shape) => rest.replace(shape, (said) => ' '.repeat(said.length)),
    text,
  );
}

/** Where the sentences of a text stand. */
export function sentencesIn(text: string): Stretch[] {
  return split(text, ENDS, 0);
}

/** Where the clauses of a sentence stand, which its commas and joining words part. */
export function clausesIn(text: string, { from, to }: Stretch, joint: RegExp): Stretch[] {
  return split(text.slice(from, to), joint, from);
}

function split(text: string, between: RegExp, offset: number): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  const note = (to: number) => {
    const whole = text.slice(from, to);
    const start = from + whole.length - whole.trimStart().length;
    const end = start + whole.trim().length;
    if (end > start) found.push({ from: offset + start, to: offset + end });
  };
  for (const { index, 0: mark } of text.matchAll(between)) {
    note(index);
    from = index + mark.length;
  }
  note(text.length);
  return found;
}
