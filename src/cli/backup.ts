import { readConfig } from '../config.ts';
import { backUp } from '../desk/store/backup.ts';
import { isRedisUrl } from '../desk/store/redis-address.ts';
import { conversations, isForPeople, optionsOf, sqliteFileOf } from './store-file.ts';
import { type Terminal, UsageError } from './terminal.ts';

const USAGE = 'It is called so: warmline backup --to backup.db [--from sqlite:data/warmline.db]';

/** Copies the file of the embedded store, also while Warmline runs. Out comes how much is in the copy. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { from = readConfig().storeUrl, to } = optionsOf(args, USAGE);
  if (!to) throw new UsageError(`There is no --to. ${USAGE}`);
  if (isRedisUrl(from)) {
    throw new UsageError('Redis is backed up by redis-cli --rdb; see docs/operations.md.');
  }
  const file = sqliteFileOf(from);
  if (file === undefined) throw new UsageError(`What to copy is no SQLite file. ${USAGE}`);
  try {
    const count = backUp(file, to);
    await terminal.write(`${conversations(count)} ${count === 1 ? 'is' : 'are'} in ${to}.\n`);
    return 0;
  } catch (error) {
    if (!isForPeople(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
