import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBeside } from '../../src/desk/store/beside.ts';
import { openLedgerAt } from '../../src/desk/store/open.ts';
import { openRedis, type RedisStore } from '../../src/desk/store/redis.ts';
import { readRedisAddress } from '../../src/desk/store/redis-address.ts';
import { followingClock } from '../../src/desk/store/redis-clock.ts';
import { connectRedis } from '../../src/desk/store/redis-connection.ts';
import { faultOf } from '../../src/desk/store/redis-fault.ts';
import { sentinelClient } from '../../src/desk/store/redis-sentinel.ts';
import { faultsIn } from '../../src/desk/store/redis-settings.ts';
import { StoreRefuses, StoreUnavailable } from '../../src/desk/store/store.ts';
import { redactText } from '../../src/redaction.ts';
import { dayOf } from '../../src/support/report/page.ts';
import { MONDAY_MORNING } from '../clock.ts';
import { describeLedger, reopened } from '../ledger.contract.ts';
import {
  freePort,
  hasRedis,
  type RedisServer,
  startRedis,
  startSentinel,
} from '../redis-server.ts';
import { describeStore } from '../store.contract.ts';
import { testLog } from '../test-desk.ts';

const NOW = MONDAY_MORNING;

const delivery = (id: string) => ({ id, platform: 'playground', lane: id, body: '{}' }) as const;

const fact = (conversation: string) => ({
  ...{ event: conversation, at: NOW, claims: [], effects: [], raised: [] },
  facts: [reopened(NOW, conversation)],
});

