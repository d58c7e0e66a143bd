import type { Amendments } from './amendments.ts';
import { createDurations, type Durations } from './durations.ts';
import type { FindEntries } from './entries.ts';
import { createKinds, type Kinds, NO_KIND } from './kinds.ts';
import type { How, Measure, Source } from './measure.ts';
import { MEASURE, MEASURES, type MeasureName } from './measures.ts';
import type { Page } from './page.ts';
import type { Scratch } from './scratch.ts';
import { type Count, type Tallied, talliedFrom } from './tallied.ts';
import { createTally, type Tally } from './tally.ts';

/** What a measure comes to once all pages are read. */
export type Gathered =
  | { readonly is: 'spread'; readonly of: Durations }
  | { readonly is: 'tally'; readonly of: Tallied };

/** Sources whose facts and groups are the same: they look at them together. */
export interface Lot {
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
  readonly lots: readonly Lot[];
}

/** @param steps how many steps the course has */
export function createFold(steps: number, scratch: Scratch): Fold {
  const gathered = new Map<MeasureName, Gathered>();
  const declared: Declared[] = [];
  for (const name of MEASURES) {
    const { how } = MEASURE[name] as Measure;
    if (how.is === 'standing') continue;
    if (how.is === 'spread') {
      const into = createDurations(how.business !== undefined);
      gathered.set(name, { is: 'spread', of: into });
      for (const source of how.from) declared.push({ source, goes: { is: 'spread', how, into } });
      continue;
    }
    const into: Count[] = [];
    gathered.set(name, { is: 'tally', of: talliedFrom(into) });
    for (const source of how.from) declared.push({ source, goes: { is: 'tally', into } });
  }
  const lots = [...Map.groupBy(declared, ({ source }) => lotKey(source)).values()].map((all) =>
    createLot(all, steps, scratch),
  );
  return { gathered, lots };
}

/** A source, and where goes what it counts. */
interface Declared {
  readonly source: Source;
  readonly goes:
    | { readonly is: 'spread'; readonly how: Spread; readonly into: Durations }
    | { readonly is: 'tally'; readonly into: Count[] };
}

function createLot(all: readonly Declared[], steps: number, scratch: Scratch): Lot {
  const sources = all.map(({ source }) => source);
  const kinds = createKinds(sources, scratch);
  const tallies = new Map<Source['sum'], Tally>();
  const spreads: Lot['spreads'][number][] = [];
  for (const [nth, { source, goes }] of all.entries()) {
    if (goes.is === 'spread') {
      spreads.push({ nth, ...goes });
      continue;
    }
    const tally = tallies.get(source.sum) ?? createTally(steps);
    tallies.set(source.sum, tally);
    goes.into.push({ kinds, tally, nth });
  }
  return { sources, kinds, tallies, spreads };
}

/** What a conversation itself is may be of many kinds: whoever looks at that looks alone. */
function lotKey({ type, whose, agents, part = '' }: Source): string {
  const alone = typeof part === 'object' && 'about' in part ? part.about : undefined;
  return JSON.stringify([type, whose, agents, alone]);
}

/**
 * Counts the facts of a page in some lots.
 * @param times how often; -1 takes them out again, which no duration can be
 */
export function addPage(
  lots: Iterable<Lot>,
  page: Page,
  find: FindEntries,
  amendments: Amendments,
  times = 1,
): void {
  for (const { sources, kinds, tallies, spreads } of lots) {
    const [source] = sources;
    const table = page.table(source!.type);
    const kindOf = table && kinds.on(page, table, amendments);
    if (!kindOf) continue;
    const found = find(table, source!);
    for (const entries of found) {
      for (const [sum, tally] of tallies) {
        tally.add(
          entries,
          kindOf,
          sum === undefined ? undefined : (table.numbers(sum) ?? []),
          times,
        );
      }
    }
    for (const { nth, how, into } of spreads) {
      const values = table.numbers(how.of);
      if (!values) continue;
      const twins = (how.business && table.numbers(how.business)) || undefined;
      const counted = Uint8Array.from(kinds.all, (kind) => Number(kind[nth] !== null));
      const counts = (row: number) => kindOf[row] !== NO_KIND && counted[kindOf[row]!] === 1;
      for (const entries of found) into.add(entries, counts, values, twins);
    }
  }
}
