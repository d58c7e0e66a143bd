import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { move } from '../../src/desk/store/move.ts';
import { openRedis } from '../../src/desk/store/redis.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import type { Store } from '../../src/desk/store/store.ts';
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts';
import { makePlaygroundRig } from '../rigs/playground.ts';
import { openTestDesk, testLog } from '../test-desk.ts';

/** What an earlier Warmline left behind, as `sqlite3 warmline.db .dump` tells it. */
function left(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'warmline-older-')), 'desk.sqlite');
  const database = new DatabaseSync(file);
  database.exec(readFileSync(new URL('older/format-4.sql', import.meta.url), 'utf8'));
  database.close();
  return file;
}

let server: RedisServer | undefined;
beforeAll(async () => {
  if (hasRedis) server = await startRedis();
});
afterAll(() => server?.[Symbol.asyncDispose]());

const stores: [string, () => Promise<Store>][] = [
  ['SQLite', async () => openSqlite(left())],
  [
    'Redis, to which it was moved',
    async () => {
      await move(left(), server!.url(), testLog(), () => {});
      return (await openRedis(server!.url(), testLog())).store;
    },
  ],
];

describe.each(hasRedis ? stores : stores.slice(0, 1))(
  'what an earlier Warmline kept, on %s',
  (_, open) => {
    it('goes on where it stood: drafts are sent, customers write on, timers ring', async () => {
      await using desk = await openTestDesk(makePlaygroundRig, { store: await open() });
      await desk.pass(60_000);
      const [nora, ben] = await Promise.all(
        ['nora', 'ben'].map(
          async (who) => (await desk.store.ofCustomer('playground', 'local', who, 1))[0]!,
        ),
      );
      expect([nora?.status, ben?.status]).toEqual(['answered', 'waiting']);

      await desk.rig.presses('Ada Agent', 'send', { card: 1 });
      await desk.settle();
      expect((await desk.store.conversation(ben!.id))?.status).toBe('answered');
      await desk.rig.writes('Nora Customer', 'It is still wrong, sadly', {
        thread: nora!.place.thread!,
      });
      await desk.pass(30_000);
      const after = (await desk.store.conversation(nora!.id))!;
      expect(after.status).toBe('waiting');
      expect(after.messages.at(-1)?.text).toBe('It is still wrong, sadly');
      expect(after.drafts.length).toBeGreaterThan(nora!.drafts.length);
      await desk.pass(26 * 3_600_000);
      expect((await desk.store.conversation(ben!.id))!.version).toBeGreaterThan(ben!.version + 1);
      expect(desk.log.lines).toEqual([]);
    });
  },
);
