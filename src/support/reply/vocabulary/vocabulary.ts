import { folded } from '../../triage/words.ts';

/** What a reply in a language needs beside the handbook's words for it. In a pattern, `…` is where the thing stands. */
export interface Vocabulary {
  /** How numbers that the customer gave stand beside the name of their problem. */
  readonly beside: string;
  /** Said in place of a time where none may be promised. */
  readonly soon: string;
  /** Fills `{about}` and `{with}` in the name of a problem. */
  readonly about: string;
  readonly with: string;
  /** What somebody wrote whose trouble has no better name. */
  readonly message: string;
  /** Several questions in one message: `both` and `all` of them, which ones behind. */
  readonly both: string;
  readonly all: string;
  readonly error: string;
  readonly number: string;
  /** What numbers are numbers of, beside the English words: "Bestellnummer". */
  readonly numbered: readonly string[];
  /** What customers name, by each word for it, as it is said back to them behind `about` and `with`. */
  readonly things: ReadonlyMap<string, string>;
  /** They have waited for an answer, or asked before. */
  readonly unheard: RegExp;
  /** They speak of themselves: a question without is a general one. */
  readonly mine: RegExp;
  /** They say when it began or what they see. */
  readonly described: RegExp;
}

/** Reads "der App: app, apps", one thing a line. */
export function thingsOf(lines: string): Map<string, string> {
  const things = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const [said = '', words = ''] = line.split(':');
    for (const word of words.split(',').map((one) => one.trim())) {
      // Many people write without accents.
      for (const spelt of [folded(word), word]) if (spelt !== '') things.set(spelt, said.trim());
    }
  }
  return things;
}
