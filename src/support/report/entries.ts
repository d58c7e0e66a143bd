import type { Instant } from '../conversation.ts';
import type { Amendments } from './amendments.ts';
import { createFinder } from './course.ts';
import type { Examples } from './examples.ts';
import { amendedIn, type Groups, type PageGroups } from './groups.ts';
import type { Source } from './measure.ts';
import { isOfPeople } from './names.ts';
import type { Page, Table } from './page.ts';
import type { Question } from './report.ts';
import type { Scratch } from './scratch.ts';

/** When, beside the steps of a course, which are counted from 0: in the period before; in a group alone; in neither period. */
export const BEFORE = -1;
export const GROUP_ONLY = -2;
export const OUTSIDE = -3;

/** Facts of a table that are asked about and happened in the same step: their rows, and in which group each is. */
export interface Entries {
  readonly when: number;
  readonly rows: Int32Array;
  /** Undefined where none is in any; in the period before nobody asks for groups. */
  readonly groups: Int32Array | undefined;
}

/** Finds the entries of a page's tables, as a source has them, step by step; none where it counts nothing here. */
export type FindEntries = (table: Table, source: Source) => readonly Entries[];

/** The entries of a page, by what is known of its conversations. */
export type EntriesOn = (page: Page, amendments: Amendments) => FindEntries;

export function createEntries(
  question: Question,
  { starts, whens }: Timeline,
  groups: Groups,
  examples: Examples,
  scratch: Scratch,
): EntriesOn {
  const { by, only } = question;
  const find = createFinder(starts);
  const agents = only.agent && new Set(only.agent);

  /** Rows of either period whose conversation is asked about. */
  function pick({ rows, at, matter }: Table, asked: Uint8Array | undefined): readonly Entries[] {
    const picked: Entries[] = [];
    const room = scratch.take(rows);
    // Facts lie in the order of time, or nearly so: what holds for one mostly holds for the next.
    let from = Number.POSITIVE_INFINITY;
    let to = from;
    let when = OUTSIDE;
    let begin = 0;
    let end = 0;
    const cut = () => {
      if (end > begin) picked.push({ when, rows: room.subarray(begin, end), groups: undefined });
      begin = end;
    };
    for (let row = 0; row < rows; row++) {
      const time = at[row]!;
      if (time < from || time >= to) {
        cut();
        const slot = find(time);
        from = starts[slot]!;
        to = starts[slot + 1] ?? Number.POSITIVE_INFINITY;
        when = whens[slot]!;
      }
      if (when !== OUTSIDE && (!asked || asked[matter[row]!] === 1)) room[end++] = row;
    }
    cut();
    return picked;
  }

  /** Of those, the ones that a source counts, with their groups. */
  function narrow(
    page: Page,
    table: Table,
    picked: readonly Entries[],
    on: PageGroups,
    { whose, agents: apply }: Source,
  ): readonly Entries[] {
    const alone = apply === 'only' && !agents;
    const inGroups = by !== undefined && !(by === 'agent' && apply === 'never');
    const theirs = agents && ownersIn(page, table, whose, agents);
    const narrowed: Entries[] = [];
    for (const one of picked) {
      if (alone && one.when === BEFORE) continue;
      const entries = {
        ...(theirs ? selected(one, theirs, scratch) : one),
        when: alone ? GROUP_ONLY : one.when,
      };
      if (!inGroups || one.when === BEFORE) {
        narrowed.push(entries);
        continue;
      }
      for (const [nth, grouped] of on.grouped(table, whose, entries.rows).entries()) {
        // What is in a further group as well happened but once.
        const all = { when: nth === 0 ? entries.when : GROUP_ONLY, ...grouped };
        if (isOfPeople(by)) examples.see(page, table, all);
        narrowed.push(all);
      }
    }
    return narrowed;
  }

  return (page, amendments) => {
    const asked = askedIn(page, question, amendments);
    const on = groups.on(page, amendments);
    const picked = new Map<Table, readonly Entries[]>();
    const narrowed = new Map<Table, Map<string, readonly Entries[]>>();
    return (table, source) => {
      const { whose = '', agents: apply = '' } = source;
      if (apply === 'never' && agents) return [];
      if (apply === 'only' && !agents && by !== 'agent') return [];
      const entries = picked.get(table) ?? pick(table, asked);
      picked.set(table, entries);
      const known = narrowed.get(table) ?? new Map<string, readonly Entries[]>();
      narrowed.set(table, known);
      const key = `${whose} ${apply}`;
      const found = known.get(key) ?? narrow(page, table, entries, on, source);
      known.set(key, found);
      return found;
    };
  };
}

/** Those of the entries for which this is so. */
function selected(
  { when, rows, groups }: Entries,
  isSo: (row: number) => boolean,
  scratch: Scratch,
): Entries {
  const left = scratch.take(rows.length);
  const of = groups && scratch.take(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (!isSo(row)) continue;
    if (of) of[length] = groups![i]!;
    left[length++] = row;
  }
  return { when, rows: left.subarray(0, length), groups: of?.subarray(0, length) };
}

/** Time cut where something else begins, ascending, and when it is from each cut on. */
export interface Timeline {
  readonly starts: readonly Instant[];
  readonly whens: readonly number[];
}

/** @param steps when the steps of the period begin */
export function timelineOf({ period, before }: Question, steps: readonly Instant[]): Timeline {
  const cuts = [Number.NEGATIVE_INFINITY, before.from, before.to, ...steps, period.to];
  const starts = [...new Set(cuts)].sort((a, b) => a - b);
  const step = createFinder(steps);
  const whens = starts.map((start) => {
    if (start >= period.from && start < period.to) return step(start);
    return start >= before.from && start < before.to ? BEFORE : OUTSIDE;
  });
  return { starts, whens };
}

/** Which of a page's conversations are asked about, 1 for each; undefined where all are. */
function askedIn(page: Page, { only }: Question, amendments: Amendments): Uint8Array | undefined {
  const traits = ['category', 'channel', 'customer', 'language', 'urgency'] as const;
  let asked: Uint8Array | undefined;
  for (const trait of traits) {
    const wanted = only[trait];
    if (!wanted) continue;
    asked ??= new Uint8Array(page.matters.count).fill(1);
    const { codes, dictionary } = page.matters.words(trait);
    const fits = Uint8Array.from(dictionary, (word) => Number(wanted.includes(word)));
    const amended = amendedIn(page, trait, amendments);
    for (let matter = 0; matter < page.matters.count; matter++) {
      const now = amended(matter);
      const fit = now === undefined ? fits[codes[matter]!] === 1 : wanted.includes(now);
      if (!fit) asked[matter] = 0;
    }
  }
  return asked;
}

/** Whether a row is one of these agents'. */
function ownersIn(
  { matters }: Page,
  { matter, words }: Table,
  whose: string | undefined,
  agents: ReadonlySet<string>,
): (row: number) => boolean {
  const owners = matters.words('owner');
  const names = whose ? words(whose) : undefined;
  const isTheirs = (one: string) => Number(agents.has(one));
  const owned = Uint8Array.from(owners.dictionary, isTheirs);
  const nobody = 2;
  const named = Uint8Array.from(names?.dictionary ?? [], (one) =>
    one === '' ? nobody : isTheirs(one),
  );
  return (row) => {
    const said = names ? named[names.codes[row]!]! : nobody;
    return (said === nobody ? owned[owners.codes[matter[row]!]!] : said) === 1;
  };
}
