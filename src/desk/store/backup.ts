import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { format, parse } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { conversationsIn, openSource } from './source-file.ts';
import { StoreRefuses } from './store.ts';

/**
 * Copies the file of an embedded store as it stands at one moment, whether or not a Warmline has it open. The copy is for its owner's
 * eyes alone, and gets its name when it is whole and on the disk.
 * @returns how many conversations are in it
 * @throws StoreRefuses where there is no such file, where the copy's name is taken, or where it cannot be written
 */
export function backUp(from: string, to: string): number {
  using source = openSource(from);
  if (existsSync(to)) {
    throw new StoreRefuses(`${to} is there already: name another, such as ${freeName(to)}`);
  }
  const part = `${to}.part`;
  try {
    // What one that was killed has left.
    rmSync(part, { force: true });
    const own = openSync(part, 'wx', 0o600);
    try {
      // One reading of one moment: page by page it would begin anew whenever a desk writes.
      source.prepare('VACUUM INTO ?').run(part);
      const conversations = check(part);
      fsyncSync(own);
      renameSync(part, to);
      return conversations;
    } finally {
      closeSync(own);
    }
  } catch (cause) {
    rmSync(part, { force: true });
    throw new StoreRefuses(`${to} cannot be written: ${(cause as Error).message}.`, { cause });
  }
}

function check(file: string): number {
  using copy = new DatabaseSync(file, { readOnly: true });
  const [first] = copy.prepare('PRAGMA integrity_check').all();
  if (first?.['integrity_check'] !== 'ok') {
    throw new Error(`what was read is not whole, ${first?.['integrity_check']}`);
  }
  return conversationsIn(copy);
}

/** With today's date, and the time where that is taken too. */
function freeName(taken: string): string {
  const { dir, name, ext } = parse(taken);
  const bare = name.replace(/-\d{4}-\d\d-\d\d(T\d{4})?$/, '');
  const dated = (date: string) => format({ dir, name: `${bare}-${date}`, ext });
  const now = new Date().toISOString();
  const today = dated(now.slice(0, 10));
  return existsSync(today) ? dated(now.slice(0, 16).replace(':', '')) : today;
}
