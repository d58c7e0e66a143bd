import { z } from 'zod';
import type { Category } from '../support/handbook.ts';
import type { Fault } from './fault.ts';
import { lineOf, type Source } from './source.ts';
import { refuse } from './values.ts';

/** Characters of one example. */
const SHORTEST = 3;
const LONGEST = 300;
/** So many tell a category that has no phrases, at the least. */
const FEWEST = 5;
/** So many in one list: each takes its time at every start, and the hundredth says little that is new. */
const MOST = 200;

const example = z.unknown().transform((written, context): string => {
  if (written === null || written === '') {
    return refuse(context, 'it is empty.', 'Write what a customer would, or remove the line.');
  }
  if (typeof written === 'object') {
    return refuse(context, 'it is no text.', 'Put quotes around an example that holds a colon.');
  }
  const text = String(written).trim();
  const characters = [...text].length;
  if (characters < SHORTEST) {
    return refuse(context, `"${text}" says nothing.`, 'Write a whole message.');
  }
  if (characters <= LONGEST) return text;
  return refuse(
    context,
    `it has ${characters} characters.`,
    `Leave the part that tells, up to ${LONGEST}.`,
  );
});

/** Whole messages as customers write them. */
export const examples = z
  .array(example)
  .transform((list, context) =>
    list.length <= MOST
      ? list
      : refuse(context, `it holds ${list.length}.`, `Keep those that differ most, up to ${MOST}.`),
  );

/** Categories as one file writes them: of their own or only what is said of them in a language. */
export interface Written {
  readonly source: Source;
  readonly categories: Readonly<Record<string, { readonly examples: readonly string[] }>>;
}

/** What cannot be taught: the same words for two categories, in whichever files. */
export function checkClashes(files: readonly Written[], faults: Fault[]): void {
  const seen = new Map<string, { category: string; source: Source; path: PropertyKey[] }>();
  for (const { source, categories } of files) {
    for (const [category, { examples }] of Object.entries(categories)) {
      for (const [i, text] of examples.entries()) {
        const path = [category, 'examples', i];
        const same = text.toLowerCase().replace(/\s+/g, ' ');
        const before = seen.get(same);
        if (before === undefined) seen.set(same, { category, source, path });
        else if (before.category !== category) {
          const place = `${before.source.file}:${lineOf(before.source, before.path)}`;
          faults.push({
            file: source.file,
            line: lineOf(source, path),
            what: `"${text}" is an example of "${before.category}" too (${place}).`,
            remedy: 'Leave it under the category that should be chosen.',
          });
        }
      }
    }
  }
}

/** A category that nothing tells would never be chosen; what fits nowhere is "other". */
export function checkTellable(
  categories: readonly Category[],
  source: Source,
  faults: Fault[],
): void {
  for (const { name, phrases, examples } of categories) {
    if (name === 'other' || phrases.length > 0 || examples.length >= FEWEST) continue;
    const count = examples.length === 1 ? 'one example' : `${examples.length || 'no'} examples`;
    faults.push({
      file: source.file,
      line: lineOf(source, [name]),
      what: `"${name}" has ${count} and no phrases, so it cannot be told.`,
      remedy: `Give it at least ${FEWEST} examples, better 20, or the phrases that tell it.`,
    });
  }
}
