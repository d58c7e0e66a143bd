import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/backup.ts';
import { UsageError } from '../../src/cli/terminal.ts';
import { openBeside } from '../../src/desk/store/beside.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import type { Store } from '../../src/desk/store/store.ts';
import { fillFile, spoken } from './store-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'warmline-backup-'));
const file = join(folder, 'warmline.db');
let store: Store;

/** The store of a Warmline that is running meanwhile. */
beforeAll(() => {
  store = openSqlite(file);
  fillFile(file, 1412);
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const backup = (to: string, from = `sqlite:${file}`) => spoken(run, ['--from', from, '--to', to]);

describe('a backup of the embedded store', () => {
  it('is taken while Warmline runs, for its owner alone, and says how much is in it', async () => {
    const to = join(folder, 'backup.db');
    expect(await backup(to)).toEqual({
      code: 0,
      out: `1,412 conversations are in ${to}.\n`,
      err: '',
    });
    expect(statSync(to).mode & 0o777).toBe(0o600);
    await using copy = await openBeside(`sqlite:${to}`);
    expect(await copy.conversation('c0007')).toMatchObject({ id: 'c0007' });
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('leaves another backup as it is, and proposes a name that is free', async () => {
    const to = join(folder, 'taken.db');
    writeFileSync(to, 'kept');
    const { code, err } = await backup(to);
    expect(code).toBe(1);
    const [, name = ''] = /^.*taken\.db is there already: name another, such as (.*)\n$/.exec(err)!;
    expect(name).toMatch(/taken-\d{4}-\d\d-\d\d\.db$/);
    writeFileSync(name, 'kept');
    expect((await backup(name)).err).toMatch(/such as .*taken-\d{4}-\d\d-\d\dT\d{4}\.db\n$/);
    expect(statSync(to).size).toBe(4);
  });

  it.each([
    ['nope.db', /^There is no file \S*nope\.db\. Name the one that Warmline used: --from sqlite:/],
    [
      'letter.db',
      /^There is nothing of Warmline in \S*letter\.db \(file is not a database\)\. Name/,
    ],
  ])('is not taken of %s, and nothing is left of the attempt', async (name, said) => {
    writeFileSync(join(folder, 'letter.db'), 'Dear Nora, '.repeat(400));
    const to = join(folder, 'of-nothing.db');
    const { code, out, err } = await backup(to, `sqlite:${join(folder, name)}`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(said);
    expect([to, `${to}.part`, join(folder, 'nope.db')].map(existsSync)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('says why it cannot be written', async () => {
    const { code, err } = await backup(join(folder, 'no-such-folder/backup.db'));
    expect(code).toBe(1);
    expect(err).toMatch(/backup\.db cannot be written: ENOENT/);
  });

  it('sends whoever keeps a desk in Redis to its own way', async () => {
    const asked = backup(join(folder, 'redis.db'), 'redis://localhost');
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(
      'Redis is backed up by redis-cli --rdb; see docs/operations.md.',
    );
  });
});
