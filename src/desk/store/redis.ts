import type { Conversation, Instant } from '../../support/conversation.ts';
import { type KeptEffect, slotOf } from '../../support/effects.ts';
import type { Aside } from '../../support/grouping/stream.ts';
import type { KeptLesson } from '../../support/lessons.ts';
import type { Round } from '../../support/rounds/round.ts';
import { leaseOf } from '../lease.ts';
import type { Delivery, Log, Ref } from '../ports.ts';
import { AT_EASE, laneOfEffect, placeName } from './derived.ts';
import { FIRST_PAUSE, LONGEST_PAUSE, REMEMBERED, SHRINKS } from './limits.ts';
import { remembered } from './read-before.ts';
import { readRedisAddress } from './redis-address.ts';
import { commitWords, deliveryWords, documentOf, raisedWords, roundOf } from './redis-commit.ts';
import { connectRedis } from './redis-connection.ts';
import { keysOf, readTimer } from './redis-keys.ts';
import { ledgerOn } from './redis-ledger.ts';
import { scripts } from './redis-scripts.ts';
import { openShelves } from './redis-shelf.ts';
import { type Presence, watchRedis } from './redis-watch.ts';
import { customerKey, type Kept, type Pending, type Store, StoreUnavailable } from './store.ts';
import { together } from './together.ts';

/** Deliveries that go to the server in one script: it serves nobody else meanwhile. */
const MOST_AT_ONCE = 128;
/** How often to look for what others have kept, or left undone, in ms. */
const LOOK_EVERY = 500;
/** How long the server may say nothing until it counts as gone, in ms. */
const PATIENCE = 3_000;

export interface RedisStore extends Presence {
  readonly store: Store;
}

/**
 * The store for any number of replicas: whatever asks who was first is a script that the server runs whole, on keys of one tag.
 * Resolves when the first attempt to reach the server has ended, whichever way; from then on it is tried for as long as it takes.
 * @param url see `readRedisAddress`
 * @throws StoreRefuses when the server can be reached and is of no use as it is.
 */
