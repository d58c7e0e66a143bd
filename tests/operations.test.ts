import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openRedis } from '../src/desk/store/redis.ts';
import { openSqlite } from '../src/desk/store/sqlite.ts';
import type { Store } from '../src/desk/store/store.ts';
import { createMetrics } from '../src/metrics.ts';
import { hasRedis, startRedis } from './redis-server.ts';
import { testLog } from './test-desk.ts';

const page = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8');
const run = promisify(execFile);

const folder = mkdtempSync(join(tmpdir(), 'warmline-operations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that can be told, a model's part included. */
async function registered(): Promise<string[]> {
  const kept = { waiting: { inbox: 0, effects: 0, timers: 0 }, overdue: 0 };
  const done = { accepted: 0, decided: 0, carriedOut: 0, givenUp: 0, putAside: 0 };
  const outcomes = { answer: 0, suggest: 0, clarify: 0, findings: 0, none: 0, unavailable: 0 };
  const model = {
    ...{ asked: 0, failed: 0, input: 0, cached: 0, output: 0, outcomes },
    ...{ resting: false, today: { tokens: 0, money: 0 } },
  };
  const metrics = createMetrics({
    stats: async () => ({ ...done, kept }),
    missing: () => [],
    model: async () => model,
  });
  return [...(await metrics.metrics()).matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
}

describe('the page on operations', () => {
  it('says of every metric what it is, and of no other', async () => {
    const told = [...page.matchAll(/`((?:warmline|process|nodejs)_\w+)`/g)].map(([, name]) => name);
    expect([...new Set(told)].toSorted()).toEqual((await registered()).toSorted());
  });

  it('alerts by metrics that are there', async () => {
    const names = new Set(await registered());
    const [rules = ''] = [...page.matchAll(/```yaml\n(groups:.*?)```/gs)].map(([, text]) => text!);
    type Rules = { groups: { rules: { alert: string; expr: string }[] }[] };
    const all = (parse(rules) as Rules).groups.flatMap((group) => group.rules);
    expect(all.length).toBeGreaterThan(5);
    for (const { alert, expr } of all) {
      const used = [...expr.matchAll(/warmline_\w+/g)].map(([name]) =>
        name.replace(/_(bucket|count)$/, ''),
      );
      expect(used.length, alert).toBeGreaterThan(0);
      for (const name of used) expect(names).toContain(name);
    }
  });
});

/** Says whether what was accepted before the copy is in it. */
const ids = async (store: Store) =>
  (await store.claimDeliveries(Date.now(), Date.now(), 100)).map(({ id }) => id);

const keep = (store: Store, id: string) =>
  store.accept([{ id, platform: 'playground', lane: id, body: '{}' }]);

/** The commands of the page that begin with these words. */
function commands(start: string): string[] {
  return page.split('\n').filter((line) => line.startsWith(start));
}

describe('a backup', () => {
  it('of a file that is in use', async () => {
    const [command = ''] = commands('npm run --silent warmline -- backup');
    const here = mkdtempSync(join(folder, 'sqlite-'));
    const file = join(here, 'warmline.db');
    {
      await using store = openSqlite(file);
      await keep(store, 'before');
      const env = { ...process.env, STORE_URL: `sqlite:${file}` };
      await run('sh', ['-c', command.replace('backup-', `${here}/backup-`)], { env });
      await keep(store, 'after');
    }
    const [copy = ''] = readdirSync(here).filter((name) => name.startsWith('backup-'));
    await using restored = openSqlite(join(here, copy));
    expect(await ids(restored)).toEqual(['before']);
  });

  it.skipIf(!hasRedis)('of a Redis that is in use is there again, with its log', async () => {
    const [backup = ''] = commands('redis-cli -h');
    const rdb = join(folder, 'backup.rdb');
    {
      await using server = await startRedis('--appendonly', 'yes');
      const { store } = await openRedis(server.url(), testLog());
      await keep(store, 'before');
      const [program = '', ...words] = backup.split(' ');
      const here = words.map((word) =>
        word.replace('backup.rdb', rdb).replace(/^redis$/, '127.0.0.1'),
      );
      await run(program, ['-p', String(server.port), ...here]);
      await keep(store, 'after');
      await store[Symbol.asyncDispose]();
    }
    const data = mkdtempSync(join(folder, 'redis-'));
    cpSync(rdb, join(data, 'dump.rdb'));
    {
      await using once = await startRedis('--dir', data, '--appendonly', 'no');
      const redis = async (...words: string[]) =>
        (await run('redis-cli', ['-p', String(once.port), ...words])).stdout;
      const [set = ''] = commands('redis-cli config set');
      await redis(...set.split(' #')[0]!.split(' ').slice(1));
      await expect.poll(() => redis('info', 'persistence')).toContain('aof_rewrite_in_progress:0');
      await redis('shutdown').catch(() => {});
    }
    await using server = await startRedis('--dir', data, '--appendonly', 'yes');
    const { store } = await openRedis(server.url(), testLog());
    expect(await ids(store)).toEqual(['before']);
    await store[Symbol.asyncDispose]();
  });
});
