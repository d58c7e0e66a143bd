import type { Instant } from '../conversation.ts';
import type { Amendments } from './amendments.ts';
import { createFinder } from './course.ts';
import type { Examples } from './examples.ts';
import { amendedIn, type Groups, NONE, type PageGroups } from './groups.ts';
import type { Source } from './measure.ts';
import type { Page, Table } from './page.ts';
import type { Question } from './report.ts';
import type { Scratch } from './scratch.ts';

/** When, beside the steps of a course, which are counted from 0: in the period before; in a group alone; in neither period. */
export const BEFORE = -1;
export const GROUP_ONLY = -2;
const OUTSIDE = -3;

/** Facts that are asked about: their rows, in which step of the period each happened, and in which group it is. */
export interface Entries {
  readonly length: number;
  readonly row: Int32Array;
  readonly when: Int32Array;
  readonly group: Int32Array;
}

/** Finds the entries of a page's tables, as a source has them; undefined where it counts nothing here. */
export type FindEntries = (table: Table, source: Source) => Entries | undefined;

/**
 * @param steps when the steps of the period begin
 */
export function createEntries(
  question: Question,
  steps: readonly Instant[],
  groups: Groups,
  examples: Examples,
  amendments: Amendments,
  scratch: Scratch,
): (page: Page) => FindEntries {
  const { by, only } = question;
  const { starts, whens } = timelineOf(question, steps);
  const find = createFinder(starts);
  const agents = only.agent && new Set(only.agent);

  /** Rows of either period whose conversation is asked about. */
  function pick({ rows, at, matter }: Table, asked: Uint8Array | undefined): Entries {
    const row = scratch.take(rows);
    const when = scratch.take(rows);
    let length = 0;
    // Facts lie in the order of time, or nearly so: what holds for one mostly holds for the next.
    let from = Number.POSITIVE_INFINITY;
    let to = from;
    let then = OUTSIDE;
    for (let i = 0; i < rows; i++) {
      const time = at[i]!;
      if (time < from || time >= to) {
        const slot = find(time);
        from = starts[slot]!;
        to = starts[slot + 1] ?? Number.POSITIVE_INFINITY;
        then = whens[slot]!;
      }
      if (then === OUTSIDE || (asked && asked[matter[i]!] === 0)) continue;
      row[length] = i;
      when[length++] = then;
    }
    return { length, row, when, group: row };
  }

  /** Of those, the ones that a source counts, with their groups. */
  function narrow(
    page: Page,
    table: Table,
    picked: Entries,
    on: PageGroups,
    { whose, agents: apply }: Source,
  ): Entries {
    const alone = apply === 'only' && !agents;
    const inGroups = by !== undefined && !(by === 'agent' && apply === 'never');
    const theirs = agents ? ownersIn(page, table, whose, agents) : undefined;
    let { row, when, length } = picked;
    if (theirs || alone) {
      row = scratch.take(picked.length);
      when = scratch.take(picked.length);
      length = 0;
      for (let i = 0; i < picked.length; i++) {
        const then = picked.when[i]!;
        if ((alone && then === BEFORE) || (theirs && !theirs(picked.row[i]!))) continue;
        row[length] = picked.row[i]!;
        when[length++] = alone ? GROUP_ONLY : then;
      }
    }
    const group = scratch.take(length);
    if (!inGroups) {
      group.fill(NONE, 0, length);
      return { length, row, when, group };
    }
    on.fill(table, whose, row, length, group);
    for (let i = 0; i < length; i++) if (when[i] === BEFORE) group[i] = NONE;
    const further = on.further(table);
    const entries = { length, row, when, group };
    const whole = further ? withFurther(entries, further, scratch) : entries;
    examples.see(page, table, whole);
    return whole;
  }

  return (page) => {
    const asked = askedIn(page, question, amendments);
    const on = groups.on(page);
    const picked = new Map<Table, Entries>();
    const narrowed = new Map<Table, Map<string, Entries>>();
    return (table, source) => {
      const { whose = '', agents: apply = '' } = source;
      if (apply === 'never' && agents) return undefined;
      if (apply === 'only' && !agents && by !== 'agent') return undefined;
      const entries = picked.get(table) ?? pick(table, asked);
      picked.set(table, entries);
      const known = narrowed.get(table) ?? new Map<string, Entries>();
      narrowed.set(table, known);
      const key = `${whose} ${apply}`;
      const found = known.get(key) ?? narrow(page, table, entries, on, source);
      known.set(key, found);
      return found;
    };
  };
}

/** Time cut where something else begins, ascending, and what holds from each cut on. */
function timelineOf(
  { period, before }: Question,
  steps: readonly Instant[],
): { readonly starts: readonly Instant[]; readonly whens: readonly number[] } {
  const cuts = [Number.NEGATIVE_INFINITY, before.from, before.to, ...steps, period.to];
  const starts = [...new Set(cuts)].sort((a, b) => a - b);
  const step = createFinder(steps);
  const whens = starts.map((start) => {
    if (start >= period.from && start < period.to) return step(start);
    return start >= before.from && start < before.to ? BEFORE : OUTSIDE;
  });
  return { starts, whens };
}

/** The entries, and behind them once more those that are in further groups. */
function withFurther(
  { length, row, when, group }: Entries,
  further: (row: number) => readonly number[],
  scratch: Scratch,
): Entries {
  let more = 0;
  for (let i = 0; i < length; i++) if (when[i] !== BEFORE) more += further(row[i]!).length;
  const all = { row: scratch.take(length + more), when: scratch.take(length + more) };
  const groups = scratch.take(length + more);
  let n = 0;
  const put = (r: number, w: number, g: number) => {
    all.row[n] = r;
    all.when[n] = w;
    groups[n++] = g;
  };
  for (let i = 0; i < length; i++) {
    put(row[i]!, when[i]!, group[i]!);
    if (when[i] === BEFORE) continue;
    for (const another of further(row[i]!)) put(row[i]!, GROUP_ONLY, another);
  }
  return { length: n, ...all, group: groups };
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
