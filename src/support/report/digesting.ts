import { type Amendments, createAmendments } from './amendments.ts';
import { createFinder, createHours } from './course.ts';
import { type Digest, digestible, type GroupsMet, nameOf, SLOT } from './digest.ts';
import { BEFORE, type EntriesOn, OUTSIDE, type Timeline } from './entries.ts';
import type { Examples } from './examples.ts';
import { addPage, type Lot } from './fold.ts';
import type { Groups } from './groups.ts';
import type { Lookup } from './lookup.ts';
import type { Page, Table } from './page.ts';
import type { Question } from './report.ts';
import { selectRows } from './selection.ts';
import { AMENDED_BY, type Doubt, type Told } from './told.ts';

const DAY = 24 * 60 * 60_000;
/** What is known of conversations of which nothing happened later. */
const NOTHING = createAmendments();

/** Counts pages by their digests; of conversations to which something happened later, by what is known by now. */
export interface Digesting {
  /** Those that it counts. All others are to be counted fact by fact. */
  readonly lots: ReadonlySet<Lot>;
  /** False, and nothing is counted, where the digest does not tell what is asked. */
  add(page: Page, amendments: Amendments): boolean;
}

export function createDigesting(parts: {
  readonly question: Question;
  readonly timeline: Timeline;
  readonly lots: readonly Lot[];
  readonly groups: Groups;
  readonly examples: Examples;
  readonly entriesOn: EntriesOn;
}): Digesting {
  const { question, timeline, groups, examples, entriesOn } = parts;
  const { by, only, period } = question;
  const lots = digestible(parts.lots);
  const of = nameOf(lots);
  const whole = Object.keys(only).length === 0;
  const hours = by === 'hour' ? createHours(period) : undefined;
  const ofTrait = by === 'category' || by === 'urgency' ? by : undefined;

  /** Where it is known what may have happened later to what a lot counts. */
  function lookupsOf(lot: Lot, amendments: Amendments): readonly Lookup<unknown>[] {
    const all = namesIn(lot).map((name) => AMENDED_BY[name](amendments));
    return [...new Set(ofTrait ? [...all, amendments.corrected[ofTrait]] : all)];
  }

  function addCourse(digest: Digest, whens: readonly number[]): void {
    for (const [nth, met] of digest.course().entries()) {
      const { kinds, tally } = countedIn(lots[nth]!);
      for (const [kind, places] of met) {
        const number = kinds.number(kind);
        each(places, (slot, n) => {
          const when = whens[slot]!;
          if (when === OUTSIDE) return;
          tally.addAt(number, when, n);
          if (hours && when !== BEFORE) {
            const hour = hours(digest.day * DAY + slot * SLOT);
            tally.addIn(number, groups.number(String(hour)), n);
          }
        });
      }
    }
  }

  function addGroups(found: GroupsMet): void {
    const numbers = found.keys.map((key) => groups.number(key));
    for (const [group, [at, conversation]] of found.examples.entries()) {
      examples.know(numbers[group]!, at, conversation);
    }
    for (const [nth, met] of found.lots.entries()) {
      const { kinds, tally } = countedIn(lots[nth]!);
      for (const [kind, places] of met) {
        const number = kinds.number(kind);
        each(places, (group, n) => tally.addIn(number, numbers[group]!, n));
      }
    }
  }

  /** Takes out again what a digest counted of conversations to which something happened later, and counts that as is known by now. */
  function amend(page: Page, amendments: Amendments): void {
    for (const lot of lots) {
      const table = page.table(lot.sources[0]!.type);
      const rows = table && amendedIn(page, table, lookupsOf(lot, amendments));
      if (!rows) continue;
      const theirs = selectRows(page, table, rows);
      const now = entriesOn(theirs, amendments);
      // Where conversations are grouped by what cannot be amended, they are in the same groups still.
      const before = ofTrait ? entriesOn(theirs, NOTHING) : now;
      addPage([lot], theirs, before, NOTHING, -1);
      addPage([lot], theirs, now, amendments);
    }
  }

  return {
    lots: new Set(lots),
    add(page, amendments) {
      const { digest } = page;
      if (!digest || !whole || digest.of !== of) return false;
      const whens = whensOf(timeline, digest);
      if (!whens) return false;
      const inPeriod = whens.some((when) => when >= 0);
      const grouped = by !== undefined && !hours && inPeriod;
      // What is asked of a part of a day only, nobody can tell by the groups of all of it.
      if (grouped && !whens.every((when) => when >= 0)) return false;
      const found = grouped ? digest.groups(by) : undefined;
      if (grouped && !found) return false;
      addCourse(digest, whens);
      if (found) addGroups(found);
      amend(page, amendments);
      return true;
    },
  };
}

/** When the half hours of a day are; undefined where something else begins in the midst of one. */
function whensOf({ starts, whens }: Timeline, { day }: Digest): number[] | undefined {
  const from = day * DAY;
  const cut = starts.some((start) => {
    return start > from && start < from + DAY && (start - from) % SLOT !== 0;
  });
  if (cut) return undefined;
  const find = createFinder(starts);
  return Array.from({ length: DAY / SLOT }, (_, slot) => whens[find(from + slot * SLOT)]!);
}

function countedIn({ kinds, tallies }: Lot) {
  return { kinds, tally: tallies.get(undefined)! };
}

function each(pairs: readonly number[], see: (place: number, n: number) => void): void {
  for (let i = 0; i < pairs.length; i += 2) see(pairs[i]!, pairs[i + 1]!);
}

/** By what may have happened later these count otherwise. */
function namesIn({ sources }: Lot): (Doubt | Told)[] {
  const names = sources.flatMap(({ unless = [], part }): readonly (Doubt | Told)[] => {
    return typeof part === 'object' && 'told' in part ? [...unless, part.told] : unless;
  });
  return [...new Set(names)].sort();
}

/** The rows of conversations of which something is known in one of these; undefined where there are none. */
function amendedIn(
  { matters }: Page,
  { rows, matter }: Table,
  lookups: readonly Lookup<unknown>[],
): Int32Array | undefined {
  const knows = lookups.flatMap((lookup) => lookup.knows(matters) ?? []);
  if (knows.length === 0) return undefined;
  const amended = new Int32Array(rows);
  const [first, ...others] = knows;
  let length = 0;
  for (let row = 0; row < rows; row++) {
    const one = matter[row]!;
    if (first!(one) || others.some((isKnown) => isKnown(one))) amended[length++] = row;
  }
  return length > 0 ? amended.subarray(0, length) : undefined;
}
