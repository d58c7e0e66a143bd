import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../src/desk/ports.ts';
import { type Commit, type Store, TOMBSTONE } from '../src/desk/store/store.ts';
import type { Conversation } from '../src/support/conversation.ts';
import type { Outgoing } from '../src/support/effects.ts';
import type { Aside } from '../src/support/grouping/stream.ts';
import type { CategoryLesson, Lesson } from '../src/support/lessons.ts';
import type { KeptFact } from '../src/support/report/page.ts';
import { newRound, type Round } from '../src/support/rounds/round.ts';
import { MONDAY_MORNING } from './clock.ts';
import { ABOUT } from './facts.ts';
import { describeLedger, reopened } from './ledger.contract.ts';

const NOW = MONDAY_MORNING;

/** What every store promises the desk. `open` gives an empty one. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describeLedger(name, open);
  describe(`the store on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store[Symbol.asyncDispose]());

    const delivery = (id: string, lane = id): Delivery => ({
      id,
      platform: 'playground',
      lane,
      body: JSON.stringify({ id }),
    });
    /** Takes up what is free, for no time at all. */
    const free = () => store.claimDeliveries(NOW, NOW, 100);
    const ids = async () => (await free()).map((kept) => kept.id);

    it('has those take turns who go where a platform asked to wait, and lets everybody else go', async () => {
      const turn = (effect: number, at: number, place = 'slack/T/C') =>
        store.turn(place, effect, NOW + at).then((instant) => instant - NOW);
      expect(await turn(1, 0)).toBe(0);
      await store.limit('slack/T/C', NOW + 2_000, NOW);
      // They were under way when the first was told.
      await store.limit('slack/T/C', NOW + 1_500, NOW + 5);
      expect(await turn(9, 10, 'slack/T/D')).toBe(10);
      expect(await turn(1, 10)).toBe(2_000);
      const second = await turn(2, 20);
      expect(second).toBeGreaterThan(2_000);
      expect(await turn(1, 1_999)).toBe(2_000);
      // Who asks first goes first, also where somebody comes who has not waited.
      expect(await turn(3, 2_001)).toBeGreaterThan(second);
      expect(await turn(1, 2_002)).toBe(2_002);
      expect(await turn(2, second)).toBe(second);
    });

    it('has them go the more slowly the more often a platform asks, and as ever when all has gone well for a while', async () => {
      const place = 'slack/triage';
      let now = NOW;
      const pause = async () => {
        const [one, two] = [await store.turn(place, 1, now), await store.turn(place, 2, now)];
        await store.turn(place, 1, one);
        await store.turn(place, 2, two);
        now = two;
        return two - one;
      };
      const pauses: number[] = [];
      for (let i = 0; i < 7; i++) {
        await store.limit(place, now + 1_000, now);
        pauses.push(await pause());
        now += 1_000;
      }
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
      expect(pauses[0]).toBe(50);
      expect(pauses.at(-1)).toBe(1_000);
      const times = async () => {
        for (let n = 1; ; n++) if ((await pause()) === 0) return n;
      };
      expect(await times()).toBeLessThan(60);
    });

    it('keeps deliveries in order and absorbs repeats', async () => {
      await store.accept([delivery('one'), delivery('two')]);
      await Promise.all([store.accept([delivery('two')]), store.accept([delivery('three')])]);
      expect(await ids()).toEqual(['one', 'two', 'three']);
    });

    it('absorbs a repeat of what was settled already', async () => {
      await store.accept([delivery('one')]);
      const [kept] = await free();
      await store.dismiss(kept!, 'ignored');
      await store.accept([delivery('one')]);
      expect(await ids()).toEqual([]);
    });

    it('hands out one delivery of each lane, in order, until it is settled or whoever has it is gone', async () => {
      await store.accept([delivery('one', 'a'), delivery('two', 'a'), delivery('three', 'b')]);
      const claim = async (now: number) => store.claimDeliveries(NOW + now, NOW + now + 10, 10);
      const [one, three] = await claim(0);
      expect(one).toMatchObject({ ...delivery('one', 'a'), attempts: 1 });
      expect(three).toMatchObject({ ...delivery('three', 'b'), attempts: 1 });
      expect(await claim(9)).toEqual([]);
      await store.dismiss(one!, 'ignored');
      expect(await claim(9)).toMatchObject([{ id: 'two', attempts: 1 }]);
      const again = await claim(10);
      expect(again).toMatchObject([{ id: 'three', attempts: 2 }]);
      // Whoever had it before has no say any more.
      await store.dismiss(three!, 'dead');
      await store.postpone(three!, NOW + 999);
      expect(await claim(20)).toHaveLength(2);
      expect((await store.depth()).inbox).toBe(2);
    });

    it('lets a lane stand still for a while, and others go on', async () => {
      await store.accept([delivery('one', 'a'), delivery('two', 'a'), delivery('three', 'b')]);
      const [one, three] = await store.claimDeliveries(NOW, NOW + 10, 10);
      await store.postpone(one!, NOW + 1000);
      await store.dismiss(three!, 'ignored');
      await store.accept([delivery('four', 'b')]);
      const later = async (now: number) =>
        (await store.claimDeliveries(NOW + now, NOW + now, 10)).map(({ id }) => id);
      expect(await later(999)).toEqual(['four']);
      expect((await later(1000)).toSorted()).toEqual(['four', 'one']);
    });

    it('decides a delivery once, also by whoever slept until another had decided it', async () => {
      await store.accept([delivery('one', 'a'), delivery('two', 'a')]);
      const [slept] = await free();
      const [taken] = await free();
      expect(await store.commit(commit({ event: '1', delivery: taken! }))).toBe('kept');
      const [two] = await store.claimDeliveries(NOW, NOW + 10, 10);
      expect(await store.commit(commit({ event: 'one', delivery: slept! }))).toBe('decided');
      expect(await ids()).toEqual([]);
      expect(await store.commit(commit({ event: '2', delivery: two! }))).toBe('kept');
    });

    it('keeps a decision whole: conversation, effects, timers, names and the consumed event', async () => {
      await store.accept([delivery('one')]);
      const [kept] = await free();
      const next = conversation({ version: 1, timers: { burst: NOW + 10 }, waitingSince: NOW });
      const done = await store.commit(
        commit({
          delivery: kept!,
          conversation: { before: undefined, next },
          claims: [{ key: 'k', was: undefined, now: next.id }],
          effects: [effect('c/1/0')],
          facts: [reopened(NOW)],
        }),
      );
      expect(done).toBe('kept');
      expect(await store.conversation('c')).toEqual(next);
      expect(await ids()).toEqual([]);
      expect(await store.named(['k', 'unknown'])).toEqual(new Map([['k', 'c']]));
      expect(await store.claimTimers(NOW + 10, NOW + 99, 10)).toEqual([
        { conversation: 'c', name: 'burst', due: NOW + 10 },
      ]);
      expect(await store.claimEffects(NOW, NOW + 99, 10)).toHaveLength(1);
      expect(await store.waiting(10)).toEqual([next]);
    });

    it('decides one event once, and settles its repeat', async () => {
      await store.accept([delivery('one')]);
      const [kept] = await free();
      const first = commit({
        conversation: { before: undefined, next: conversation({ version: 1 }) },
      });
      expect(await store.commit(first)).toBe('kept');
      expect(await store.commit({ ...first, delivery: kept! })).toBe('decided');
      expect(await ids()).toEqual([]);
    });

    it('lets one of many commits on the same version win', async () => {
      const before = conversation({ version: 1 });
      await store.commit(
        commit({ event: 'birth', conversation: { before: undefined, next: before } }),
      );
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          store.commit(
            commit({
              event: `press-${i}`,
              conversation: { before, next: { ...before, version: 2 } },
              effects: [effect(`c/2/${i}`)],
            }),
          ),
        ),
      );
      expect(outcomes.filter((o) => o === 'kept')).toHaveLength(1);
      expect(outcomes.filter((o) => o === 'overtaken')).toHaveLength(19);
      expect(await store.claimEffects(NOW, NOW + 1, 100)).toHaveLength(1);
    });

    it('opens one conversation for two first messages of one customer', async () => {
      const birth = (id: string) =>
        store.commit(
          commit({
            event: id,
            conversation: { before: undefined, next: conversation({ id, version: 1 }) },
            claims: [{ key: 'author', was: undefined, now: id }],
          }),
        );
      expect((await Promise.all([birth('a'), birth('b')])).toSorted()).toEqual([
        'kept',
        'overtaken',
      ]);
    });

    it('remembers that a message was deleted before it came', async () => {
      await store.commit(commit({ claims: [{ key: 'm', was: undefined, now: TOMBSTONE }] }));
      expect(await store.named(['m'])).toEqual(new Map([['m', TOMBSTONE]]));
    });

    it('moves and cancels timers with the conversation, and fires none twice', async () => {
      const one = conversation({ version: 1, timers: { burst: NOW + 10 } });
      await store.commit(commit({ event: '1', conversation: { before: undefined, next: one } }));
      const two = { ...one, version: 2, timers: { burst: NOW + 50 } };
      await store.commit(commit({ event: '2', conversation: { before: one, next: two } }));
      expect(await store.claimTimers(NOW + 10, NOW + 20, 10)).toEqual([]);
      expect(await store.nextDue()).toBe(NOW + 50);
      const [timer] = await store.claimTimers(NOW + 50, NOW + 60, 10);
      expect(await store.claimTimers(NOW + 50, NOW + 60, 10)).toEqual([]);
      // The lease ended without an answer: somebody else gets it.
      expect(await store.claimTimers(NOW + 60, NOW + 70, 10)).toEqual([timer]);
      const three = { ...two, version: 3, timers: {} };
      await store.commit(
        commit({ event: '3', timer: timer!, conversation: { before: two, next: three } }),
      );
      expect(await store.claimTimers(NOW + 999, NOW + 1000, 10)).toEqual([]);
      expect(await store.nextDue()).toBeUndefined();
    });

    it('decides a timer once, not again once it was set anew, and again when it is set to the same time again', async () => {
      const one = conversation({ timers: { burst: NOW + 10 } });
      await store.commit(commit({ event: '1', conversation: { before: undefined, next: one } }));
      const timer = { conversation: 'c', name: 'burst', due: NOW + 10 };
      const fires = (event: string, before: Conversation, timers: Conversation['timers']) =>
        store.commit(
          commit({
            event,
            timer,
            conversation: { before, next: { ...before, version: before.version + 1, timers } },
          }),
        );
      expect(await fires('fired', one, {})).toBe('kept');
      const two = { ...one, version: 2, timers: {} };
      expect(await fires('fired', two, {})).toBe('decided');
      const three = { ...two, version: 3, timers: one.timers };
      await store.commit(commit({ event: '3', conversation: { before: two, next: three } }));
      expect(await store.claimTimers(NOW + 10, NOW + 99, 10)).toEqual([timer]);
      const moved = { burst: NOW + 20 };
      const four = { ...three, version: 4, timers: moved };
      await store.commit(commit({ event: '4', conversation: { before: three, next: four } }));
      expect(await fires('fired', four, {})).toBe('decided');
      expect(await store.nextDue()).toBe(NOW + 20);
    });

    it('refuses that nothing follows of what somebody has changed since, so that a timer set meanwhile stays', async () => {
      const timers = { burst: NOW + 10 };
      const one = conversation({ version: 1, timers });
      const two = { ...one, version: 2, timers: {} };
      const three = { ...two, version: 3, timers };
      await store.commit(commit({ event: '1', conversation: { before: undefined, next: one } }));
      const [timer] = await store.claimTimers(NOW + 10, NOW + 99, 10);
      await store.commit(commit({ event: '2', conversation: { before: one, next: two } }));
      await store.commit(commit({ event: '3', conversation: { before: two, next: three } }));
      const ignores = (was: Conversation) =>
        store.commit(
          commit({
            event: 'ring',
            at: NOW + 50,
            timer: timer!,
            conversation: { before: was, next: was },
          }),
        );
      expect(await ignores(two)).toBe('overtaken');
      expect((await store.depth()).timers).toBe(1);
      expect(await ignores(three)).toBe('kept');
      expect((await store.depth()).timers).toBe(0);
      expect(await store.conversation('c')).toEqual(three);
      // It was not touched: nothing happened to it.
      expect(await store.ofChannel('playground/w/help', NOW + 1, 10)).toEqual([]);
    });

    it('hands timers out in the order of their time, as many as are asked for, and looks again when a look ends', async () => {
      for (const [id, by] of [
        ['b', 20],
        ['a', 10],
        ['c', 30],
      ] as const) {
        const next = conversation({ id, timers: { burst: NOW + by } });
        await store.commit(commit({ event: id, conversation: { before: undefined, next } }));
      }
      const who = async (now: number, lease: number, limit: number) =>
        (await store.claimTimers(NOW + now, NOW + lease, limit)).map((timer) => timer.conversation);
      expect(await who(25, 50, 1)).toEqual(['a']);
      expect(await store.nextDue()).toBe(NOW + 20);
      expect(await who(25, 60, 10)).toEqual(['b']);
      expect(await store.nextDue()).toBe(NOW + 30);
      expect(await who(40, 70, 10)).toEqual(['c']);
      expect(await store.nextDue()).toBe(NOW + 50);
      expect(await who(49, 99, 10)).toEqual([]);
      expect(await who(70, 99, 10)).toEqual(['a', 'b', 'c']);
      expect((await store.depth()).timers).toBe(3);
    });

    const round = (version: number, due?: number): Round => ({
      ...newRound('playground', 'reminder'),
      version,
      timers: due === undefined ? {} : { round: due },
    });

    it('keeps what is due for the whole desk as it keeps conversations: its timer, its effects, one of many', async () => {
      expect(await store.round('desk/playground/reminder')).toBeUndefined();
      const one = round(1, NOW + 10);
      await store.commit(commit({ event: '1', round: { before: undefined, next: one } }));
      expect(await store.round(one.id)).toEqual(one);
      const [timer] = await store.claimTimers(NOW + 10, NOW + 99, 10);
      expect(timer).toEqual({ conversation: one.id, name: 'round', due: NOW + 10 });
      const two = round(2, NOW + 50);
      const posts = (event: string) =>
        store.commit(
          commit({
            event,
            timer: timer!,
            round: { before: one, next: two },
            effects: [{ ...teamNote, id: `${one.id}/2/0` }],
          }),
        );
      expect((await Promise.all([posts('2'), posts('2'), posts('3')])).toSorted()).toEqual([
        'decided',
        'decided',
        'kept',
      ]);
      expect(await store.round(one.id)).toEqual(two);
      expect(await store.claimTimers(NOW + 50, NOW + 99, 10)).toEqual([
        { conversation: one.id, name: 'round', due: NOW + 50 },
      ]);
      const effects = await store.claimEffects(NOW, NOW + 99, 10);
      expect(effects.map(({ effect, conversation }) => [effect.id, conversation])).toEqual([
        [`${one.id}/2/0`, one.id],
      ]);
      await store.settle(effects[0]!, { is: 'done', ref: { channel: 'C', id: '9' } }, NOW);
      expect((await store.depth()).effects).toBe(0);
    });

    it('hands out the effects of one audience in order, and does not let one audience hold up the other', async () => {
      await keepEffects(store, [note('c/1/0'), effect('c/1/1'), note('c/1/2')]);
      const claimed = await store.claimEffects(NOW, NOW + 10, 10);
      expect(claimed.map((p) => p.effect.id).toSorted()).toEqual(['c/1/0', 'c/1/1']);
      expect(await store.claimEffects(NOW, NOW + 10, 10)).toEqual([]);
      const first = claimed.find((p) => p.effect.id === 'c/1/0')!;
      await store.settle(first, { is: 'done', ref: { channel: 'C', id: '1' } }, NOW);
      expect((await store.claimEffects(NOW, NOW + 10, 10)).map((p) => p.effect.id)).toEqual([
        'c/1/2',
      ]);
      expect(await store.refs('c')).toEqual(new Map([['c/1/0', { channel: 'C', id: '1' }]]));
    });

    it('says of an effect whose sender vanished that it may have arrived', async () => {
      await keepEffects(store, [effect('c/1/0')]);
      const [first] = await store.claimEffects(NOW, NOW + 10, 10);
      expect(first).toMatchObject({ attempts: 1, uncertain: false });
      const [second] = await store.claimEffects(NOW + 10, NOW + 20, 10);
      expect(second).toMatchObject({ attempts: 2, uncertain: true });
    });

    it('brings an effect back when it is to be tried again, and not before', async () => {
      await keepEffects(store, [effect('c/1/0')]);
      const [first] = await store.claimEffects(NOW, NOW + 10, 10);
      await store.settle(first!, { is: 'again', at: NOW + 5_000, uncertain: false }, NOW);
      expect(await store.claimEffects(NOW + 4_999, NOW + 9_000, 10)).toEqual([]);
      expect(await store.nextDue()).toBe(NOW + 5_000);
      const [again] = await store.claimEffects(NOW + 5_000, NOW + 9_000, 10);
      expect(again).toMatchObject({ attempts: 2, uncertain: false });
    });

    it('believes whoever has sent an effect, and nobody who has not, once somebody else has taken it up', async () => {
      await keepEffects(store, [effect('c/1/0'), effect('c/1/1')]);
      const [slept] = await store.claimEffects(NOW, NOW + 10, 10);
      await store.claimEffects(NOW + 10, NOW + 20, 10);
      await store.settle(slept!, { is: 'again', at: NOW + 10, uncertain: false }, NOW + 10);
      await store.settle(slept!, { is: 'given-up' }, NOW + 10);
      expect(await store.claimEffects(NOW + 19, NOW + 30, 10)).toEqual([]);
      await store.settle(slept!, { is: 'done', ref: { channel: 'C', id: '1' } }, NOW + 19);
      const [next] = await store.claimEffects(NOW + 19, NOW + 30, 10);
      expect(next).toMatchObject({ effect: { id: 'c/1/1' }, uncertain: false });
    });

    it('shows a part once however often it was asked for before it was shown', async () => {
      await keepEffects(store, [
        { type: 'show-card', id: 'c/1/0' },
        { type: 'show-draft', draft: 1, id: 'c/1/1' },
        { type: 'show-card', id: 'c/1/2' },
      ]);
      expect((await store.depth()).effects).toBe(2);
      const [card] = await store.claimEffects(NOW, NOW + 10, 10);
      // One that has begun may show what was: a later change needs another.
      await keepEffects(store, [{ type: 'show-card', id: 'c/2/0' }], 2);
      expect((await store.depth()).effects).toBe(3);
      expect(card!.effect.type).toBe('show-card');
    });

    it('takes in what a settled effect raised, in the same write', async () => {
      await keepEffects(store, [effect('c/1/0')]);
      const [sent] = await store.claimEffects(NOW, NOW + 10, 10);
      const raises = {
        type: 'reply.delivered',
        id: 'c/1/0/delivered',
        at: NOW,
        conversation: 'c',
        draft: 1,
      } as const;
      await store.settle(sent!, { is: 'done', raised: raises }, NOW);
      const [raised] = await free();
      expect(raised).toMatchObject({ id: 'c/1/0/delivered', platform: 'desk' });
      expect((await store.depth()).effects).toBe(0);
    });

    const lesson = (id: string, state: CategoryLesson['state'], at = NOW): Lesson => ({
      id,
      text: 'charged twice',
      from: 'billing',
      category: 'refund',
      by: { id: 'ada', name: 'Ada', role: 'agent' },
      at,
      messages: ['1'],
      state,
    });

    it('lists what conversations teach and what waits for a lead, as they say it themselves', async () => {
      const one = conversation({
        lessons: [
          lesson('2', 'waiting', NOW + 2),
          lesson('1', 'accepted'),
          lesson('0', 'declined'),
        ],
      });
      await store.commit(commit({ event: '1', conversation: { before: undefined, next: one } }));
      const other = conversation({ id: 'd', lessons: [lesson('3', 'waiting', NOW + 1)] });
      await store.commit(commit({ event: '2', conversation: { before: undefined, next: other } }));
      expect(await store.lessons()).toEqual([
        { ...lesson('0', 'declined'), conversation: 'c' },
        { ...lesson('1', 'accepted'), conversation: 'c' },
        { ...lesson('3', 'waiting', NOW + 1), conversation: 'd' },
        { ...lesson('2', 'waiting', NOW + 2), conversation: 'c' },
      ]);
      // A decision about something else leaves them, one about them changes them, without them they are gone.
      const two = { ...one, version: 2 };
      await store.commit(commit({ event: '3', conversation: { before: one, next: two } }));
      expect(await store.lessons()).toHaveLength(4);
      const three = { ...two, version: 3, lessons: [lesson('2', 'accepted')] };
      await store.commit(commit({ event: '4', conversation: { before: two, next: three } }));
      expect(await store.lessons()).toMatchObject([
        { id: '2', state: 'accepted' },
        { id: '3', state: 'waiting' },
      ]);
      const { lessons: _, ...four } = { ...three, version: 4 };
      await store.commit(commit({ event: '5', conversation: { before: three, next: four } }));
      expect(await store.lessons()).toMatchObject([{ id: '3' }]);
    });

    it('lets a lesson move to another conversation', async () => {
      const from = conversation({ lessons: [lesson('1', 'accepted')] });
      await store.commit(commit({ event: '1', conversation: { before: undefined, next: from } }));
      const { lessons = [], ...left } = { ...from, version: 2 };
      await store.commit(commit({ event: '2', conversation: { before: from, next: left } }));
      const into = conversation({ id: 'd', lessons });
      await store.commit(commit({ event: '3', conversation: { before: undefined, next: into } }));
      expect(await store.lessons()).toMatchObject([{ id: '1', conversation: 'd' }]);
    });

    it('knows whose part was posted somewhere', async () => {
      await keepEffects(store, [{ type: 'show-card', id: 'c/1/0' }]);
      const [card] = await store.claimEffects(NOW, NOW + 10, 10);
      await store.settle(card!, { is: 'done', ref: { channel: 'C', id: '17' } }, NOW);
      expect(await store.postedAt({ channel: 'C', id: '17' })).toBe('c');
      expect(await store.postedAt({ channel: 'D', id: '17' })).toBeUndefined();
    });

    it('lists who waits, the longest first', async () => {
      for (const [id, since] of [
        ['b', 20],
        ['a', 10],
        ['c', undefined],
      ] as const) {
        const next = conversation({ id, version: 1, ...(since ? { waitingSince: since } : {}) });
        await store.commit(commit({ event: id, conversation: { before: undefined, next } }));
      }
      expect((await store.waiting(10)).map((c) => c.id)).toEqual(['a', 'b']);
      expect((await store.ofCustomer('playground', 'w', 'nora', 10)).map((c) => c.id)).toHaveLength(
        3,
      );
    });

    it('knows what is whose: who waits first, then what was answered, and nothing that is at rest', async () => {
      const sam = { id: 'sam', name: 'Sam', role: 'agent' } as const;
      for (const [id, status, since] of [
        ['answered', 'answered', undefined],
        ['later', 'waiting', 20],
        ['first', 'waiting', 10],
        ['closed', 'resolved', undefined],
      ] as const) {
        const waits = since === undefined ? {} : { waitingSince: since };
        const next = conversation({ id, version: 1, status, owner: sam, ...waits });
        await store.commit(commit({ event: id, conversation: { before: undefined, next } }));
      }
      const theirs = async (who: string) =>
        (await store.ofOwner('playground', who, 10)).map(({ id }) => id);
      expect(await theirs('sam')).toEqual(['first', 'later', 'answered']);
      expect(await store.ofOwner('slack', 'sam', 10)).toEqual([]);
      expect(await store.ofOwner('playground', 'sam', 1)).toHaveLength(1);
      const before = (await store.conversation('first'))!;
      const ada = { id: 'ada', name: 'Ada', role: 'agent' } as const;
      const next = { ...before, version: 2, owner: ada };
      await store.commit(commit({ event: 'handed on', conversation: { before, next } }));
      expect(await theirs('sam')).toEqual(['later', 'answered']);
      expect(await theirs('ada')).toEqual(['first']);
    });

    it('knows what everybody has to do, and when they were last given something', async () => {
      const owned = async (id: string, owner: string, at: number | undefined, waits: boolean) => {
        const next = conversation({
          id,
          version: 1,
          status: waits ? 'waiting' : 'answered',
          owner: { id: owner, name: owner, role: 'agent' },
          ...(waits ? { waitingSince: NOW } : {}),
        });
        const fact: KeptFact = {
          about: ABOUT,
          type: 'assigned',
          at: at ?? 0,
          conversation: id,
          agent: owner,
          how: 'round robin',
        };
        const facts = at === undefined ? [] : [fact];
        const conversations = { before: undefined, next };
        await store.commit(commit({ event: id, conversation: conversations, facts }));
      };
      await owned('1', 'ada', 200, true);
      await owned('2', 'ada', 100, true);
      await owned('3', 'ada', undefined, false);
      await owned('4', 'sam', 300, false);
      await owned('5', 'lea', undefined, true);
      const loads = await store.loads('playground');
      expect(loads.toSorted((a, b) => (a.person < b.person ? -1 : 1))).toEqual([
        { person: 'ada', open: 2, assignedAt: 200 },
        { person: 'lea', open: 1 },
        { person: 'sam', open: 0, assignedAt: 300 },
      ]);
      expect(await store.loads('slack')).toEqual([]);
    });

    it('tells what goes on in a channel: what was touched since, the newest first, and no more than asked for', async () => {
      for (const [id, at, channel] of [
        ['a', 10, 'help'],
        ['b', 30, 'help'],
        ['c', 20, 'help'],
        ['d', 40, 'elsewhere'],
      ] as const) {
        const next = conversation({ id, version: 1, place: { ...place, channel } });
        await store.commit(
          commit({ event: id, at: NOW + at, conversation: { before: undefined, next } }),
        );
      }
      const lately = async (since: number, limit: number) =>
        (await store.ofChannel('playground/w/help', NOW + since, limit)).map((c) => c.id);
      expect(await lately(20, 10)).toEqual(['b', 'c']);
      const a = conversation({ id: 'a', version: 1 });
      const touched = { before: a, next: { ...a, version: 2 } };
      await store.commit(commit({ event: 'again', at: NOW + 50, conversation: touched }));
      expect(await lately(20, 10)).toEqual(['a', 'b', 'c']);
      expect(await lately(0, 2)).toEqual(['a', 'b']);
    });

    it('remembers what was said beside conversations, as it reads last, until it is taken back or old', async () => {
      const channel = 'playground/w/help';
      const aside = (id: string, at: number, text = id): Aside => ({
        message: {
          id,
          at: NOW + at,
          author: { id: 'ada', name: 'Ada', role: 'agent' },
          text,
          files: [],
        },
        talk: 'aside/1',
      });
      const keep = (event: string, one: Aside) =>
        store.commit(commit({ event, overheard: { channel, key: one.message.id, aside: one } }));
      await keep('1', aside('one', 10));
      await keep('2', aside('two', 20));
      await keep('3', aside('three', 30));
      await keep('4', aside('two', 20, 'changed'));
      expect(await store.asides(channel, NOW + 20, 10)).toEqual([
        aside('three', 30),
        aside('two', 20, 'changed'),
      ]);
      expect(await store.asides(channel, NOW, 1)).toEqual([aside('three', 30)]);
      expect(await store.asides('playground/w/elsewhere', NOW, 10)).toEqual([]);
      await store.commit(commit({ event: '5', overheard: { channel, key: 'three' } }));
      await store.prune(NOW, NOW + 15);
      expect(await store.asides(channel, 0, 10)).toEqual([aside('two', 20, 'changed')]);
    });

    it('keeps what can be looked up again on shelves, apart from each other and until it expires', async () => {
      const people = store.shelf<{ name: string }>('people');
      await people.set('nora', { name: 'Nora' });
      await people.set('gone', { name: 'Gone' }, 1);
      await expect.poll(() => people.get('gone')).toBeUndefined();
      expect(await people.get('nora')).toEqual({ name: 'Nora' });
      expect(await store.shelf('other').get('nora')).toBeUndefined();
      await people.delete('nora');
      expect(await people.get('nora')).toBeUndefined();
    });

    it('lets one of several who come at once put something on a shelf, until it expires', async () => {
      const shared = store.shelf<string>('shared');
      const all = await Promise.all(
        ['a', 'b', 'c'].map((by) => shared.putIfAbsent('one', by, 60_000)),
      );
      expect(all.filter(Boolean)).toHaveLength(1);
      expect(await shared.get('one')).toBe(['a', 'b', 'c'][all.indexOf(true)]);
      await shared.delete('one');
      expect(await shared.putIfAbsent('one', 'd', 60_000)).toBe(true);
      await shared.set('gone', 'e', 1);
      await expect.poll(() => shared.putIfAbsent('gone', 'f', 60_000)).toBe(true);
      expect(await shared.get('gone')).toBe('f');
    });

    it('forgets old ids, and only those', async () => {
      await store.accept([delivery('settled'), delivery('waits')]);
      const [settled] = await free();
      await store.dismiss(settled!, 'ignored');
      await store.prune(Date.now() + 1000, 0);
      expect(await ids()).toEqual(['waits']);
      await store.accept([delivery('settled')]);
      expect((await ids()).toSorted()).toEqual(['settled', 'waits']);
    });
  });
}

