import type { Amendments } from './amendments.ts';
import type { Source } from './measure.ts';
import type { Page, Table } from './page.ts';
import { coded, eachOf, type Saying } from './saying.ts';
import type { Scratch } from './scratch.ts';
import { DOUBTS, TOLD } from './told.ts';

/** What each of some sources counts a fact as; null where it does not count it. */
export type Kind = readonly (string | null)[];

/** Of no kind: no source counts it. */
export const NO_KIND = -1;

/**
 * Facts of one type, told apart no further than some sources do. Of facts there are millions and of kinds a handful: sources are asked
 * about each kind, and never about a fact.
 */
export interface Kinds {
  /** By their numbers, as they were met. */
  readonly all: readonly Kind[];
  /** The number of each row's kind, until the next page is read. Undefined where no source counts anything. */
  on(page: Page, table: Table, amendments: Amendments): Int32Array | undefined;
  /** The number of a kind that was told apart elsewhere. */
  number(kind: Kind): number;
}

/** What a source looks at, and how that is found in a table; undefined where it is as good as empty for all facts. */
type Looks = ReadonlyMap<string, Look>;
type Look = (amendments: Amendments, page: Page, table: Table) => Saying | undefined;

export function createKinds(sources: readonly Source[], scratch: Scratch): Kinds {
  const looks = looksOf(sources);
  const all: Kind[] = [];
  const numbers = new Map<string, number>();

  function number(kind: Kind): number {
    const key = JSON.stringify(kind);
    const known = numbers.get(key) ?? all.push(kind) - 1;
    numbers.set(key, known);
    return known;
  }

  /** @param said what a fact says of what sources look at */
  function numberOf(said: (look: string) => string): number {
    const kind = sources.map((source) => countedAs(source, said));
    return kind.every((part) => part === null) ? NO_KIND : number(kind);
  }

  return {
    all,
    number,
    on(page, table, amendments) {
      if (!sources.some(({ where }) => !where || isSaid(table, where))) return undefined;
      const sayings = [...looks].flatMap(([look, find]) => {
        const saying = find(amendments, page, table);
        return saying ? [{ look, ...saying }] : [];
      });
      const kinds = scratch.take(table.rows).subarray(0, table.rows).fill(0);
      let weight = 1;
      for (const { codes, words } of sayings) {
        mix(kinds, codes, weight);
        weight *= words.length;
      }
      /** Of each mixture of words its kind, from `FIRST` on; 0 where it was not met yet. */
      const known = new Int32Array(weight);
      const kindOf = (mixture: number) => {
        const said = new Map<string, string>();
        let rest = mixture;
        for (const { look, words } of sayings) {
          said.set(look, words[rest % words.length]!);
          rest = Math.floor(rest / words.length);
        }
        return numberOf((look) => said.get(look) ?? '');
      };
      for (let row = 0; row < kinds.length; row++) {
        const mixture = kinds[row]!;
        let kind = known[mixture]!;
        if (kind === 0) {
          kind = FIRST + kindOf(mixture);
          known[mixture] = kind;
        }
        kinds[row] = kind - FIRST;
      }
      return kinds;
    },
  };
}

/** No kind is 0 with it, not even `NO_KIND`. */
const FIRST = 2;

function mix(kinds: Int32Array, codes: Saying['codes'], weight: number): void {
  for (let row = 0; row < kinds.length; row++) kinds[row]! += codes[row]! * weight;
}

function isSaid(table: Table, { field, is }: NonNullable<Source['where']>): boolean {
  const words = table.words(field);
  return words
    ? words.dictionary.some((word) => is.includes(word))
    : table.numbers(field) !== undefined;
}

function countedAs(
  { where, needs, unless = [], part = '' }: Source,
  said: (look: string) => string,
): string | null {
  if (where && !where.is.some((one) => String(one) === said(`field ${where.field}`))) return null;
  if (needs !== undefined && said(`needs ${needs}`) !== 'a number') return null;
  if (unless.some((doubt) => said(`doubt ${doubt}`) === 'so')) return null;
  if (typeof part === 'string') return part;
  if ('field' in part) return said(`field ${part.field}`);
  return 'about' in part ? said(`about ${part.about}`) : said(`told ${part.told}`);
}

function looksOf(sources: readonly Source[]): Looks {
  const looks = new Map<string, Look>();
  const field = (name: string) => looks.set(`field ${name}`, (_, __, table) => saidIn(table, name));
  for (const { where, needs, unless = [], part = '' } of sources) {
    if (where) field(where.field);
    if (needs !== undefined) looks.set(`needs ${needs}`, (_, __, table) => numbersIn(table, needs));
    for (const doubt of unless) {
      looks.set(`doubt ${doubt}`, (amendments, page, table) => {
        const isSo = DOUBTS[doubt](amendments, page, table);
        return isSo && eachOf(table, ['', 'so'], (row) => Number(isSo(row)));
      });
    }
    if (typeof part === 'string') continue;
    if ('field' in part) field(part.field);
    else if ('about' in part) {
      looks.set(`about ${part.about}`, (_, { matters }, table) => {
        const { codes, dictionary: words } = matters.words(part.about);
        return eachOf(table, words, (row) => codes[table.matter[row]!]!);
      });
    } else {
      looks.set(`told ${part.told}`, TOLD[part.told]);
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