describe.skipIf(!hasRedis)('Redis', () => {
  let server: RedisServer;
  let cluster: RedisServer;
  let desks = 0;
  beforeAll(async () => {
    // Some seconds pass until a cluster holds itself for one.
    cluster = await startRedis('--cluster-enabled', 'yes');
    const slots = ['CLUSTER', 'ADDSLOTSRANGE', '0', '16383'];
    execFileSync('redis-cli', ['-p', String(cluster.port), ...slots]);
    server = await startRedis('--appendonly', 'yes', '--appendfsync', 'always');
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await cluster[Symbol.asyncDispose]();
  });

  const opened: RedisStore[] = [];
  afterEach(async () => {
    for (const { store } of opened.splice(0)) await store[Symbol.asyncDispose]();
  });
  const open = async (desk = `desk-${desks++}`, log = testLog()) => {
    const one = await openRedis(server.url(desk), log, { patience: 400 });
    opened.push(one);
    return one;
  };
  const redis = (...words: string[]) =>
    execFileSync('redis-cli', ['-p', String(server.port), ...words], { encoding: 'utf8' }).trim();

  const openEmpty = async () => (await openRedis(server.url(`desk-${desks++}`), testLog())).store;
  describeStore('Redis', openEmpty);
  describeLedger('Redis', openEmpty);

  it('keeps everything of a desk under its own name, in one slot of a cluster', async () => {
    const { store } = await open('acme');
    await store.accept([delivery('one')]);
    await store.shelf('people').set('nora', { name: 'Nora' });
    const { store: other } = await open('other');
    expect(await other.claimDeliveries(NOW, NOW, 10)).toEqual([]);
    const names = redis('KEYS', '*acme*').split('\n');
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !name.startsWith('{acme}:'))).toEqual([]);
  });

  it('has its facts read by another thread, over a connection of its own', async () => {
    const { store } = await open();
    await store.commit(fact('c'));
    using beside = await openLedgerAt(store.ledger.url!);
    expect((await beside.day(dayOf(NOW))).facts).toHaveLength(1);
    await store.ledger.bind(dayOf(NOW), { parts: 0, facts: 1 }, Uint8Array.of(0, 255, 10, 13));
    expect((await beside.day(dayOf(NOW))).parts.map((part) => [...part])).toEqual([
      [0, 255, 10, 13],
    ]);
  });

  it('can be looked at beside whoever works on it, and begins nothing where there is nothing', async () => {
    const name = `desk-${desks}`;
    await expect(openBeside(server.url(name))).rejects.toThrow(/no desk of that name/);
    expect(redis('KEYS', `{${name}}*`)).toBe('');
    const { store } = await open();
    await store.commit(fact('c'));
    await using beside = await openBeside(server.url(name));
    expect((await beside.ledger.day(dayOf(NOW))).facts).toHaveLength(1);
    expect(await beside.waiting(10)).toEqual([]);
    expect(await beside.conversation('c')).toBeUndefined();
    expect(await beside.lessons()).toEqual([]);
  });

  it('gives a lane to one of several desks, and to another one when that one is gone', async () => {
    const [one, two] = [await open('shared'), await open('shared')];
    await one.store.accept(Array.from({ length: 40 }, (_, i) => delivery(`d${i}`)));
    const now = one.clock.now();
    const both = await Promise.all(
      [one, two].map(({ store }) => store.claimDeliveries(now, now + 1000, 30)),
    );
    const ids = both.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(40);
    expect(await two.store.claimDeliveries(now + 999, now + 2000, 99)).toEqual([]);
    expect(await two.store.claimDeliveries(now + 1000, now + 2000, 99)).toHaveLength(40);
  });

  it('has the same time for all desks, whatever their machines say', async () => {
    const { clock } = await open();
    const [seconds, micros] = redis('TIME').split('\n').map(Number);
    expect(Math.abs(clock.now() - (seconds! * 1000 + micros! / 1000))).toBeLessThan(500);
  });

  it('refuses what a newer Warmline has written, at the start and later', async () => {
    const { store, reasons } = await open('newer');
    redis('SET', '{newer}:format', '99');
    await expect(openRedis(server.url('newer'), testLog())).rejects.toThrow(StoreRefuses);
    await expect(store.accept([delivery('one')])).rejects.toThrow(StoreUnavailable);
    await expect
      .poll(reasons, { timeout: 3000 })
      .toEqual([expect.stringMatching(/newer Warmline/)]);
  });

  it('warns of settings with which conversations would be lost', async () => {
    redis('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
    const log = testLog();
    await open(undefined, log);
    expect(log.lines.map(({ text }) => text)).toEqual([expect.stringMatching(/noeviction/)]);
    redis('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
  });

  it.each([
    [{}, []],
    [{ version: '6.2.0', appendonly: 'yes', appendfsync: 'always' }, []],
    [{ version: '8.0.1', 'maxmemory-policy': 'volatile-lru' }, [/volatile-lru.*noeviction/]],
    [
      { appendonly: 'no', appendfsync: 'no' },
      [/Set appendonly to yes while it runs.*config set appendonly yes.*config rewrite/],
    ],
    [{ appendonly: 'yes', appendfsync: 'no' }, [/Set appendfsync to everysec/]],
  ])('says of each setting that loses something what to set instead: %j', (settings, faults) => {
    expect(faultsIn(settings)).toEqual(faults.map((words) => expect.stringMatching(words)));
  });

  it('refuses a server that is too old for what it is asked', () => {
    expect(() => faultsIn({ version: '6.0.16' })).toThrow(/6\.0\.16.*needs 6\.2 or newer/);
    expect(() => faultsIn({ version: '5.0.7' })).toThrow(StoreRefuses);
  });

  it('keeps nothing of what it cannot keep whole, and says so', async () => {
    const { store } = await open('full');
    redis('CONFIG', 'SET', 'maxmemory', '1');
    await expect(store.accept([delivery('one')])).rejects.toThrow(StoreUnavailable);
    await expect(store.shelf('people').set('nora', 1)).rejects.toThrow(StoreUnavailable);
    redis('CONFIG', 'SET', 'maxmemory', '0');
    expect(await store.claimDeliveries(NOW, NOW, 10)).toEqual([]);
    redis('REPLICAOF', '127.0.0.1', '1');
    await expect(store.accept([delivery('one')])).rejects.toThrow(StoreUnavailable);
    redis('REPLICAOF', 'NO', 'ONE');
    await store.accept([delivery('one')]);
  });

  it('lets nobody hang while the server is frozen, or gone, and goes on when it is back with all that was acknowledged', async () => {
    const log = testLog();
    const { store, reasons } = await open('away', log);
    await store.accept([delivery('one')]);
    server.sleep();
    const shelf = store.shelf('people');
    const asked = performance.now();
    for (const one of [store.accept([delivery('lost')]), store.nextDue(), shelf.get('nora')]) {
      await expect(one).rejects.toThrow(StoreUnavailable);
    }
    expect(performance.now() - asked).toBeLessThan(3000);
    expect(reasons()).toEqual([
      `Redis at 127.0.0.1:${server.port} cannot be reached: see that it runs there`,
    ]);
    await expect(store.depth()).rejects.toThrow(StoreUnavailable);
    server.wake();
    await server.kill();
    const gone = performance.now();
    const lost = () => store.accept([delivery('lost')]).catch(String);
    await expect
      .poll(lost)
      .toContain(
        `written: Redis at 127.0.0.1:${server.port} cannot be reached: see that it runs there. All goes on by itself when that has changed.`,
      );
    await expect(shelf.set('nora', 1)).rejects.toThrow(StoreUnavailable);
    await expect(shelf.get('nora')).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - gone).toBeLessThan(1000);
    await server.restart();
    await expect.poll(reasons, { timeout: 5000 }).toEqual([]);
    const ids = (await store.claimDeliveries(NOW, NOW, 10)).map(({ id }) => id);
    expect(ids).toContain('one');
  });

  it('is waited for where it is away at first', async () => {
    await server.kill();
    const { store, there, reasons } = await open('late');
    expect(reasons()).toEqual([
      `Redis at 127.0.0.1:${server.port} cannot be reached: see that it runs there`,
    ]);
    await expect(store.accept([delivery('one')])).rejects.toThrow(StoreUnavailable);
    await server.restart();
    await there;
    await store.accept([delivery('one')]);
    expect(reasons()).toEqual([]);
  });

  it('says why it takes no writes for as long as that lasts, at the start too, and goes on by itself', async () => {
    const log = testLog();
    const { store, reasons } = await open('crowded', log);
    redis('CONFIG', 'SET', 'maxmemory', '1');
    const full =
      'Redis is full and takes no writes: raise its maxmemory, or give the machine more memory';
    await expect.poll(reasons, { timeout: 3000 }).toEqual([full]);
    await expect(store.depth()).rejects.toThrow(StoreUnavailable);
    const late = await open('crowded', log);
    expect(late.reasons()).toEqual([full]);
    redis('CONFIG', 'SET', 'maxmemory', '0');
    await late.there;
    await expect.poll(reasons, { timeout: 3000 }).toEqual([]);
    await store.depth();
    expect(log.lines.map(({ text }) => text)).toEqual([
      full,
      `${full}. Warmline waits for it, and is not ready yet`,
    ]);
  });

  it('says that what it kept is gone, once', async () => {
    const log = testLog();
    const { store } = await open('emptied', log);
    redis('DEL', '{emptied}:format');
    await expect
      .poll(() => log.lines, { timeout: 3000 })
      .toEqual([
        {
          level: 'error',
          facts: {},
          text: expect.stringMatching(/gone.*stop every Warmline, copy the dump\.rdb .* backup\.$/),
        },
      ]);
    await store.accept([delivery('one')]);
  });

  it('says at once what no waiting mends: a password, a database that is not there', async () => {
    await using closed = await startRedis('--requirepass', 'right');
    const url = (login: string) => closed.url().replace('//', `//${login}`);
    const log = testLog();
    const words = async (of: string) =>
      openRedis(of, log).then(
        () => '',
        (error: Error) => `${error.name}: ${error.message}`,
      );
    expect(await words(url(':wrong@'))).toBe(
      'StoreRefuses: Redis does not let us in: correct the user and password in STORE_URL.',
    );
    expect(await words(url(''))).toBe(
      'StoreRefuses: Redis wants a password: write the user, a colon, the password and an @ in front of the host in STORE_URL.',
    );
    expect(await words(url(':right@').replace('redis:', 'redis+cluster:'))).toBe(
      'StoreRefuses: Redis is no cluster: begin STORE_URL with redis://, or rediss:// for TLS.',
    );
    await expect(openBeside(url(''))).rejects.toThrow(/^Redis wants a password: .*STORE_URL\.$/);
    expect(await words(url(':right@').replace('?', '/99?'))).toMatch(
      /^StoreRefuses: Redis has no database of that number: correct .* out\.$/,
    );
    // It is no outage, and nothing is tried again.
    expect(log.lines).toEqual([]);

    const { store, reasons } = await openRedis(url(':right@'), testLog());
    await using _ = store;
    const asked = ['-p', String(closed.port), '-a', 'right', '--no-auth-warning'];
    execFileSync('redis-cli', [...asked, 'CONFIG', 'SET', 'requirepass', 'changed']);
    const others = ['-a', 'changed', 'CLIENT', 'KILL', 'TYPE', 'normal'];
    execFileSync('redis-cli', [...asked.slice(0, 2), '--no-auth-warning', ...others]);
    await expect
      .poll(reasons, { timeout: 5000 })
      .toEqual(['Redis does not let us in: correct the user and password in STORE_URL']);
    await expect(store.accept([delivery('one')])).rejects.toThrow(
      /in STORE_URL\. All goes on by itself .*; if it is STORE_URL that you change, restart Warmline\.$/,
    );
  });

  it('works on the server that sentinels name, and says at once what no waiting mends, also to whoever only looks', async () => {
    await using sentinel = await startSentinel(server, 'main');
    const at = (port: number, name: string) => `redis+sentinel://127.0.0.1:${port}/${name}`;
    const { store } = await openRedis(at(sentinel.port, 'main'), testLog());
    await using _ = store;
    await store.accept([delivery('one')]);
    expect(await store.claimDeliveries(NOW, NOW, 10)).toHaveLength(1);

    const nobody = await freePort();
    for (const [url, words] of [
      [at(sentinel.port, 'mian'), /^The sentinels know no server mian: correct .* in STORE_URL\.$/],
      [at(server.port, 'main'), /^What answers is no sentinel: .*\.$/],
      [`redis+cluster://127.0.0.1:${sentinel.port}`, /^What answers is no Redis: /],
      [`redis://127.0.0.1:${sentinel.port}`, /^What answers is no Redis: .* redis\+sentinel:\/\//],
    ] as const) {
      const log = testLog();
      await expect(openRedis(url, log)).rejects.toThrow(words);
      await expect(openBeside(url)).rejects.toThrow(words);
      expect(log.lines).toEqual([]);
    }
    await expect(openBeside(at(nobody, 'main'))).rejects.toThrow(
      `The sentinels at 127.0.0.1:${nobody} cannot be reached: see that they run there.`,
    );
    const late = await openRedis(at(nobody, 'main'), testLog());
    opened.push(late);
    expect(late.reasons()).toEqual([expect.stringMatching(/^The sentinels at/)]);
    await expect(late.store.accept([delivery('two')])).rejects.toThrow(StoreUnavailable);
  });

  it('works on the server that a sentinel names beside one that hangs', async () => {
    await using sentinel = await startSentinel(server, 'main');
    const hangs = createServer(() => {}).listen(0, '127.0.0.1');
    await once(hangs, 'listening');
    const { port } = hangs.address() as AddressInfo;
    const address = readRedisAddress(
      `redis+sentinel://127.0.0.1:${port},127.0.0.1:${sentinel.port}/main`,
    );
    const client = sentinelClient(address, { connectTimeout: 300, socketTimeout: 300 }, {});
    client.on('error', () => {});
    await client.connect();
    expect(await client.get('nothing')).toBeNull();
    client.destroy();
    hangs.close();
  });

  it('is left when it is closed before it was reached', async () => {
    await using own = await startRedis();
    await using sentinel = await startSentinel(own, 'main');
    const clients = () => {
      const words = ['-p', String(own.port), 'INFO', 'clients'];
      const said = execFileSync('redis-cli', words, { encoding: 'utf8' });
      return Number(/connected_clients:(\d+)/.exec(said)![1]);
    };
    const address = readRedisAddress(`redis+sentinel://127.0.0.1:${sentinel.port}/main`);
    // Whoever asks, and the sentinel twice.
    await expect.poll(clients).toBe(3);
    const connection = connectRedis(address, testLog());
    connection.close();
    await connection.tried;
    await expect.poll(clients).toBe(3);
  });

  it('works on a cluster', async () => {
    const info = () =>
      execFileSync('redis-cli', ['-p', String(cluster.port), 'CLUSTER', 'INFO'], {
        encoding: 'utf8',
      });
    await expect.poll(info, { timeout: 8000 }).toContain('cluster_state:ok');
    const url = cluster.url().replace('redis:', 'redis+cluster:');
    const { store } = await openRedis(url, testLog());
    await store.accept([delivery('one')]);
    await store.shelf('people').set('nora', 1);
    expect(await store.shelf('people').get('nora')).toBe(1);
    expect(await store.claimDeliveries(NOW, NOW, 10)).toHaveLength(1);
    await store[Symbol.asyncDispose]();
  });
});

