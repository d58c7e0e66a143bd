import type { Fact } from '../facts.ts';
import type { Amendments } from './amendments.ts';
import { createDurations, type Durations } from './durations.ts';
import type { Entries, FindEntries } from './entries.ts';
import type { Measure, Source } from './measure.ts';
import { MEASURE, MEASURES, type MeasureName } from './measures.ts';
import type { Page, Table } from './page.ts';
import { createTally, type Tally } from './tally.ts';
import { DOUBTS, TOLD } from './told.ts';

/** What a measure is gathered in while pages are read. */
export type Gathered =
  | { readonly is: 'spread'; readonly of: Durations }
  | { readonly is: 'tally'; readonly of: Tally };

/** One source of one measure, and where what it says goes. */
interface Channel {
  readonly source: Source;
  add(page: Page, table: Table, entries: Entries, kept: Uint32Array): void;
}

/** All that is counted from facts, in one pass. */
export interface Fold {
  readonly gathered: ReadonlyMap<MeasureName, Gathered>;
  add(page: Page, find: FindEntries): void;
}

/** @param steps how many steps the course has */
export function createFold(steps: number, amendments: Amendments): Fold {
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
          ? (page, table, entries, kept) =>
              into.of.add(
                entries,
                kept,
                partsOf(source, amendments, page, table, entries, kept, into.of),
                source.sum === undefined ? undefined : numberIn(table, source.sum),
              )
          : (_, table, entries, kept) => {
              const { of, business } = how as Extract<Measure['how'], { is: 'spread' }>;
              const values = table.numbers(of);
              if (values)
                into.of.add(
                  entries,
                  kept,
                  values,
                  (business && table.numbers(business)) || undefined,
                );
            };
      channels.set(source.type, [...(channels.get(source.type) ?? []), { source, add }]);
    }
  }
  return {
    gathered,
    add(page, find) {
      for (const [type, all] of channels) {
        const table = page.table(type);
        if (!table) continue;
        for (const { source, add } of all) {
          const entries = find(table, source);
          if (!entries || entries.length === 0) continue;
          const kept = keptOf(source, amendments, page, table, entries);
          if (kept.length > 0) add(page, table, entries, kept);
        }
      }
    },
  };
}

/** The places of the entries that a source counts. */
function keptOf(
  { where, needs, unless = [] }: Source,
  amendments: Amendments,
  page: Page,
  table: Table,
  { length, row }: Entries,
): Uint32Array {
  const kept = new Uint32Array(length);
  let n = 0;
  const says = where && saying(table, where);
  const number = needs === undefined ? undefined : numberIn(table, needs);
  const doubts = unless.map((one) => DOUBTS[one](amendments, page, table));
  for (let i = 0; i < length; i++) {
    const r = row[i]!;
    if (says && !says(r)) continue;
    if (number && Number.isNaN(number(r))) continue;
    let stands = true;
    for (const doubt of doubts) if (doubt(r)) stands = false;
    if (stands) kept[n++] = i;
  }
  return kept.subarray(0, n);
}

function saying(
  table: Table,
  { field, is }: NonNullable<Source['where']>,
): (row: number) => boolean {
  const words = table.words(field);
  if (words) {
    const { codes, dictionary } = words;
    const fits = Uint8Array.from(dictionary, (word) => Number(is.includes(word)));
    return (row) => fits[codes[row]!] === 1;
  }
  const numbers = table.numbers(field);
  return (row) => numbers !== undefined && is.includes(numbers[row]!);
}

function numberIn(table: Table, field: string): (row: number) => number {
  const numbers = table.numbers(field);
  return (row) => numbers?.[row] ?? Number.NaN;
}

/** What each of these entries is counted as. */
function partsOf(
  { part = '' }: Source,
  amendments: Amendments,
  page: Page,
  table: Table,
  { row }: Entries,
  kept: Uint32Array,
  tally: Tally,
): Int32Array {
  const parts = new Int32Array(kept.length);
  if (typeof part === 'string') return parts.fill(tally.part(part));
  if ('field' in part || 'about' in part) {
    const words = 'about' in part ? page.matters.words(part.about) : table.words(part.field);
    const numbers = 'field' in part ? table.numbers(part.field) : undefined;
    const known = new Int32Array(words?.dictionary.length ?? 0).fill(-1);
    for (let i = 0; i < kept.length; i++) {
      const r = row[kept[i]!]!;
      if (!words) {
        parts[i] = tally.part(String(numbers?.[r] ?? ''));
        continue;
      }
      const code = words.codes['about' in part ? table.matter[r]! : r]!;
      if (known[code] === -1) known[code] = tally.part(words.dictionary[code]!);
      parts[i] = known[code]!;
    }
    return parts;
  }
  const told = TOLD[part.told](amendments, page, table);
  for (let i = 0; i < kept.length; i++) parts[i] = tally.part(told(row[kept[i]!]!));
  return parts;
}
