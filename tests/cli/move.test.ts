import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/move.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { freePort, hasRedis, type RedisServer, startRedis } from '../redis-server.ts';
import { fillFile, spoken } from './store-files.ts';

const COUNT = 1412;
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'warmline-move-'));
const file = join(folder, 'warmline.db');

const move = (to: string, from = file) => spoken(run, ['--from', `sqlite:${from}`, '--to', to]);

async function makeFile(path: string, count: number): Promise<void> {
  await openSqlite(path)[Symbol.asyncDispose]();
  fillFile(path, count);
}

beforeAll(() => makeFile(file, COUNT));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasRedis)('moving a desk from a terminal', () => {
  let server: RedisServer;
  const redis = (...words: string[]) => {
    const { stdout } = spawnSync('redis-cli', ['-p', String(server.port), ...words]);
    return String(stdout).trim();
  };
  const hasSome = () => redis('hget', '{warmline}:moving', 'conversations') === '200';
  beforeAll(async () => {
    server = await startRedis('--appendonly', 'yes');
  });
  afterEach(() => void redis('flushall'));
  afterAll(() => server[Symbol.asyncDispose]());

  it('says how many conversations it moved where, and of a second call that all is done', async () => {
    const { code, out, err } = await move(server.url('acme'));
    expect(err).toBe(
      `1,412 conversations moved from ${file} to 127.0.0.1:${server.port}, desk acme.\nEverything is there, as it was. Set STORE_URL to it, and keep the file until you are content.\n`,
    );
    expect(code).toBe(0);
    const [first = ''] = out.split('\n');
    expect(JSON.parse(first)).toMatchObject({ kind: 'conversations', rows: COUNT });
    expect(await move(server.url('acme'))).toEqual({
      code: 1,
      out: '',
      err: 'This move is complete already: set STORE_URL to it and start Warmline.\n',
    });
  });

  it('touches neither Redis nor the disk for a file that is not there', async () => {
    const nope = join(folder, 'data/nope.db');
    const { code, err } = await move(server.url(), nope);
    expect(code).toBe(1);
    expect(err).toBe(
      `There is no file ${nope}. Name the one that Warmline used: --from sqlite:<file>.\n`,
    );
    expect(existsSync(join(folder, 'data'))).toBe(false);
    expect(redis('dbsize')).toBe('0');
  });

  it('touches no Redis for a file without a conversation', async () => {
    const empty = join(folder, 'empty.db');
    await makeFile(empty, 0);
    const { code, err } = await move(server.url(), empty);
    expect(code).toBe(1);
    expect(err).toBe(
      `There is nothing in ${empty}: no conversation. Name the one that Warmline used: --from sqlite:<file>.\n`,
    );
    expect(redis('dbsize')).toBe('0');
  });

  it('does not begin where Redis would throw conversations away, and warns of what else is amiss', async () => {
    redis('config', 'set', 'maxmemory-policy', 'allkeys-lru', 'appendonly', 'no');
    const { code, err } = await move(server.url());
    expect(code).toBe(1);
    expect(err).toMatch(
      /\(allkeys-lru\).* Set maxmemory-policy to noeviction first, then call this again\.\n$/,
    );
    expect(redis('dbsize')).toBe('0');
    redis('config', 'set', 'maxmemory-policy', 'noeviction');
    const moved = await move(server.url());
    expect(moved.code).toBe(0);
    expect(moved.err).toMatch(
      /^Redis keeps no log of its writes: .* Set appendonly to yes while it runs .*\n1,412 /,
    );
    redis('config', 'set', 'appendonly', 'yes');
  });

  it('says how a desk that is in the way is removed, in a command that removes it and no other', async () => {
    const other = join(folder, 'other.db');
    await makeFile(other, 3);
    await move(server.url('acme'), other);
    await move(server.url('acme-2'), other);
    const { code, err } = await move(server.url('acme'));
    expect(code).toBe(1);
    expect(err).toMatch(
      /^There is a desk in that Redis already\..* remove it for good:\n {2}redis-cli /,
    );
    await promisify(execFile)('sh', ['-c', err.split('\n')[1]!]);
    expect(redis('--scan', '--pattern', '{acme}:*')).toBe('');
    expect(redis('get', '{acme-2}:format')).toBe('1');
    expect((await move(server.url('acme'))).code).toBe(0);
  });

  it('says it is full in the words of whoever can help, and goes on once there is room', async () => {
    await using door = await openDoor(server.port, () => {
      if (hasSome()) redis('config', 'set', 'maxmemory', '1');
      return true;
    });
    const full = await move(door.url);
    expect(full).toEqual({
      code: 1,
      out: '',
      err: 'Redis is full and takes no writes: raise its maxmemory, or give the machine more memory. Then call this again; it goes on where it was.\n',
    });
    expect(hasSome()).toBe(true);
    redis('config', 'set', 'maxmemory', '0');
    expect((await move(server.url())).err).toMatch(/^1,412 conversations moved/);
  });

  it('says where Ctrl-C broke it off, and goes on from there', async () => {
    let interrupt = () => {};
    await using door = await openDoor(server.port, () => {
      if (!hasSome()) return true;
      interrupt();
      return false;
    });
    const words = [cli, 'move', '--from', `sqlite:${file}`, '--to', door.url];
    const child = spawn(process.execPath, words, { env: {}, stdio: ['ignore', 'ignore', 'pipe'] });
    interrupt = () => child.kill('SIGINT');
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(err).toBe('Broken off at conversations 200 of 1,412. Call it again to go on.\n');
    expect(code).toBe(130);
    expect((await move(server.url())).err).toMatch(/^1,412 conversations moved/);
  });

  it('says once that a password is wrong, and does not repeat it', async () => {
    redis('config', 'set', 'requirepass', 'right');
    const { code, err } = await move(`redis://:wr0ng@127.0.0.1:${server.port}`);
    redis('-a', 'right', 'config', 'set', 'requirepass', '');
    expect(code).toBe(1);
    expect(err).toBe('Redis does not let us in: correct the user and password in --to.\n');
    expect(err).not.toContain('wr0ng');
  });

  it('says of a Redis that is not there where it looked, and leaves the file as it is', async () => {
    const port = await freePort();
    const { code, err } = await move(`redis://:secret@127.0.0.1:${port}`);
    expect(code).toBe(1);
    expect(err).toBe(
      `Redis at 127.0.0.1:${port} cannot be reached: see that it runs there. Then call this again.\n`,
    );
    expect(err).not.toContain('secret');
    expect(readdirSync(folder)).toContain('warmline.db');
  });
});

/** A way to Redis on which somebody says of each script that is asked for whether it may pass. */
async function openDoor(port: number, passes: () => boolean) {
  const door = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const end of [near, far]) end.on('error', () => {});
    let open = true;
    near.on('data', (chunk) => {
      // A script may come in several pieces: of one that may not pass, none does.
      open &&= !chunk.includes('EVAL') || passes();
      if (open) far.write(chunk);
    });
    far.pipe(near);
    near.on('close', () => far.destroy());
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  return {
    url: `redis://127.0.0.1:${(door.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => void door.close(),
  };
}
