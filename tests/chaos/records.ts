import { DatabaseSync } from 'node:sqlite';
import { createClient } from '@keyv/redis';
import { openBeside } from '../../src/desk/store/beside.ts';
import { readRedisAddress } from '../../src/desk/store/redis-address.ts';
import { readTimer } from '../../src/desk/store/redis-keys.ts';
import type { DueTimer } from '../../src/desk/store/store.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import type { KeptFact } from '../../src/support/report/page.ts';
import { isRound } from '../../src/support/rounds/round.ts';

/** What waits in a desk's store. */
export interface Waiting {
  readonly inbox: number;
  readonly effects: number;
  /** Of conversations: what is due for the whole desk comes again for ever. */
  readonly timers: readonly DueTimer[];
}

/** A desk's store, looked at from outside: what it says of itself is not asked. */
export interface Records extends AsyncDisposable {
  waiting(): Promise<Waiting>;
  /** Deliveries and effects that nobody has taken up although their time has come: what a dead replica had is not due before its lease ends. */
  due(): Promise<number>;
  conversations(): Promise<Conversation[]>;
  facts(): Promise<KeptFact[]>;
  /** What should not be there when all is at rest, in words. */
  leftovers(): Promise<string[]>;
}

/** @param url as STORE_URL names it */
export function openRecords(url: string): Promise<Records> {
  return url.startsWith('sqlite:') ? openFile(url) : openRedisRecords(url);
}

async function openFile(url: string): Promise<Records> {
  const database = new DatabaseSync(url.replace(/^sqlite:/, ''), { readOnly: true });
  database.exec('PRAGMA busy_timeout = 5000');
  const count = (what: string) =>
    Number(database.prepare(`SELECT count(*) AS n FROM ${what}`).get()!['n']);
  return {
    async waiting() {
      const timers = database.prepare('SELECT conversation, name, due FROM timer').all();
      return {
        inbox: count('inbox WHERE state = 0'),
        effects: count('effect'),
        timers: ofConversations(timers as unknown as DueTimer[]),
      };
    },
    due: async () => count('inbox WHERE state = 0') + count(`effect WHERE look <= ${Date.now()}`),
    async conversations() {
      const rows = database.prepare('SELECT document FROM conversation').all();
      return rows.map(({ document }) => JSON.parse(String(document)) as Conversation);
    },
    facts: () => factsAt(url),
    async leftovers() {
      const dead = count('inbox WHERE state = 2');
      return dead > 0 ? [`${dead} deliveries were put aside`] : [];
    },
    async [Symbol.asyncDispose]() {
      database.close();
    },
  };
}

/** Keys that are there only while something waits. */
const PASSING = [
  'in',
  'out',
  'in:attempts',
  'out:attempts',
  'in:look',
  'out:look',
  'out:uncertain',
  'out:shows',
  'dead',
];

async function openRedisRecords(url: string): Promise<Records> {
  const { tag, nodes } = readRedisAddress(url);
  const client = createClient({ url: nodes[0]! });
  // It is away from time to time.
  client.on('error', () => {});
  await client.connect();
  const key = (name: string) => `${tag}:${name}`;
  const keys = async (name: string) => {
    const found: string[] = [];
    for await (const some of client.scanIterator({ MATCH: key(name), COUNT: 1_000 })) {
      found.push(...some);
    }
    return [...new Set(found)];
  };
  return {
    async waiting() {
      const [inbox, effects, timers] = await Promise.all([
        client.hLen(key('in')),
        client.hLen(key('out')),
        client.zRange(key('timers'), 0, -1),
      ]);
      return { inbox, effects, timers: ofConversations(timers.map(readTimer)) };
    },
    async due() {
      const due = (queue: string) => client.zCount(key(`${queue}:look`), '-inf', Date.now());
      const [deliveries, effects] = await Promise.all([due('in'), due('out')]);
      return deliveries + effects;
    },
    async conversations() {
      const found: Conversation[] = [];
      const names = await keys('conversation:*');
      for (let i = 0; i < names.length; i += 500) {
        const texts = await client.mGet(names.slice(i, i + 500));
        for (const text of texts) {
          if (text) found.push(JSON.parse(text.slice(text.indexOf(' ') + 1)) as Conversation);
        }
      }
      return found;
    },
    facts: () => factsAt(url),
    async leftovers() {
      const there = [
        ...PASSING.map(key),
        ...(await keys('in:lane:*')),
        ...(await keys('out:lane:*')),
      ];
      const left: string[] = [];
      for (const name of there) if ((await client.exists(name)) > 0) left.push(`the key ${name}`);
      const unsettled = await client.zRangeByScore(key('known'), '+inf', '+inf');
      return [...left, ...unsettled.map((id) => `${id} is not known as settled`)];
    },
    async [Symbol.asyncDispose]() {
      client.destroy();
    },
  };
}

function ofConversations(timers: readonly DueTimer[]): DueTimer[] {
  return timers.filter(({ conversation }) => !isRound(conversation));
}

/** Those of days that are not over: a run does not last longer. */
async function factsAt(url: string): Promise<KeptFact[]> {
  await using beside = await openBeside(url);
  const { ledger } = beside;
  const days: KeptFact[][] = [];
  for (const { day } of await ledger.days(0, Number.MAX_SAFE_INTEGER)) {
    days.push([...(await ledger.day(day)).facts]);
  }
  return days.flat();
}
