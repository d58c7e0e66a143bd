import { parseArgs } from 'node:util';
import { StoreInUse } from '../desk/store/sqlite-file.ts';
import { StoreRefuses, StoreUnavailable } from '../desk/store/store.ts';
import { UsageError } from './terminal.ts';

/**
 * From where, and to where.
 * @throws UsageError with how it is called
 */
export function optionsOf(args: readonly string[], usage: string) {
  try {
    const options = { from: { type: 'string' }, to: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new UsageError(`That is not how it is called. ${usage}`);
  }
}

/** The file of `sqlite:FILE`; undefined: it is something else. */
export function sqliteFileOf(url: string): string | undefined {
  return /^sqlite:(?:\/\/)?([^?]+)/.exec(url)?.[1];
}

/** Whether what went wrong with a store is said in words for whoever can see to it. */
export function isForPeople(error: unknown): error is Error {
  return [StoreInUse, StoreRefuses, StoreUnavailable].some((kind) => error instanceof kind);
}

/** "1,412" */
export function numeral(count: number): string {
  return count.toLocaleString('en');
}

/** "1,412 conversations" */
export function conversations(count: number): string {
  return `${numeral(count)} ${count === 1 ? 'conversation' : 'conversations'}`;
}
