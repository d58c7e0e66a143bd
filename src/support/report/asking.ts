import { nearest } from '../nearest.ts';
import { likelyBreakdown, readBreakdown } from './asking/breakdowns.ts';
import {
  categoryIn,
  type Filter,
  type Known,
  readFilterName,
  readValues,
} from './asking/filters.ts';
import { type Piece, takeApart } from './asking/pieces.ts';
import { quoted } from './asking/wording.ts';
import { dateOf } from './period/dates.ts';
import { PERIOD_WORDS, readPeriod } from './period/reading.ts';
import type { Asker, Compared } from './period/span.ts';
import type { Breakdown, Question } from './report.ts';

/** Letters that a question has at most: nobody types more by hand. */
const LONGEST = 500;
/** What is reported where nobody says of when. */
const USUAL = '7d';
/** Words that a period has at most: "from 3 october 2026 to 9 november 2026". */
const LONGEST_PERIOD = 8;
/** Beyond so many words that are neither a breakdown nor a filter, nobody has said a period. */
const MOST_WORDS = 12;

const EXAMPLE = 'For example: “report last month by category channel:#help”.';

/** Words that people put between and that say nothing by themselves. */
const FILLERS = new Set(
  'report reports the for in of on during over only just please show me a an with where'.split(' '),
);

/** What was not understood of a question, what was likely meant, and an example: a text for whoever asked. */
export interface Misunderstood {
  readonly problem: string;
}

/**
 * Reads what a lead asks behind `report`, in any order: a period ("7d", "last month", "2026-10-03..2026-10-09", the last 7 days
 * where none is named), "by" and one breakdown, and filters such as `channel:#help` or `category:"How to"`.
 * @param words as somebody typed them: nothing in them is trusted, and nothing makes this throw
 */
export function readQuestion(
  words: string,
  asked: Asker & { readonly known: Known },
): Question | Misunderstood {
  if (words.length > LONGEST) {
    return { problem: `That is more than I can read at once. ${EXAMPLE}` };
  }
  const sorted = sortOut(takeApart(words));
  const by = readBreakdown(sorted.by);
  if (typeof by === 'object') return { problem: by.wrong };
  const only = readFilters(sorted.filters, asked.known);
  if ('problem' in only) return only;
  const compared = findPeriod(sorted.rest, asked);
  if ('problem' in compared) return compared;
  return { ...compared, ...(by && { by }), only: only.only };
}

interface Sorted {
  /** What stands behind each "by", empty where nothing does. */
  readonly by: readonly string[];
  readonly filters: readonly Extract<Piece, { is: 'filter' }>[];
  readonly rest: readonly string[];
}

function sortOut(pieces: readonly Piece[]): Sorted {
  const by: string[] = [];
  const rest: string[] = [];
  const words = pieces.flatMap((piece) => (piece.is === 'word' ? [piece.word] : []));
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!.toLowerCase();
    if (word === 'by' || word === 'per') by.push(words[++i] ?? '');
    else if (!FILLERS.has(word)) rest.push(words[i]!);
  }
  const filters = pieces.filter((piece) => piece.is === 'filter');
  return { by, filters, rest };
}

function readFilters(
  filters: Sorted['filters'],
  known: Known,
): Pick<Question, 'only'> | Misunderstood {
  const only: Partial<Record<Filter, readonly string[]>> = {};
  for (const { name, values } of filters) {
    const filter = readFilterName(name);
    if (typeof filter === 'object') return { problem: filter.wrong };
    const read = readValues(filter, values, known);
    if ('wrong' in read) return { problem: read.wrong };
    only[filter] = [...new Set([...(only[filter] ?? []), ...read])];
  }
  return { only };
}

/** The one period in these words, which are to say nothing else. */
function findPeriod(
  words: readonly string[],
  asked: Asker & { readonly known: Known },
): Compared | Misunderstood {
  const lower = words.map((word) => word.toLowerCase().replace(/,$/, ''));
  if (lower.length === 0) return readPeriod(USUAL, asked) as Compared;
  const found = lower.length > MOST_WORDS ? undefined : longestPeriod(lower, asked);
  if (!found) return whatIsMeant(words, lower, asked);
  if ('wrong' in found.read) return { problem: found.read.wrong };
  const others = [...lower.slice(0, found.from), ...lower.slice(found.to)];
  if (others.length === 0) return found.read;
  return longestPeriod(others, asked)
    ? { problem: `A report is of one period, and I found two in ${quoted(words.join(' '))}.` }
    : whatIsMeant(others, others, asked);
}

function longestPeriod(words: readonly string[], asker: Asker) {
  const today = dateOf(asker.now, asker.zone);
  for (let length = Math.min(LONGEST_PERIOD, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const read = readPeriod(words.slice(from, from + length).join(' '), asker, today);
      if (read) return { read, from, to: from + length };
    }
  }
  return undefined;
}

/** These words say nothing that a report knows: what they most likely were to say. */
function whatIsMeant(
  words: readonly string[],
  lower: readonly string[],
  { known, ...asker }: Asker & { readonly known: Known },
): Misunderstood {
  const said = words.join(' ');
  const meant = likelyPeriod(lower, asker) ?? likelyElse(said, known.categories);
  const guess = meant === undefined ? '' : ` Did you mean “${meant}”?`;
  return { problem: `I do not know what ${quoted(said)} means here.${guess} ${EXAMPLE}` };
}

function likelyPeriod(words: readonly string[], asker: Asker): string | undefined {
  if (words.length > LONGEST_PERIOD) return undefined;
  const corrected = words.map((word) =>
    word.length < 3 || word.length > 12 || PERIOD_WORDS.includes(word) || /\d/.test(word)
      ? word
      : (nearest(word, PERIOD_WORDS, word.length < 5 ? 1 : 2) ??
        nearest(word, PERIOD_WORDS) ??
        word),
  );
  const phrase = corrected.join(' ');
  return phrase !== words.join(' ') && readPeriod(phrase, asker) ? phrase : undefined;
}

function likelyElse(said: string, categories: Known['categories']): string | undefined {
  if (said.length > 40) return undefined;
  const by: Breakdown | undefined = likelyBreakdown(said);
  if (by) return `by ${by}`;
  const category = categoryIn(said, categories);
  return category === undefined ? undefined : `category:${category}`;
}
