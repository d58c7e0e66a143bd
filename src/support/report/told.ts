import type { Instant } from '../conversation.ts';
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

type Look<T> = (amendments: Amendments, page: Page, table: Table) => T;

/** Whether it is so, by row; undefined where it is so nowhere. */
export const DOUBTS: Readonly<Record<Doubt, Look<((row: number) => boolean) | undefined>>> = {
  out: ({ out }, { matters }, { matter }) =>
    out.isEmpty() ? undefined : (row) => out.find(matters, matter[row]!)?.out === true,
  reopened: ({ reopened }, page, table) => isAfter(reopened, page, table),
  'rated again': ({ rated }, page, table) => isAfter(rated, page, table),
  'waits on': ({ failed }, { matters }, table) => {
    if (failed.isEmpty()) return undefined;
    const { matter, at } = table;
    const since = table.numbers('since');
    return (row) =>
      failed
        .find(matters, matter[row]!)
        ?.some((one) => one.since === since?.[row] && one.at >= at[row]!) === true;
  },
};

/** Whether that happened after what a row tells. */
function isAfter(
  last: Lookup<Instant>,
  { matters }: Page,
  { matter, at }: Table,
): ((row: number) => boolean) | undefined {
  if (last.isEmpty()) return undefined;
  return (row) => {
    const time = last.find(matters, matter[row]!);
    return time !== undefined && time > at[row]!;
  };
}

export const TOLD: Readonly<Record<Told, Look<(row: number) => string>>> = {
  'reopened or stands': (amendments, page, table) => {
    const reopened = DOUBTS.reopened(amendments, page, table);
    return (row) => (reopened?.(row) ? 'reopened' : 'stands');
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
