import type { Instant } from '../../support/conversation.ts';
import { type KeptEffect, slotOf } from '../../support/effects.ts';
import type { Event } from '../../support/events.ts';
import type { KeptLesson } from '../../support/lessons.ts';
import type { Round } from '../../support/rounds/round.ts';
import { leaseOf } from '../lease.ts';
import type { Ref } from '../ports.ts';
import { changedTimers, keptLessons, laneOfEffect, placeName } from './derived.ts';
import { createLimits } from './limits.ts';
import { createAsides } from './memory-asides.ts';
import { createFiles } from './memory-files.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { createQueue, type Queued } from './memory-queue.ts';
import { openShelves } from './memory-shelf.ts';
import { createTimers } from './memory-timers.ts';
import { type Commit, customerKey, type Kept, raisedDelivery, type Store } from './store.ts';

type Accepted = Omit<Kept, 'number' | 'attempts'>;

/**
 * A store in plain memory, for what ends with its process: histories that are played again, simulations, tests. Nothing is durable,
 * and what cannot change is kept as the very object that came in.
 */
export function openMemory(): Store {
  const files = createFiles();
  const rounds = new Map<string, Round>();
  const names = new Map<string, string>();
  const timers = createTimers();
  const inbox = createQueue<Accepted>();
  const outbox = createQueue<{ readonly conversation: string; readonly effect: KeptEffect }>();
  /** Ids of deliveries by when they were settled; without end while they wait. */
  const known = new Map<string, Instant>();
  /** Events by when they were decided. */
  const decided = new Map<string, Instant>();
  const lessons = new Map<string, readonly KeptLesson[]>();
  const asides = createAsides();
  const refs = new Map<string, Map<string, Ref>>();
  const posted = new Map<string, string>();
  const { add: addFact, ...ledger } = createMemoryLedger();

  const accept = (delivery: Accepted) => {
    if (known.has(delivery.id)) return;
    known.set(delivery.id, Number.POSITIVE_INFINITY);
    inbox.add(delivery.lane, delivery, Number.NEGATIVE_INFINITY);
  };
  const raise = (event: Event) => accept(raisedDelivery(event));
  const settle = (waits: Queued<Accepted> | undefined) => {
    if (!waits) return;
    known.set(waits.item.id, Date.now());
    inbox.drop(waits, Number.NEGATIVE_INFINITY);
  };

  const commit = (c: Commit): 'kept' | 'decided' | 'overtaken' => {
    const waits = c.delivery && inbox.find(c.delivery.number);
    const known = c.timer ? !timers.stands(c.timer) : decided.has(c.event);
    if (known || (c.delivery && !waits)) {
      settle(waits);
      return 'decided';
    }
    if (isOvertaken(c)) return 'overtaken';
    // A timer stands until it is decided: it needs no other mark that it was.
    if (c.timer) timers.drop(c.timer);
    else decided.set(c.event, c.at);
    settle(waits);
    for (const { key, now } of c.claims) names.set(key, now);
    saveConversation(c);
    if (c.round) {
      rounds.set(c.round.next.id, c.round.next);
      saveTimers(c.round.before, c.round.next);
      for (const effect of c.effects) addEffect(c.round.next.id, effect, c.at);
    }
    if (c.overheard) asides.hear(c.overheard);
    c.raised.forEach(raise);
    for (const fact of c.facts) {
      if (fact.type === 'assigned' && c.conversation) {
        files.given(c.conversation.next.place.platform, fact.agent, fact.at);
      }
      addFact(fact);
    }
    return 'kept';
  };

  const isOvertaken = ({ conversation, round, claims }: Commit): boolean =>
    (conversation && files.find(conversation.next.id)?.version !== conversation.before?.version) ||
    (round && rounds.get(round.next.id)?.version !== round.before?.version) ||
    claims.some(({ key, was }) => names.get(key) !== was);

  const saveConversation = ({ conversation, effects, at }: Commit) => {
    const { before, next } = conversation ?? {};
    if (!next || next.version === before?.version) return;
    files.file(next, at);
    saveTimers(before, next);
    if (before?.lessons !== next.lessons) lessons.set(next.id, keptLessons(next));
    for (const effect of effects) addEffect(next.id, effect, at);
  };

  const saveTimers = (...change: Parameters<typeof changedTimers>) => {
    const { gone, set } = changedTimers(...change);
    gone.forEach(timers.drop);
    set.forEach(timers.set);
  };

  const addEffect = (conversation: string, effect: KeptEffect, at: Instant) => {
    const lane = laneOfEffect(conversation, effect);
    const slot = slotOf(effect);
    const untried = outbox
      .in(lane)
      .some(({ attempts, item }) => attempts === 0 && slotOf(item.effect) === slot);
    // Showing is idempotent and shows the latest: one that has not begun serves for this one too.
    if (effect.type.startsWith('show-') && untried) return;
    outbox.add(lane, { conversation, effect }, at);
  };

  const savePlace = (conversation: string, slot: string, ref: Ref) => {
    const places = refs.get(conversation) ?? new Map<string, Ref>();
    const before = places.get(slot);
    if (before) posted.delete(placeName(before));
    refs.set(conversation, places.set(slot, ref));
    posted.set(placeName(ref), conversation);
  };

  return {
    lease: leaseOf(),
    ...createLimits(),
    async accept(deliveries) {
      deliveries.forEach(accept);
    },
    claimDeliveries: async (now, lease, limit) =>
      inbox
        .claim(now, lease, limit)
        .map(({ item, number, attempts }) => ({ ...item, number, attempts: attempts + 1 })),
    async postpone({ number, attempts }, until) {
      const ours = inbox.find(number, attempts);
      if (ours) inbox.putOff(ours, until, false);
    },
    async dismiss({ number, attempts }) {
      settle(inbox.find(number, attempts));
    },

    conversation: async (id) => files.find(id),
    round: async (id) => rounds.get(id),
    async named(keys) {
      const found = new Map<string, string>();
      for (const key of keys) {
        const name = names.get(key);
        if (name !== undefined) found.set(key, name);
      }
      return found;
    },
    waiting: async (limit) => files.list('waiting', limit),
    ofCustomer: async (platform, workspace, customer, limit) =>
      files.latest(
        `customer:${customerKey(platform, workspace, customer)}`,
        Number.NEGATIVE_INFINITY,
        limit,
      ),
    ofOwner: async (platform, owner, limit) => files.list(`owner:${platform}/${owner}`, limit),
    loads: async (platform) => files.loads(platform),
    ofChannel: async (channel, since, limit) => files.latest(`channel:${channel}`, since, limit),
    asides: async (channel, since, limit) => asides.since(channel, since, limit),
    lessons: async () =>
      [...lessons.values()].flat().sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    ledger,

    commit: async (c) => commit(c),
    claimTimers: async (now, lease, limit) => timers.claim(now, lease, limit),
    claimEffects: async (now, lease, limit) =>
      outbox.claim(now, lease, limit).map(({ item, number, attempts, uncertain }) => ({
        ...item,
        number,
        attempts: attempts + 1,
        uncertain,
        lease,
      })),
    async settle({ number, attempts, conversation, effect }, settlement, at) {
      // Done is done, whoever has it by now.
      const waits = outbox.find(number, settlement.is === 'done' ? undefined : attempts);
      if (!waits) return;
      if (settlement.is === 'again') {
        return outbox.putOff(waits, settlement.at, settlement.uncertain);
      }
      outbox.drop(waits, at);
      if (settlement.is === 'done' && settlement.ref) {
        savePlace(conversation, slotOf(effect), settlement.ref);
      }
      if (settlement.raised) raise(settlement.raised);
    },
    refs: async (conversation) => new Map(refs.get(conversation)),
    postedAt: async (ref) => posted.get(placeName(ref)),
    async nextDue() {
      const due = [timers.next(), outbox.next()].filter((at) => at !== undefined);
      return due.length === 0 ? undefined : Math.min(...due);
    },

    depth: async () => ({ inbox: inbox.size, effects: outbox.size, timers: timers.size }),
    async prune(before, said) {
      for (const [id, at] of known) if (at < before) known.delete(id);
      for (const [event, at] of decided) if (at < before) decided.delete(event);
      asides.forget(said);
    },
    shelf: openShelves(),
    async [Symbol.asyncDispose]() {},
  };
}
