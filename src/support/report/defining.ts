import { nearest } from '../nearest.ts';
import { quoted } from './asking/wording.ts';

/** A measure, as far as leads are told what it is. */
export interface Defined {
  /** By which the outside knows it: "first-reply". */
  readonly name: string;
  /** As people read it: "First reply time". */
  readonly title: string;
  /** What starts and ends it, what is left out, and what n is. */
  readonly definition: string;
}

/** Letters that somebody types to name a measure. */
const LONGEST = 80;
/** Words that say nothing of which is meant. */
const FILLERS = /\b(?:what|is|are|does|the|a|an|of|in|our|mean|means|measure)\b/g;

/**
 * What `define` answers: the measure that is meant by its name, its title or some of its words; those that may be meant where it is
 * several; all of them where nothing is named. In lines.
 */
export function define(words: string, measures: readonly Defined[]): string[] {
  const said = plain(words.slice(0, LONGEST * 4));
  if (said === '')
    return ['Every number of a report has a definition. Ask for one:', ...all(measures)];
  const meant = said.length > LONGEST ? [] : matching(said, measures);
  if (meant.length === 1) return [sayDefinition(meant[0]!)];
  if (meant.length > 1) return [`${quoted(words)} may be one of these. Which one?`, ...all(meant)];
  const near = likely(said, measures);
  const guess = near ? [`Did you mean “${near.title}”? ${near.definition}`] : all(measures);
  return [`No number of a report is called ${quoted(words)}.`, ...guess];
}

/** The one measure that is called so, or has all these words in its name or title; undefined where it is none or several. */
export function measureIn<M extends Defined>(words: string, measures: readonly M[]): M | undefined {
  const said = plain(words.slice(0, LONGEST));
  const meant = said === '' ? [] : matching(said, measures);
  return meant.length === 1 ? (meant[0] as M) : undefined;
}

function sayDefinition({ title, name, definition }: Defined): string {
  return `${title} (${name}): ${definition}`;
}

function all(measures: readonly Defined[]): string[] {
  return measures.map(({ name, title }) => `${name}: ${title}`);
}

/** As names are compared. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(FILLERS, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** The one that is called so; or those that have all these words, in the name or the title. */
function matching(said: string, measures: readonly Defined[]): readonly Defined[] {
  const called = measures.filter(
    ({ name, title }) => plain(name) === said || plain(title) === said,
  );
  if (called.length > 0) return called.slice(0, 1);
  const words = said.split(' ');
  return measures.filter(({ name, title }) => {
    const has = new Set(plain(`${name} ${title}`).split(' '));
    return words.every((word) => has.has(word));
  });
}

/** The one whose name, title, or a word of them, lies nearest. */
function likely(said: string, measures: readonly Defined[]): Defined | undefined {
  if (said.length > LONGEST) return undefined;
  const calls = measures.flatMap((measure) =>
    [plain(measure.name), plain(measure.title)].map((call) => ({ call, measure })),
  );
  const words = calls.flatMap(({ call, measure }) =>
    call.split(' ').map((word) => ({ call: word, measure })),
  );
  const reach = Math.min(4, Math.floor(said.length / 3));
  const whole = nearest(
    said,
    calls.map(({ call }) => call),
    reach,
  );
  const found =
    whole ??
    nearest(
      said,
      words.map(({ call }) => call).filter((word) => word.length > 3),
      Math.min(2, reach),
    );
  return [...calls, ...words].find(({ call }) => call === found)?.measure;
}
