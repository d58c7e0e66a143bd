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
  on(page: Page, amendments: Amendments): PageGroups;
}

/** Rows, and the number of each one's group; `NONE` where it is in none. */
interface Grouped {
  readonly rows: Int32Array;
  readonly groups: Int32Array;
}

export interface PageGroups {
  /**
   * The groups of these rows; behind those, the rows that are in further groups once more.
   * @param whose the field that names whose it is, where a fact says so
   */
  grouped(table: Table, whose: string | undefined, rows: Int32Array): readonly Grouped[];
}

export function createGroups({ by, period }: Pick<Question, 'by' | 'period'>): Groups {
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const number = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, keys.length);
    return keys.push(key) - 1;
  };
  return { keys, number, on: groupsBy(by, number) };

  function groupsBy(breakdown: Question['by'], numberOf: (key: string) => number): Groups['on'] {
    switch (breakdown) {
      case undefined:
        return () => ({ grouped: () => [] });
      case 'hour':
        return byHour(createHours(period), numberOf);
      case 'template':
        return byTemplate(numberOf);
      default:
        return byTrait(breakdown === 'agent' ? 'owner' : breakdown, numberOf);
    }
  }
}

function byHour(hours: (at: number) => number, numberOf: (key: string) => number): Groups['on'] {
  // All of them, so that they stand in the order of the day.
  const groups = Array.from({ length: 24 }, (_, hour) => numberOf(String(hour)));
  return () => ({
    grouped({ at }, _, rows) {
      return [{ rows, groups: rows.map((row) => groups[hours(at[row]!)]!) }];
    },
  });
}

function byTemplate(numberOf: (key: string) => number): Groups['on'] {
  return () => ({
    grouped(table, _, rows) {
      const words = table.words('template');
      const known: (readonly number[] | undefined)[] = [];
      const wordings = (row: number): readonly number[] => {
        if (!words) return [];
        const code = words.codes[row]!;
        known[code] ??= wordingsIn(words.dictionary[code]!).map(numberOf);
        return known[code];
      };
      const all: Grouped[] = [{ rows, groups: rows.map((row) => wordings(row)[0] ?? NONE) }];
      const several = rows.filter((row) => wordings(row).length > 1);
      if (several.length === 0) return all;
      const further = [...several].flatMap((row) =>
        wordings(row)
          .slice(1)
          .map((of) => ({ row, of })),
      );
      const again = Int32Array.from(further, ({ row }) => row);
      return [...all, { rows: again, groups: Int32Array.from(further, ({ of }) => of) }];
    },
  });
}

/** Of whoever owns them, facts that say whose they are themselves are theirs. */
function byTrait(trait: Trait, numberOf: (key: string) => number): Groups['on'] {
  return (page, amendments) => {
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
      grouped({ matter, words }, whose, rows) {
        const names = trait === 'owner' && whose ? words(whose) : undefined;
        const ofNames = names && numbered(names, numberOf);
        const groups = new Int32Array(rows.length);
        for (let i = 0; i < groups.length; i++) {
          const row = rows[i]!;
          const named = ofNames ? ofNames[names!.codes[row]!]! : NONE;
          if (named !== NONE) {
            groups[i] = named;
            continue;
          }
          const one = matter[row]!;
          if (ofMatters[one] === NONE) ofMatters[one] = ofMatter(one);
          groups[i] = ofMatters[one]!;
        }
        return [{ rows, groups }];
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
  const find = corrected[trait].of(matters);
  return (matter) => find?.(matter)?.to;
}

function wordingsIn(template: string): string[] {
  return template === '' ? [] : [...new Set(template.split(TEMPLATE_SEPARATOR))];
}
