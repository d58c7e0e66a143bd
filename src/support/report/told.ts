import type { Amendments } from './amendments.ts';
import type { Lookup } from './lookup.ts';
import type { Page, Table } from './page.ts';

/** What may have become of what a fact tells. */
export type Doubt = 'out' | 'reopened' | 'rated again' | 'waits on';

/** What a fact is counted as, by what is known by now. */
export type Told =
  | 'reopened or stands'
  | 'settled or open'
  | 'answered or not'
  | 'right or not'
  | 'score';

type Look<T> = (amendments: Amendments, page: Page, table: Table) => (row: number) => T;

/** What is known of a page's conversations, looked up once for all measures that ask: of the page that is read. */
const looked = new WeakMap<object, { readonly page: Page; readonly values: Float64Array }>();

function known<T>(
  page: Page,
  lookup: Lookup<T>,
  number: (value: T | undefined) => number,
): Float64Array {
  const last = looked.get(lookup);
  if (last?.page === page) return last.values;
  const values = new Float64Array(page.matters.count).fill(number(undefined));
  for (let matter = 0; matter < values.length; matter++) {
    const one = lookup.find(page.matters, matter);
    if (one !== undefined) values[matter] = number(one);
  }
  looked.set(lookup, { page, values });
  return values;
}

/** Whether it is so, by row. */
export const DOUBTS: Readonly<Record<Doubt, Look<boolean>>> = {
  out: ({ out }, page, { matter }) => {
    const isOut = known(page, out, (one) => Number(one?.out === true));
    return (row) => isOut[matter[row]!] === 1;
  },
  reopened: ({ reopened }, page, { matter, at }) => {
    const last = known(page, reopened, (time = Number.NEGATIVE_INFINITY) => time);
    return (row) => last[matter[row]!]! > at[row]!;
  },
  'rated again':
    ({ rated }, { matters }, { matter, at }) =>
    (row) =>
      (rated.find(matters, matter[row]!) ?? Number.NEGATIVE_INFINITY) > at[row]!,
  'waits on': ({ failed }, { matters }, table) => {
    const { matter, at } = table;
    const since = table.numbers('since');
    return (row) =>
      failed
        .find(matters, matter[row]!)
        ?.some((one) => one.since === since?.[row] && one.at >= at[row]!) === true;
  },
};

export const TOLD: Readonly<Record<Told, Look<string>>> = {
  'reopened or stands': (amendments, page, table) => {
    const reopened = DOUBTS.reopened(amendments, page, table);
    return (row) => (reopened(row) ? 'reopened' : 'stands');
  },
  'settled or open': (amendments, page, table) => {
    const by = settledBy(amendments, page, table);
    return (row) => by(row) ?? 'open';
  },
  'answered or not':
    ({ rated }, { matters }, { matter, at }) =>
    (row) =>
      (rated.find(matters, matter[row]!) ?? Number.NEGATIVE_INFINITY) >= at[row]!
        ? 'answered'
        : 'unanswered',
  'right or not':
    ({ corrected }, { matters }, { matter }) =>
    (row) => {
      const category = corrected.category.find(matters, matter[row]!);
      return category === undefined || category.from === category.to ? 'right' : 'corrected';
    },
  score: (amendments, page, table) => {
    const by = settledBy(amendments, page, table);
    const recovering = table.numbers('recovering');
    const value = table.numbers('value');
    return (row) =>
      recovering?.[row] === 1 && by(row) === undefined ? 'in recovery' : String(value?.[row]);
  },
};

/** By whom what a fact tells of was made up for since. */
function settledBy(
  { settled }: Amendments,
  { matters }: Page,
  { matter, at }: Table,
): (row: number) => string | undefined {
  return (row) => settled.find(matters, matter[row]!)?.find((one) => one.at >= at[row]!)?.by;
}
