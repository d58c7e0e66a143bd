import type { Instant } from '../conversation.ts';
import type { Amendments } from './amendments.ts';
import type { Lookup } from './lookup.ts';
import type { Page, Table } from './page.ts';
import { coded, eachOf, type Saying } from './saying.ts';

/** What may have become of what a fact tells. */
export type Doubt = 'out' | 'reopened' | 'rated again' | 'taken back' | 'waits on';

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
  out: ({ out }, { matters }, { matter }) => {
    const find = out.of(matters);
    return find && ((row) => find(matter[row]!)?.out === true);
  },
  reopened: ({ reopened }, page, table) => isAfter(reopened, page, table),
  'rated again': ({ rated }, page, table) => isAfter(rated, page, table),
  'taken back': ({ praise }, { matters }, table) => {
    const find = praise.of(matters);
    const words = table.words('message');
    return (
      find &&
      words &&
      ((row) => {
        const message = words.dictionary[words.codes[row]!];
        const last = find(table.matter[row]!)?.findLast((one) => one.message === message);
        return last?.stands === false;
      })
    );
  },
  'waits on': ({ failed }, { matters }, table) => {
    const find = failed.of(matters);
    const { matter, at } = table;
    const since = table.numbers('since');
    return (
      find &&
      ((row) =>
        find(matter[row]!)?.some((one) => one.since === since?.[row] && one.at >= at[row]!) ===
        true)
    );
  },
};

/** Whether that happened after what a row tells. */
function isAfter(
  last: Lookup<Instant>,
  { matters }: Page,
  { matter, at }: Table,
): ((row: number) => boolean) | undefined {
  const find = last.of(matters);
  return (
    find &&
    ((row) => {
      const time = find(matter[row]!);
      return time !== undefined && time > at[row]!;
    })
  );
}

/** Where it is known what became of what a fact tells. */
export const AMENDED_BY: Readonly<Record<Doubt | Told, (from: Amendments) => Lookup<unknown>>> = {
  out: ({ out }) => out,
  reopened: ({ reopened }) => reopened,
  'rated again': ({ rated }) => rated,
  'taken back': ({ praise }) => praise,
  'waits on': ({ failed }) => failed,
  'reopened or stands': ({ reopened }) => reopened,
  'settled or open': ({ settled }) => settled,
  'answered or not': ({ rated }) => rated,
  'right or not': ({ corrected }) => corrected.category,
  score: ({ settled }) => settled,
};

export const TOLD: Readonly<Record<Told, Look<Saying>>> = {
  'reopened or stands': (amendments, page, table) => {
    const reopened = isAfter(amendments.reopened, page, table);
    return eachOf(table, ['stands', 'reopened'], (row) => Number(reopened?.(row) === true));
  },
  'settled or open': (amendments, page, table) => {
    const by = settledBy(amendments, page, table);
    return coded(table, (row) => by(row) ?? 'open');
  },
  'answered or not': ({ rated }, { matters }, table) => {
    const find = rated.of(matters);
    const { matter, at } = table;
    return eachOf(table, ['unanswered', 'answered'], (row) => {
      const time = find?.(matter[row]!);
      return Number(time !== undefined && time >= at[row]!);
    });
  },
  'right or not': ({ corrected }, { matters }, table) => {
    const find = corrected.category.of(matters);
    const { matter } = table;
    return eachOf(table, ['right', 'corrected'], (row) => {
      const category = find?.(matter[row]!);
      return Number(category !== undefined && category.from !== category.to);
    });
  },
  score: (amendments, page, table) => {
    const by = settledBy(amendments, page, table);
    const recovering = table.numbers('recovering');
    const value = table.numbers('value');
    return coded(table, (row) =>
      recovering?.[row] === 1 && by(row) === undefined ? 'in recovery' : String(value?.[row]),
    );
  },
};

/** By whom what a fact tells of was made up for since. */
function settledBy(
  { settled }: Amendments,
  { matters }: Page,
  { matter, at }: Table,
): (row: number) => string | undefined {
  const find = settled.of(matters);
  return (row) => find?.(matter[row]!)?.find((one) => one.at >= at[row]!)?.by;
}
