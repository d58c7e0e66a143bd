import type { Fact } from '../facts.ts';
import type { Amendments } from './amendments.ts';
import { createDurations, type Durations } from './durations.ts';
import { type Entries, type FindEntries, selected } from './entries.ts';
import type { Measure, Source } from './measure.ts';
import { MEASURE, MEASURES, type MeasureName } from './measures.ts';
import type { Page, Table } from './page.ts';
import type { Scratch } from './scratch.ts';
import { createTally, type Tally } from './tally.ts';
import { DOUBTS, TOLD } from './told.ts';

/** What a measure is gathered in while pages are read. */
export type Gathered =
  | { readonly is: 'spread'; readonly of: Durations }
  | { readonly is: 'tally'; readonly of: Tally };

/** One source of one measure, and where what it says goes. */
interface Channel {
  readonly source: Source;
  /** Which facts it is that it counts: the same for sources that count the same. */
  readonly facts: string;
  add(page: Page, table: Table, entries: Entries): void;
}

/** All that is counted from facts, in one pass. */
export interface Fold {
  readonly gathered: ReadonlyMap<MeasureName, Gathered>;
  add(page: Page, find: FindEntries): void;
}

/** @param steps how many steps the course has */
export function createFold(steps: number, amendments: Amendments, scratch: Scratch): Fold {
  const gathered = new Map<MeasureName, Gathered>();
  const channels = new Map<Fact['type'], Channel[]>();
  for (const name of MEASURES) {
    const { how } = MEASURE[name] as Measure;
    if (how.is === 'standing') continue;
    const into: Gathered =
      how.is === 'spread'
        ? { is: 'spread', of: createDurations(how.business !== undefined) }
        : { is: 'tally', of: createTally(steps) };
    gathered.set(name, into);
    for (const source of how.from) {
      const add: Channel['add'] =
        into.is === 'tally'
          ? (page, table, entries) =>
              into.of.add(
                entries,
                partsOf(source, amendments, page, table, entries, into.of, scratch),
                source.sum === undefined ? undefined : (table.numbers(source.sum) ?? []),
              )
          : (_, table, entries) => {
              const { of, business } = how as Extract<Measure['how'], { is: 'spread' }>;
              const values = table.numbers(of);
              const twins = (business && table.numbers(business)) || undefined;
              if (values) into.of.add(entries, values, twins);
            };
      channels.set(source.type, [
        ...(channels.get(source.type) ?? []),
        { source, facts: factsOf(source), add },
      ]);
    }
  }
  return {
    gathered,
    add(page, find) {
      for (const [type, all] of channels) {
        const table = page.table(type);
        if (!table) continue;
        // Several measures count the same facts.
        const known = new Map<string, readonly Entries[]>();
        for (const { source, facts, add } of all) {
          const kept =
            known.get(facts) ??
            find(table, source).map((one) => keptOf(source, amendments, page, table, one, scratch));
          known.set(facts, kept);
          for (const one of kept) if (one.rows.length > 0) add(page, table, one);
        }
      }
    },
  };
}

function factsOf({ where, needs, unless, whose, agents }: Source): string {
  return JSON.stringify([where, needs, unless, whose, agents]);
}

/** The entries that a source counts. */
export function keptOf(
  { where, needs, unless = [] }: Source,
  amendments: Amendments,
  page: Page,
  table: Table,
  entries: Entries,
  scratch: Scratch,
): Entries {
  let kept = entries;
  if (where) {
    const { codes, fits } = saying(table, where);
    kept = selected(kept, (row) => fits[codes[row]!] === 1, scratch);
  }
  if (needs !== undefined) {
    const numbers = table.numbers(needs) ?? [];
    // What is not there is not a number either.
    kept = selected(kept, (row) => !Number.isNaN(numbers[row] ?? Number.NaN), scratch);
  }
  for (const one of unless) {
    const doubt = DOUBTS[one](amendments, page, table);
    if (doubt) kept = selected(kept, (row) => !doubt(row), scratch);
  }
  return kept;
}

/** Which of its words, or small whole numbers, a fact has to say in a field. */
function saying(
  table: Table,
  { field, is }: NonNullable<Source['where']>,
): { readonly codes: ArrayLike<number>; readonly fits: ArrayLike<number> } {
  const words = table.words(field);
  if (words) {
    const fits = Uint8Array.from(words.dictionary, (word) => Number(is.includes(word)));
    return { codes: words.codes, fits };
  }
  const fits = Array.from({ length: 16 }, (_, number) => Number(is.includes(number)));
  return { codes: table.numbers(field) ?? [], fits };
}

/** What each of these entries is counted as. */
export function partsOf(
  { part = '' }: Source,
  amendments: Amendments,
  page: Page,
  table: Table,
  { rows }: Entries,
  tally: Pick<Tally, 'part'>,
  scratch: Scratch,
): Int32Array | number {
  if (typeof part === 'string') return tally.part(part);
  const parts = scratch.take(rows.length);
  if ('told' in part) {
    const told = TOLD[part.told](amendments, page, table);
    const partOf = remembering((name: string) => tally.part(name));
    for (let i = 0; i < rows.length; i++) parts[i] = partOf(told(rows[i]!));
    return parts;
  }
  const words = 'about' in part ? page.matters.words(part.about) : table.words(part.field);
  if (words) {
    const { codes, dictionary } = words;
    const known = new Int32Array(dictionary.length).fill(-1);
    const of = 'about' in part ? table.matter : undefined;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const code = codes[of ? of[row]! : row]!;
      if (known[code] === -1) known[code] = tally.part(dictionary[code]!);
      parts[i] = known[code]!;
    }
    return parts;
  }
  const numbers = 'field' in part ? table.numbers(part.field) : undefined;
  if (!numbers) return tally.part('');
  const partOf = remembering((number: number) => tally.part(String(number)));
  for (let i = 0; i < rows.length; i++) parts[i] = partOf(numbers[rows[i]!]!);
  return parts;
}

/** The same, quicker where the same few are asked again and again. */
function remembering<K>(find: (key: K) => number): (key: K) => number {
  const known = new Map<K, number>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}
