import type { Amendments } from './amendments.ts';
import type { Source } from './measure.ts';
import type { Page, Table } from './page.ts';
import type { Scratch } from './scratch.ts';
import { DOUBTS, TOLD } from './told.ts';

/** What each of some sources counts a fact as; undefined where it does not count it. */
export type Kind = readonly (string | undefined)[];

/** Of no kind: no source counts it. */
export const NO_KIND = -1;

/**
 * Facts of one type, told apart no further than some sources do. Of facts there are millions and of kinds a handful: sources are asked
 * about each kind, and never about a fact.
 */
export interface Kinds {
  /** By their numbers, as they were met. */
  readonly all: readonly Kind[];
  /** Tells the kinds of rows of a table by their numbers. */
  on(page: Page, table: Table): (rows: Int32Array) => Int32Array;
}

/** What the facts of a table say of something, as one of few words: row `i` says `words[codes[i]]`. */
interface Saying {
  readonly codes: ArrayLike<number>;
  readonly words: readonly string[];
}

/** What a source looks at, and how that is found in a table; undefined where it is as good as empty for all facts. */
type Looks = ReadonlyMap<string, (page: Page, table: Table) => Saying | undefined>;

export function createKinds(
  sources: readonly Source[],
  amendments: Amendments,
  scratch: Scratch,
): Kinds {
  const looks = looksOf(sources, amendments);
  const all: Kind[] = [];
  const numbers = new Map<string, number>();

  /** @param said what a fact says of what sources look at */
  function numberOf(said: (look: string) => string): number {
    const kind = sources.map((source) => countedAs(source, said));
    if (kind.every((part) => part === undefined)) return NO_KIND;
    const key = JSON.stringify(kind.map((part) => part ?? null));
    const number = numbers.get(key) ?? all.push(kind) - 1;
    numbers.set(key, number);
    return number;
  }

  return {
    all,
    on(page, table) {
      const sayings = [...looks].flatMap(([look, find]) => {
        const saying = find(page, table);
        return saying ? [{ look, ...saying }] : [];
      });
      const mixtures = sayings.reduce((product, { words }) => product * words.length, 1);
      /** Of each mixture of codes its kind, and one more: 0 where nobody has met it yet. */
      const known = new Int32Array(mixtures);
      const kindOf = (mixture: number) => {
        const said = new Map<string, string>();
        let rest = mixture;
        for (const { look, words } of sayings) {
          said.set(look, words[rest % words.length]!);
          rest = Math.floor(rest / words.length);
        }
        return numberOf((look) => said.get(look) ?? '');
      };
      return (rows) => {
        const kinds = scratch.take(rows.length).subarray(0, rows.length).fill(0);
        let weight = 1;
        for (const { codes, words } of sayings) {
          mix(kinds, rows, codes, weight);
          weight *= words.length;
        }
        for (let i = 0; i < kinds.length; i++) {
          const mixture = kinds[i]!;
          if (known[mixture] === 0) known[mixture] = kindOf(mixture) + NONE_YET;
          kinds[i] = known[mixture]! - NONE_YET;
        }
        return kinds;
      };
    },
  };
}

/** Kinds are kept as numbers that are never 0, `NO_KIND` among them. */
const NONE_YET = 2;

function mix(kinds: Int32Array, rows: Int32Array, codes: ArrayLike<number>, weight: number) {
  for (let i = 0; i < rows.length; i++) kinds[i]! += codes[rows[i]!]! * weight;
}

function countedAs(
  { where, needs, unless = [], part = '' }: Source,
  said: (look: string) => string,
): string | undefined {
  if (where && !where.is.some((one) => String(one) === said(`field ${where.field}`))) return;
  if (needs !== undefined && said(`needs ${needs}`) !== 'a number') return;
  if (unless.some((doubt) => said(`doubt ${doubt}`) === 'so')) return;
  if (typeof part === 'string') return part;
  if ('field' in part) return said(`field ${part.field}`);
  return 'about' in part ? said(`about ${part.about}`) : said(`told ${part.told}`);
}

function looksOf(sources: readonly Source[], amendments: Amendments): Looks {
  const looks = new Map<string, (page: Page, table: Table) => Saying | undefined>();
  const field = (name: string) => looks.set(`field ${name}`, (_, table) => saidIn(table, name));
  for (const { where, needs, unless = [], part = '' } of sources) {
    if (where) field(where.field);
    if (needs !== undefined) looks.set(`needs ${needs}`, (_, table) => numbersIn(table, needs));
    for (const doubt of unless) {
      looks.set(`doubt ${doubt}`, (page, table) => {
        const isSo = DOUBTS[doubt](amendments, page, table);
        return isSo && eachOf(table, ['', 'so'], (row) => Number(isSo(row)));
      });
    }
    if (typeof part === 'string') continue;
    if ('field' in part) field(part.field);
    else if ('about' in part) {
      looks.set(`about ${part.about}`, ({ matters }, table) => {
        const { codes, dictionary: words } = matters.words(part.about);
        return eachOf(table, words, (row) => codes[table.matter[row]!]!);
      });
    } else {
      looks.set(`told ${part.told}`, (page, table) => {
        const told = TOLD[part.told](amendments, page, table);
        return coded(table, told);
      });
    }
  }
  return looks;
}

function saidIn(table: Table, field: string): Saying | undefined {
  const words = table.words(field);
  if (words) return { codes: words.codes, words: words.dictionary };
  const numbers = table.numbers(field);
  if (numbers instanceof Uint8Array) {
    return { codes: numbers, words: Array.from({ length: 256 }, (_, number) => String(number)) };
  }
  const told = (row: number) => (Number.isNaN(numbers![row]) ? '' : String(numbers![row]));
  return numbers && coded(table, told);
}

function numbersIn(table: Table, field: string): Saying | undefined {
  const numbers = table.numbers(field);
  return numbers && eachOf(table, ['', 'a number'], (row) => Number(!Number.isNaN(numbers[row])));
}

function eachOf(
  { rows }: Table,
  words: readonly string[],
  codeOf: (row: number) => number,
): Saying {
  const codes = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = codeOf(row);
  return { codes, words };
}

function coded(table: Table, told: (row: number) => string): Saying {
  const known = new Map<string, number>();
  const words: string[] = [];
  const codeOf = (word: string) => {
    known.set(word, words.length);
    return words.push(word) - 1;
  };
  return eachOf(table, words, (row) => {
    const word = told(row);
    return known.get(word) ?? codeOf(word);
  });
}
