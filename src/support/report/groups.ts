import { TEMPLATE_SEPARATOR } from '../reply/wording.ts';
import type { Amendments } from './amendments.ts';
import { createHours } from './course.ts';
import type { About, Page, Table, Words } from './page.ts';
import type { Question } from './report.ts';

/** What a conversation itself is, and what it may have been set to since. */
type Trait = Exclude<keyof About, 'platform' | 'workspace'>;

/** In no group. */
export const NONE = -1;

/** The groups of a breakdown, numbered as they are met. */
export interface Groups {
  readonly keys: readonly string[];
  /** The number of the group with this key. */
  number(key: string): number;
  /** How to tell the groups of a page's facts. */
  on(page: Page): PageGroups;
}

export interface PageGroups {
  /**
   * The group of each row, by its number; `NONE` for none. Of several, the first: `further` tells the others.
   * @param whose the field that names whose it is, where a fact says so
   */
  of(table: Table, whose: string | undefined): (row: number) => number;
  further(table: Table): ((row: number) => readonly number[]) | undefined;
}

export function createGroups({ by, period }: Question, amendments: Amendments): Groups {
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, keys.length);
    return keys.push(key) - 1;
  };
  const ofNone = () => NONE;
  /** The number of each word of a dictionary, given when it is first asked for. */
  const numbered = ({ codes, dictionary }: Words) => {
    const known = new Int32Array(dictionary.length).fill(NONE);
    return (row: number) => {
      const code = codes[row]!;
      if (known[code] === NONE) known[code] = numberOf(dictionary[code]!);
      return known[code]!;
    };
  };

  if (by === undefined) {
    return { keys, number: numberOf, on: () => ({ of: () => ofNone, further: () => undefined }) };
  }
  if (by === 'hour') {
    const hours = createHours(period);
    const byHour = Array.from({ length: 24 }, (_, hour) => numberOf(String(hour)));
    const of = ({ at }: Table) => {
      return (row: number) => byHour[hours(at[row]!)]!;
    };
    return { keys, number: numberOf, on: () => ({ of, further: () => undefined }) };
  }
  if (by === 'template') {
    const split = ({ codes, dictionary }: Words) => {
      const known: (readonly number[] | undefined)[] = [];
      return (row: number) => {
        const code = codes[row]!;
        known[code] ??= wordingsIn(dictionary[code]!).map(numberOf);
        return known[code];
      };
    };
    const wordings = (table: Table) => {
      const words = table.words('template');
      return words && split(words);
    };
    const of = (table: Table) => {
      const all = wordings(table);
      return all ? (row: number) => all(row)[0] ?? NONE : ofNone;
    };
    const further = (table: Table) => {
      const all = wordings(table);
      return all && ((row: number) => all(row).slice(1));
    };
    return { keys, number: numberOf, on: () => ({ of, further }) };
  }
  return {
    keys,
    number: numberOf,
    on(page) {
      const trait = by === 'agent' ? 'owner' : by;
      const ofMatter = numbered(page.matters.words(trait));
      const amended = amendedIn(page, trait, amendments);
      const number = (matter: number) => {
        const now = amended(matter);
        return now === undefined ? ofMatter(matter) : numberOf(now);
      };
      return {
        further: () => undefined,
        of({ matter, words }, whose) {
          const names = by === 'agent' && whose ? words(whose) : undefined;
          if (!names) return (row) => number(matter[row]!);
          const named = numbered(names);
          return (row) =>
            names.dictionary[names.codes[row]!] === '' ? number(matter[row]!) : named(row);
        },
      };
    },
  };
}

/** What a matter's trait was corrected to; undefined where it is as it stands there. */
export function amendedIn(
  { matters }: Page,
  trait: Trait,
  { corrected }: Amendments,
): (matter: number) => string | undefined {
  if (trait !== 'category' && trait !== 'urgency') return () => undefined;
  return (matter) => corrected[trait].find(matters, matter)?.to;
}

function wordingsIn(template: string): string[] {
  return template === '' ? [] : [...new Set(template.split(TEMPLATE_SEPARATOR))];
}