describe('what Redis says', () => {
  const address = readRedisAddress('redis://ann:secret@db.example');
  const said = (text: string) => faultOf(new Error(text), undefined, address);

  it.each([
    ["OOM command not allowed when used memory > 'maxmemory'.", true, /^Redis is full .*memory$/],
    [
      "ERR Error running script (call to f_6b): @user_script:3: @user_script: 3: -OOM command not allowed when used memory > 'maxmemory'.",
      true,
      /^Redis is full/,
    ],
    ['MISCONF Errors writing to the AOF file: No space left', true, /cannot write to its disk/],
    ["READONLY You can't write against a read only replica.", true, /replica of another/],
    ['NOREPLICAS Not enough good replicas to write.', true, /too few replicas/],
    ['LOADING Redis is loading the dataset in memory', true, /still reading its log/],
    ['ERR max number of clients reached', true, /raise its maxclients$/],
    ['BUSY Redis is busy running a script.', true, /^Redis refuses: BUSY .* script$/],
    ['NOAUTH Authentication required.', false, /wants a password/],
    ['NOPERM this user has no permissions', false, /ACL SETUSER/],
    ['ERR invalid DB index', false, /no database of that number/],
    ['MOVED 7 other:6379', false, /redis\+cluster/],
    ['connect ECONNREFUSED', true, /^Redis at db\.example:6379 cannot be reached: see .* there$/],
  ])('%s', (text, passes, words) => {
    expect(said(text)).toMatchObject({ passes, message: expect.stringMatching(words) });
  });

  it('has a remedy that a log does not take for a secret', () => {
    const { message } = said('NOAUTH Authentication required.')!;
    expect(redactText(message)).toBe(message);
  });

  it('is asked about TLS where STORE_URL has it', () => {
    const secured = readRedisAddress('rediss://db.example');
    expect(faultOf(new Error('wrong version number'), undefined, secured)!.message).toMatch(
      /cannot be reached: .* takes TLS, as rediss:\/\/ has it$/,
    );
  });

  it('is no fault of Redis where we asked what it does not know', () => {
    expect(said('ERR unknown command')).toBeUndefined();
    expect(said('WRONGTYPE Operation against a key')).toBeUndefined();
  });
});