export async function openRedis(
  url: string,
  log: Log,
  { patience = PATIENCE } = {},
): Promise<RedisStore> {
  const address = readRedisAddress(url);
  const connection = connectRedis(address, log);
  const { ask, run } = connection;
  const presence = await watchRedis(connection, log, patience).catch((error: unknown) => {
    connection.close();
    throw error;
  });
  const key = keysOf(address.tag);
  const shelf = openShelves(connection, address.tag);
  const known = remembered();
  const accept = together<Delivery>(
    (all) => run(scripts.accept, all.flatMap(deliveryWords)),
    MOST_AT_ONCE,
  );

  /** A document and its version, as they stand together. */
  const parse = <T>(text: string): T => JSON.parse(text.slice(text.indexOf(' ') + 1)) as T;
  const read = async <T>(name: string): Promise<T | undefined> => {
    const text = await ask((client) => client.get(key(name)));
    return text === null ? undefined : parse<T>(text);
  };

  /** Those that were read before and have not changed are not read again. */
  const list = async (from: string, first: string, last: string, limit: number) => {
    type Head = [id: string, beginning: string];
    const words = [from, first, last, String(limit)];
    const heads = await run<Head[]>(scripts.list, words);
    const found = heads.map(([id, beginning]) => known.get(id, Number.parseInt(beginning, 10)));
    const missing = heads.filter((_, i) => found[i] === undefined).map(([id]) => id);
    if (missing.length === 0) return found as Conversation[];
    const texts = await ask((client) => client.mGet(missing.map((id) => key(documentOf({ id })))));
    const fresh = new Map(
      texts.flatMap((text, i) => {
        if (text === null) return [];
        const conversation = parse<Conversation>(text);
        known.keep(conversation, text.length);
        return [[missing[i]!, conversation] as const];
      }),
    );
    return heads.flatMap(([id], i) => found[i] ?? fresh.get(id) ?? []);
  };

  type Claimed = [number: string, attempts: number, uncertain: number, item: string];
  const claim = (queue: 'in' | 'out', now: Instant, lease: Instant, limit: number) =>
    run<Claimed[]>(scripts.claim, [queue, String(now), String(lease), String(limit)]);

  const store: Store = {
    lease: leaseOf(address.lease),
    shared: {
      lookEvery: LOOK_EVERY,
      async learnt() {
        if (presence.reasons().length > 0) return undefined;
        return Number(await ask((client) => client.get(key('learnt'))));
      },
    },
    accept: async (deliveries) => accept(deliveries),
    async claimDeliveries(now, lease, limit) {
      return (await claim('in', now, lease, limit)).map(([number, attempts, , item]) => ({
        ...(JSON.parse(item) as Omit<Kept, 'number' | 'attempts'>),
        number: Number(number),
        attempts,
      }));
    },
    async postpone({ number, attempts, lane }, until) {
      await run(scripts.postpone, [String(number), String(attempts), lane, String(until)]);
    },
    async dismiss({ number, attempts, lane, id }, how) {
      await run(scripts.dismiss, [String(number), String(attempts), lane, id, how]);
    },

    conversation: (id) => read<Conversation>(documentOf({ id })),
    round: (id) => read<Round>(roundOf({ id })),
    async named(keys) {
      if (keys.length === 0) return new Map();
      const named = await ask((client) => client.hmGet(key('name'), [...keys]));
      return new Map(
        keys.flatMap((name, i) => (named[i] === null ? [] : [[name, named[i]!] as const])),
      );
    },
    waiting: (limit) => list('waiting', '-inf', '+inf', limit),
    ofCustomer: (platform, workspace, customer, limit) =>
      list(`customer:${customerKey(platform, workspace, customer)}`, '+inf', '-inf', limit),
    ofOwner: (platform, owner, limit) => list(`owner:${platform}/${owner}`, '-inf', '+inf', limit),
    ofChannel: (channel, since, limit) => list(`channel:${channel}`, '+inf', String(since), limit),
    async loads(platform) {
      type Row = [person: string, open: number, owned: number, assignedAt: string];
      const rows = await run<Row[]>(scripts.loads, [platform, String(AT_EASE)]);
      return rows
        .filter(([, , owned, assignedAt]) => owned > 0 || assignedAt !== '0')
        .map(([person, open, , assignedAt]) => ({
          person,
          open,
          ...(assignedAt === '0' ? {} : { assignedAt: Number(assignedAt) }),
        }));
    },
    async asides(channel, since, limit) {
      const found = await run<string[]>(scripts.asides, [channel, String(since), String(limit)]);
      return found.map((text) => JSON.parse(text) as Aside);
    },
    async lessons() {
      const found = await ask((client) => client.hGetAll(key('lessons')));
      return Object.values(found)
        .map((text) => JSON.parse(text) as KeptLesson)
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    },
    ledger: ledgerOn(connection, url),

    async commit(c) {
      const { before, next } = c.conversation ?? {};
      const changes = next !== undefined && next.version !== before?.version;
      const document = changes ? JSON.stringify(next) : undefined;
      type Outcome = 'kept' | 'decided' | 'overtaken';
      const outcome = await run<Outcome>(scripts.commit, commitWords(c, document, key));
      if (changes && outcome === 'kept') known.keep(next, document!.length);
      return outcome;
    },
    async claimTimers(now, lease, limit) {
      const words = [String(now), String(lease), String(limit)];
      return (await run<string[]>(scripts.timers, words)).map(readTimer);
    },
    async claimEffects(now, lease, limit) {
      type Item = { conversation: string; effect: KeptEffect };
      return (await claim('out', now, lease, limit)).map(
        ([number, attempts, uncertain, item]): Pending => ({
          ...(JSON.parse(item) as Item),
          number: Number(number),
          attempts,
          uncertain: uncertain === 1,
          lease,
        }),
      );
    },
    async settle({ number, attempts, conversation, effect }, settlement, at) {
      const lane = laneOfEffect(conversation, effect);
      const about = [String(number), String(attempts), lane, slotOf(effect), settlement.is];
      if (settlement.is === 'again') {
        const words = [String(settlement.at), settlement.uncertain ? '1' : '0'];
        await run(scripts.settle, [...about, ...words]);
        return;
      }
      const ref = settlement.is === 'done' && settlement.ref ? placeName(settlement.ref) : '';
      const raised = raisedWords(settlement.raised);
      await run(scripts.settle, [...about, String(at), conversation, ref, ...raised]);
    },
    async refs(conversation) {
      const refs = await ask((client) => client.hGetAll(key(`refs:${conversation}`)));
      return new Map(
        Object.entries(refs).map(([slot, place]): [string, Ref] => {
          const [channel, id] = JSON.parse(place) as [string, string];
          return [slot, { channel, id }];
        }),
      );
    },
    async postedAt(ref) {
      return (await ask((client) => client.hGet(key('posted'), placeName(ref)))) ?? undefined;
    },
    async limit(place, until, now) {
      const words = [
        String(until),
        String(now),
        ...[FIRST_PAUSE, LONGEST_PAUSE, REMEMBERED].map(String),
      ];
      await run(scripts.limit, [place, ...words]);
    },
    turn(place, effect, now) {
      const words = [String(effect), String(now), ...[SHRINKS, REMEMBERED].map(String)];
      return run(scripts.turn, [place, ...words]);
    },
    async nextDue() {
      const due = (await run<string[]>(scripts.next, [])).filter((at) => at !== '').map(Number);
      return due.length === 0 ? undefined : Math.min(...due);
    },
    async depth() {
      const [reason] = presence.reasons();
      // It may be read all the same: but who watches over it must hear that it is not up.
      if (reason !== undefined)
        throw new StoreUnavailable(new Error(reason), 'It is looked at every second');
      const [inbox, effects, timers] = await ask((client) =>
        Promise.all([client.hLen(key('in')), client.hLen(key('out')), client.zCard(key('timers'))]),
      );
      return { inbox, effects, timers };
    },
    async prune(before, said) {
      await run(scripts.prune, [String(before), String(said)]);
    },
    shelf,
    async [Symbol.asyncDispose]() {
      presence.stop();
      connection.close();
    },
  };
  return { ...presence, store };
}
