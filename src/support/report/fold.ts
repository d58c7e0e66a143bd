import type { Amendments } from './amendments.ts';
import { createDurations, type Durations } from './durations.ts';
import type { FindEntries } from './entries.ts';
import { createKinds, type Kinds, NO_KIND } from './kinds.ts';
import type { How, Measure, Parts, Source } from './measure.ts';
import { MEASURE, MEASURES, type MeasureName } from './measures.ts';
import type { Page } from './page.ts';
import type { Scratch } from './scratch.ts';
import { createTally, type Tally } from './tally.ts';

/** What a measure comes to once all pages are read. */
export type Gathered =
  | { readonly is: 'spread'; readonly of: Durations }
  | { readonly is: 'tally'; readonly of: Tallied };

/** How much there is of each part: in the period, before it, in each step of its course and in each group. */
export interface Tallied {
  total(): Parts;
  before(): Parts;
  step(step: number): Parts;
  group(group: number): Parts;
}

/** Sources whose facts and groups are the same: they look at them together. */
interface Lot {
  readonly sources: readonly Source[];
  readonly kinds: Kinds;
  /** By what they add up; under undefined how many there are. */
  readonly tallies: ReadonlyMap<Source['sum'], Tally>;
  /** Where the durations of some of the sources go. */
  readonly spreads: readonly {
    readonly nth: number;
    readonly how: Spread;
    readonly into: Durations;
  }[];
}

type Spread = Extract<How, { is: 'spread' }>;

/** All that is counted from facts, in one pass. */
export interface Fold {
  readonly gathered: ReadonlyMap<MeasureName, Gathered>;
  add(page: Page, find: FindEntries): void;
}

/** @param steps how many steps the course has */
export function createFold(steps: number, amendments: Amendments, scratch: Scratch): Fold {
  const spread = new Map<MeasureName, Durations>();
  const tallied = new Map<MeasureName, Count[]>();
  const declared = MEASURES.flatMap((name) => {
    const { how } = MEASURE[name] as Measure;
    if (how.is === 'spread') spread.set(name, createDurations(how.business !== undefined));
    if (how.is === 'tally') tallied.set(name, []);
    return how.is === 'standing' ? [] : how.from.map((source) => ({ name, how, source }));
  });
  const lots = [...Map.groupBy(declared, ({ source }) => lotKey(source)).values()].map(
    (all): Lot => {
      const sources = all.map(({ source }) => source);
      const kinds = createKinds(sources, amendments, scratch);
      const tallies = new Map<Source['sum'], Tally>();
      const spreads: Lot['spreads'][number][] = [];
      for (const [nth, { name, how, source }] of all.entries()) {
        if (how.is === 'spread') {
          spreads.push({ nth, how, into: spread.get(name)! });
          continue;
        }
        const tally = tallies.get(source.sum) ?? createTally(steps);
        tallies.set(source.sum, tally);
        tallied.get(name)!.push({ kinds, tally, nth });
      }
      return { sources, kinds, tallies, spreads };
    },
  );
  return {
    gathered: new Map<MeasureName, Gathered>([
      ...[...spread].map(([name, of]) => [name, { is: 'spread', of }] as const),
      ...[...tallied].map(
        ([name, counts]) => [name, { is: 'tally', of: talliedFrom(counts) }] as const,
      ),
    ]),
    add(page, find) {
      for (const lot of lots) addTo(lot, page, find);
    },
  };
}

/** What a conversation itself is may be of many kinds: whoever looks at that looks alone. */
function lotKey({ type, whose, agents, part = '' }: Source): string {
  const alone = typeof part === 'object' && 'about' in part ? part.about : undefined;
  return JSON.stringify([type, whose, agents, alone]);
}

function addTo({ sources, kinds, tallies, spreads }: Lot, page: Page, find: FindEntries): void {
  const [source] = sources;
  const table = page.table(source!.type);
  if (!table) return;
  const found = find(table, source!);
  if (found.length === 0) return;
  const kindOf = kinds.on(page, table);
  if (!kindOf) return;
  for (const entries of found) {
    for (const [sum, tally] of tallies) {
      tally.add(entries, kindOf, sum === undefined ? undefined : (table.numbers(sum) ?? []));
    }
  }
  for (const { nth, how, into } of spreads) {
    const values = table.numbers(how.of);
    if (!values) continue;
    const twins = (how.business && table.numbers(how.business)) || undefined;
    const counted = Uint8Array.from(kinds.all, (kind) => Number(kind[nth] !== undefined));
    const counts = (row: number) => kindOf[row] !== NO_KIND && counted[kindOf[row]!] === 1;
    for (const entries of found) into.add(entries, counts, values, twins);
  }
}

/** The kinds of a tally that the nth source of their lot counts. */
interface Count {
  readonly kinds: Kinds;
  readonly tally: Tally;
  readonly nth: number;
}

function talliedFrom(counts: readonly Count[]): Tallied {
  const parts = (amount: (tally: Tally, kind: number) => number): Parts => {
    const all = new Map<string, number>();
    for (const { kinds, tally, nth } of counts) {
      for (let kind = 0; kind < kinds.all.length; kind++) {
        const part = kinds.all[kind]![nth];
        const n = part === undefined ? 0 : amount(tally, kind);
        if (n !== 0) all.set(part!, (all.get(part!) ?? 0) + n);
      }
    }
    return all;
  };
  return {
    total: () => parts((tally, kind) => tally.total(kind)),
    before: () => parts((tally, kind) => tally.before(kind)),
    step: (step) => parts((tally, kind) => tally.step(kind, step)),
    group: (group) => parts((tally, kind) => tally.group(kind, group)),
  };
}
