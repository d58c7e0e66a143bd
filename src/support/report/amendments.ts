import type { Instant } from '../conversation.ts';
import type { Fact } from '../facts.ts';
import { createLookup, type Lookup } from './lookup.ts';
import type { Page, Table } from './page.ts';

/** What a field was read as at first, and what it was last set to. */
interface Corrected {
  readonly from: string;
  readonly fromAt: Instant;
  readonly to: string;
  readonly toAt: Instant;
}

interface PraiseChanged {
  readonly at: Instant;
  readonly message: string;
  readonly stands: boolean;
}

/**
 * What happened to conversations later, and amends what earlier facts count for. Facts are never changed: a report of last month,
 * made today, reads these from the month's start until now. They are few beside all facts, and in whichever order they are read,
 * the same comes of it.
 *
 * - `corrected`: a conversation counts, with all its facts, under the category and the urgency that it was last set to.
 * - `out`: it was set aside as no request, its customer took back all they had said, or it was merged into another one, and has not
 *   been brought back since. Its opening is no volume, and its ending none.
 * - `reopened`: an ending before that is none: the matter had not ended.
 * - `rated`: of several ratings, the last counts.
 * - `settled`: what was made up for, and by whom. A rating counts when that is over.
 * - `praise`: praise whose words were taken back is none, as long as they do not stand there again.
 * - `failed`: a reply that did not arrive stopped no clock.
 */
export interface Amendments {
  readonly corrected: Readonly<Record<'category' | 'urgency', Lookup<Corrected>>>;
  readonly out: Lookup<{ readonly at: Instant; readonly out: boolean }>;
  /** The last time. */
  readonly reopened: Lookup<Instant>;
  /** The last time. */
  readonly rated: Lookup<Instant>;
  readonly settled: Lookup<readonly { readonly at: Instant; readonly by: string }[]>;
  /** By message, in the order of time. */
  readonly praise: Lookup<readonly PraiseChanged[]>;
  /** When it was known, and since when they wait whom it should have reached. */
  readonly failed: Lookup<readonly { readonly at: Instant; readonly since: Instant }[]>;
  /** Takes in what the facts of a page amend; each page once. */
  add(page: Page): void;
}

/** The facts that amend others: of pages after the period, only these are needed. */
const AMENDING = [
  'corrected',
  'set-aside',
  'withdrawn',
  'merged',
  'brought-back',
  'reopened',
  'rated',
  'recovery-settled',
  'praise-changed',
  'delivery-failed',
] as const satisfies readonly Fact['type'][];

export function createAmendments(): Amendments {
  const amendments = {
    corrected: { category: createLookup<Corrected>(), urgency: createLookup<Corrected>() },
    out: createLookup<{ readonly at: Instant; readonly out: boolean }>(),
    reopened: createLookup<Instant>(),
    rated: createLookup<Instant>(),
    settled: createLookup<readonly { readonly at: Instant; readonly by: string }[]>(),
    praise: createLookup<readonly PraiseChanged[]>(),
    failed: createLookup<readonly { readonly at: Instant; readonly since: Instant }[]>(),
  };
  return {
    ...amendments,
    add(page) {
      for (const type of AMENDING) {
        const table = page.table(type);
        if (table) READ[type](amendments, page, table);
      }
    },
  };
}

type Lookups = Omit<Amendments, 'add'>;
type Read = (amendments: Lookups, page: Page, table: Table) => void;

const READ: Readonly<Record<(typeof AMENDING)[number], Read>> = {
  corrected: readCorrected,
  'set-aside': readOut(true),
  withdrawn: readOut(true),
  merged: readOut(true),
  'brought-back': readOut(false),
  reopened: readLast('reopened'),
  rated: readLast('rated'),
  'recovery-settled': ({ settled }, { matters }, table) => {
    const by = wordIn(table, 'by');
    each(table, (row, at, matter) => {
      const one = { at, by: by(row) };
      settled.put(matters, matter, (known = []) => [...known, one].sort((a, b) => a.at - b.at));
    });
  },
  'praise-changed': ({ praise }, { matters }, table) => {
    const message = wordIn(table, 'message');
    const stands = table.numbers('stands');
    each(table, (row, at, matter) => {
      const one = { at, message: message(row), stands: stands?.[row] === 1 };
      praise.put(matters, matter, (known = []) =>
        [...known, one].sort((a, b) => a.at - b.at || Number(a.stands) - Number(b.stands)),
      );
    });
  },
  'delivery-failed': ({ failed }, { matters }, table) => {
    const since = table.numbers('since');
    each(table, (row, at, matter) => {
      const waits = since?.[row] ?? Number.NaN;
      if (!Number.isNaN(waits)) {
        failed.put(matters, matter, (known = []) => [...known, { at, since: waits }]);
      }
    });
  },
};

function readCorrected({ corrected }: Lookups, { matters }: Page, table: Table): void {
  const [field, from, to] = ['field', 'from', 'to'].map((name) => wordIn(table, name));
  each(table, (row, at, matter) => {
    const of = field!(row);
    if (of !== 'category' && of !== 'urgency') return;
    const one = { from: from!(row), fromAt: at, to: to!(row), toAt: at };
    corrected[of].put(matters, matter, (known = one) => {
      const first = known.fromAt <= at ? known : one;
      const last = known.toAt > at ? known : one;
      return { from: first.from, fromAt: first.fromAt, to: last.to, toAt: last.toAt };
    });
  });
}

function readOut(out: boolean): Read {
  return (amendments, { matters }, table) =>
    each(table, (_, at, matter) => {
      amendments.out.put(matters, matter, (known) => {
        if (known === undefined || at > known.at) return { at, out };
        return at === known.at && !out ? { at, out } : known;
      });
    });
}

function readLast(of: 'reopened' | 'rated'): Read {
  return (amendments, { matters }, table) =>
    each(table, (_, at, matter) => {
      amendments[of].put(matters, matter, (known = at) => Math.max(known, at));
    });
}

function each(table: Table, see: (row: number, at: Instant, matter: number) => void): void {
  for (let row = 0; row < table.rows; row++) see(row, table.at[row]!, table.matter[row]!);
}

/** What the facts of a table say in a field; empty where they say nothing. */
function wordIn(table: Table, field: string): (row: number) => string {
  const words = table.words(field);
  return (row) => (words ? (words.dictionary[words.codes[row]!] ?? '') : '');
}
