import type { Amendments } from './amendments.ts';
import { createFinder } from './course.ts';
import type { Examples } from './examples.ts';
import { amendedIn, type Groups, NONE, type PageGroups } from './groups.ts';
import type { Source } from './measure.ts';
import type { Page, Table } from './page.ts';
import type { Question } from './report.ts';

/** Beside the steps of a course, counted from 0: in the period before, or counted in a group alone. */
export const BEFORE = -1;
export const GROUP_ONLY = -2;

/** Facts that are asked about: their rows, in which step of the period each happened, and in which group it is. */
export interface Entries {
  readonly length: number;
  readonly row: Uint32Array;
  readonly when: Int32Array;
  readonly group: Int32Array;
}

/** Finds the entries of a page's tables, as a source has them. */
export type FindEntries = (table: Table, source: Source) => Entries | undefined;

/**
 * @param steps when the steps of the period begin
 */
export function createEntries(
  question: Question,
  steps: readonly number[],
  groups: Groups,
  examples: Examples,
  amendments: Amendments,
): (page: Page) => FindEntries {
  const { period, before, by, only } = question;
  const step = createFinder(steps);
  const agents = only.agent && new Set(only.agent);

  /** Rows of either period whose conversation is asked about. */
  function pick(table: Table, asked: Uint8Array | undefined): Entries {
    const row = new Uint32Array(table.rows);
    const when = new Int32Array(table.rows);
    const { at, matter } = table;
    let length = 0;
    for (let i = 0; i < table.rows; i++) {
      const then = at[i]!;
      const now = then >= period.from && then < period.to;
      if (!now && !(then >= before.from && then < before.to)) continue;
      if (asked && asked[matter[i]!] === 0) continue;
      row[length] = i;
      when[length++] = now ? step(then) : BEFORE;
    }
    return { length, row, when, group: new Int32Array(0) };
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
    if (by === undefined && !agents) {
      return { ...picked, group: new Int32Array(picked.length).fill(NONE) };
    }
    const inGroups = !(by === 'agent' && apply === 'never');
    const groupOf = on.of(table, whose);
    const further = inGroups ? on.further(table) : undefined;
    const theirs = agents && ownersIn(page, table, whose, agents);
    let room = picked.length;
    if (further) for (let i = 0; i < picked.length; i++) room += further(picked.row[i]!).length;
    const row = new Uint32Array(room);
    const when = new Int32Array(room);
    const group = new Int32Array(room);
    let length = 0;
    const put = (r: number, w: number, g: number) => {
      row[length] = r;
      when[length] = w;
      group[length++] = g;
      if (g !== NONE) examples.see(page, g, table.matter[r]!, table.at[r]!);
    };
    for (let i = 0; i < picked.length; i++) {
      const r = picked.row[i]!;
      const w = picked.when[i]!;
      if (theirs && !theirs(r)) continue;
      if (w === BEFORE) {
        if (!alone) put(r, w, NONE);
        continue;
      }
      put(r, alone ? GROUP_ONLY : w, inGroups ? groupOf(r) : NONE);
      for (const another of further?.(r) ?? []) put(r, GROUP_ONLY, another);
    }
    return { length, row, when, group };
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
  table: Table,
  whose: string | undefined,
  agents: ReadonlySet<string>,
): (row: number) => boolean {
  const owners = matters.words('owner');
  const names = whose ? table.words(whose) : undefined;
  return (row) => {
    const named = names?.dictionary[names.codes[row]!] ?? '';
    return agents.has(named || owners.dictionary[owners.codes[table.matter[row]!]!]!);
  };
}
