import { createArrivals } from '../../src/desk/arrivals.ts';
import { createFailures } from '../../src/desk/failures.ts';
import type { Hands } from '../../src/desk/hands.ts';
import { carryOut } from '../../src/desk/outbox.ts';
import type { Door, Ref } from '../../src/desk/ports.ts';
import { createShown } from '../../src/desk/shown.ts';
import type { Pending, Settlement, Store } from '../../src/desk/store/store.ts';
import type { Handbook } from '../../src/support/handbook.ts';
import { testLog } from '../test-desk.ts';

type Place = 'begin' | 'find' | 'perform' | 'settle' | 'end';

/** One attempt of the real outbox, which stands still whenever it asks somebody, until it is let go on. */
export interface Attempt {
  /** What it would settle, once it stands there. */
  readonly settlement: Settlement | undefined;
  /** Answers what it asked for (an error is thrown) and tells where it stands next. */
  goOn(answer?: unknown): Promise<Place>;
}

/** Begins to carry out what was claimed. Resolves when it stands still for the first time. */
export async function attempt(
  pending: Pending,
  hands: Pick<Hands, 'store' | 'clock'>,
): Promise<Attempt> {
  let [arrive, answer] = [(_: Place) => {}, (_: unknown) => {}];
  let settlement: Settlement | undefined;
  const next = () =>
    new Promise<Place>((resolve) => {
      arrive = resolve;
    });
  const ask = async <T>(place: Place): Promise<T> => {
    arrive(place);
    const said = await new Promise((resolve) => {
      answer = resolve;
    });
    if (said instanceof Error) throw said;
    return said as T;
  };
  const store: Partial<Store> = {
    lease: hands.store.lease,
    async conversation(id) {
      await ask('begin');
      return hands.store.conversation(id);
    },
    refs: (id) => hands.store.refs(id),
    turn: (...asked) => hands.store.turn(...asked),
    async settle(effect, wanted, at) {
      settlement = wanted;
      await hands.store.settle(effect, await ask<Settlement>('settle'), at);
    },
  };
  const door: Partial<Door> = {
    platform: 'playground',
    find: () => ask<Ref | 'absent' | 'unknown'>('find'),
    perform: () => ask<Ref>('perform'),
  };
  const there = next();
  const doors = new Map([['playground', door as Door]] as const);
  const closing = new AbortController().signal;
  const others = {
    ...{ doors, closing, log: testLog(), handbook: {} as Handbook },
    reportSheet: async () => ({ problem: 'nobody asks' }),
    isAway: async () => false,
    shown: createShown(),
    failures: createFailures(),
    arrivals: createArrivals(),
  };
  void carryOut(pending, { ...hands, ...others, store: store as Store }).then(() => arrive('end'));
  await there;
  return {
    get settlement() {
      return settlement;
    },
    goOn(said) {
      const where = next();
      answer(said);
      return where;
    },
  };
}