function conversation(over: Partial<Conversation>): Conversation {
  return {
    id: 'c',
    version: 1,
    place: { platform: 'playground', workspace: 'w', channel: 'help', thread: '1' },
    customer: { id: 'nora', name: 'Nora', role: 'customer' },
    status: 'waiting',
    openedAt: NOW,
    lastCustomerAt: NOW,
    messages: [],
    drafts: [],
    humanSpoke: false,
    timers: {},
    deeds: [],
    ...over,
  };
}

function commit(over: Partial<Commit>): Commit {
  return { event: 'e', at: NOW, claims: [], effects: [], raised: [], facts: [], ...over };
}

const place = { platform: 'playground', workspace: 'w', channel: 'help' } as const;

const teamNote = {
  type: 'post-note',
  platform: 'playground',
  to: 'triage',
  at: NOW,
  parts: [],
} as const;

function effect(id: string): Outgoing {
  return { type: 'send-reply', id, draft: 1, text: 'hello', place };
}

function note(id: string): Outgoing {
  return { type: 'show-note', id, text: 'hello' };
}

async function keepEffects(store: Store, effects: Outgoing[], version = 1): Promise<void> {
  const before = version === 1 ? undefined : conversation({ version: version - 1 });
  await store.commit(
    commit({
      event: `e${version}`,
      conversation: { before, next: conversation({ version }) },
      effects,
    }),
  );
}