describe('the address of Redis', () => {
  it.each([
    [
      'redis://localhost',
      { kind: 'one', nodes: ['redis://localhost'], tag: '{warmline}', tls: false },
    ],
    [
      'rediss://ann:p%40ss@db.example:6380/2?desk=acme',
      {
        nodes: ['rediss://db.example:6380'],
        login: { username: 'ann', password: 'p@ss' },
        database: 2,
        tag: '{acme}',
        tls: true,
      },
    ],
    ['redis://a?desk=acme&lease=20', { tag: '{acme}', lease: 20_000 }],
    ['redis+cluster://a:1,b:2', { kind: 'cluster', nodes: ['redis://a:1', 'redis://b:2'] }],
    [
      'redis+sentinel://:secret@a:1,b:2/main/3',
      { kind: 'sentinel', master: 'main', database: 3, login: { password: 'secret' } },
    ],
  ])('%s', (url, expected) => {
    expect(readRedisAddress(url)).toMatchObject(expected);
  });

  it.each([
    ['redis://', /Write it as redis:\/\/user/],
    ['redis://a,b', /redis\+cluster/],
    ['redis://a:99999', /65535/],
    ['redis://a/x', /Write redis:\/\/host:6379\/0/],
    ['redis+cluster://a/1', /leave it out/],
    ['redis+sentinel://a', /26379\/name/],
    ['redis://a?desk=%7Bx', /Write \?desk=acme$/],
    ['redis://a?other=1', /write \?desk=acme&lease=40$/],
    ['redis://a?lease=1', /Write \?lease=40, 2 to 999 seconds$/],
    ['redis://a?lease=soon', /Write \?lease=40, 2 to 999 seconds$/],
    ['redis://:50%@a', /% as %25/],
    ['redis://:50%ff@a', /% as %25/],
    ['redis://:p@ss@a', /@ as %40/],
    ['redis://:p/ss@a', /\/ as %2F/],
    ['http://a', /Write it as redis:\/\/user/],
    ['redis-sentinel://a/main', /redis\+sentinel:\/\//],
  ])('%s is none, and it is said how to write it', (url, remedy) => {
    expect(() => readRedisAddress(url)).toThrow(remedy);
  });
});

describe('a clock that follows the server’s', () => {
  it('moves no further than it must', () => {
    const clock = followingClock();
    const asked = performance.now();
    const theirs = clock.now() + 60_000;
    clock.follow(theirs, asked, performance.now());
    expect(clock.now() - theirs).toBeLessThan(1000);
    expect(clock.now()).toBeGreaterThanOrEqual(theirs);
    // As likely as not: an answer that took long says little.
    clock.follow(theirs + 500, asked, asked + 1000);
    expect(clock.now() - theirs).toBeLessThan(1000);
  });
});
