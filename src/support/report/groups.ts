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
   * Puts down the number of each row's group; `NONE` where it is in none. Of several it is the first: `further` tells the others.
   * @param whose the field that names whose it is, where a fact says so
   */
  fill(
    table: Table,
    whose: string | undefined,
    rows: Int32Array,
    length: number,
    into: Int32Array,
  ): void;
  further(table: Table): ((row: number) => readonly number[]) | undefined;
}

export function createGroups({ by, period }: Question, amendments: Amendments): Groups {
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const number = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, keys.length);
    return keys.push(key) - 1;
  };
  return { keys, number, on: groupsBy(by, number) };

  function groupsBy(
    breakdown: Question['by'],
    numberOf: (key: string) => number,
  ): (page: Page) => PageGroups {
    switch (breakdown) {
      case undefined:
        return () => ({
          fill: (_, __, ___, length, into) => void into.fill(NONE, 0, length),
          further: () => undefined,
        });
      case 'hour':
        return byHour(createHours(period), numberOf);
      case 'template':
        return byTemplate(numberOf);
      default:
        return byTrait(breakdown === 'agent' ? 'owner' : breakdown, amendments, numberOf);
    }
  }
}

function byHour(
  hours: (at: number) => number,
  numberOf: (key: string) => number,
): (page: Page) => PageGroups {
  // All of them, so that they stand in the order of the day.
  const groups = Array.from({ length: 24 }, (_, hour) => numberOf(String(hour)));
  return () => ({
    further: () => undefined,
    fill({ at }, _, rows, length, into) {
      for (let i = 0; i < length; i++) into[i] = groups[hours(at[rows[i]!]!)]!;
    },
  });
}

function byTemplate(numberOf: (key: string) => number): (page: Page) => PageGroups {
  const wordings = (table: Table) => {
    const words = table.words('template');
    const known: (readonly number[] | undefined)[] = [];
    return (row: number): readonly number[] => {
      if (!words) return [];
      const code = words.codes[row]!;
      known[code] ??= wordingsIn(words.dictionary[code]!).map(numberOf);
      return known[code];
    };
  };
  return () => ({
    fill(table, _, rows, length, into) {
      const groups = wordings(table);
      for (let i = 0; i < length; i++) into[i] = groups(rows[i]!)[0] ?? NONE;
    },
    further(table) {
      const groups = wordings(table);
      return (row) => groups(row).slice(1);
    },
  });
}

/** Of whoever owns them, facts that say whose they are themselves are theirs. */
function byTrait(
  trait: Trait,
  amendments: Amendments,
  numberOf: (key: string) => number,
): (page: Page) => PageGroups {
  return (page) => {
    const ofMatters = new Int32Array(page.matters.count).fill(NONE);
    const { codes, dictionary } = page.matters.words(trait);
    const amended = amendedIn(page, trait, amendments);
    const ofWords = new Int32Array(dictionary.length).fill(NONE);
    const ofMatter = (matter: number) => {
      const now = amended(matter);
      if (now !== undefined) return numberOf(now);
      const code = codes[matter]!;
      if (ofWords[code] === NONE) ofWords[code] = numberOf(dictionary[code]!);
      return ofWords[code]!;
    };
    return {
      further: () => undefined,
      fill({ matter, words }, whose, rows, length, into) {
        const names = trait === 'owner' && whose ? words(whose) : undefined;
        const ofNames = names && numbered(names, numberOf);
        for (let i = 0; i < length; i++) {
          const row = rows[i]!;
          const named = ofNames ? ofNames[names!.codes[row]!]! : NONE;
          if (named !== NONE) {
            into[i] = named;
            continue;
          }
          const one = matter[row]!;
          if (ofMatters[one] === NONE) ofMatters[one] = ofMatter(one);
          into[i] = ofMatters[one]!;
        }
      },
    };
  };
}

/** The group of each name of a dictionary; `NONE` for nobody's. */
function numbered({ dictionary }: Words, numberOf: (key: string) => number): Int32Array {
  return Int32Array.from(dictionary, (name) => (name === '' ? NONE : numberOf(name)));
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
