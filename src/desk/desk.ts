import type { Platform } from '../support/conversation.ts';
import type { Event } from '../support/events.ts';
import { LOOK_BACK } from '../support/grouping/stream.ts';
import type { Handbook } from '../support/handbook.ts';
import { gapsIn } from '../support/lessons/gaps.ts';
import { sortLessons } from '../support/lessons/offers.ts';
import { isRound } from '../support/rounds/round.ts';
import { createAgenda } from './agenda.ts';
import { createArrivals } from './arrivals.ts';
import type { Clock } from './clock.ts';
import { decideEvent, findInThread, notAfter, type Source } from './deciding.ts';
import { createFailures } from './failures.ts';
import { createHints } from './hints.ts';
import { createIntake } from './intake.ts';
import { createKudos } from './kudos.ts';
import { createLedger } from './ledger/ledger.ts';
import { carryOut } from './outbox.ts';
import type { Desk, Door, Log, Writer } from './ports.ts';
import { createReports } from './reports.ts';
import { createRounds } from './rounds.ts';
import { createSharing } from './sharing.ts';
import { createShown } from './shown.ts';
import { createStaff } from './staff.ts';
import { type StandingBack, standingBack } from './stand-back.ts';
import { type Store, StoreUnavailable } from './store/store.ts';

const DAY = 24 * 3_600_000;
/** Ids of what was settled are remembered this long: platforms repeat deliveries for a day at most. */
const REMEMBERED = 7 * DAY;
const PRUNE_EVERY = 3_600_000;
/** Deliveries that wait to be kept at once: what is beyond them would wait for longer than a platform does. */
const MOST_KEEPING = 2_000;

const TOO_MUCH = new Error('more comes in at once than can be kept');

/** What this desk has done since it was opened, and what waits for it and for all who share its store. */
export interface Stats {
  readonly accepted: number;
  readonly decided: number;
  readonly carriedOut: number;
  /** Effects that will not be tried again. */
  readonly givenUp: number;
  /** Deliveries that could not be decided. */
  readonly putAside: number;
  /** Undefined while the store cannot be asked. */
  readonly kept?: {
    readonly waiting: { readonly inbox: number; readonly effects: number; readonly timers: number };
    /** For how long the first timer or effect has been due, in ms. */
    readonly overdue: number;
  };
}

export interface RunningDesk extends Desk, AsyncDisposable {
  /** From here on this door's deliveries are understood and effects leave through it. */
  open(door: Door): void;
  /** Takes up what was kept before, and everything from here on. */
  start(): void;
  /** Calls when what `lessons()` has accepted has changed here. `call` must not throw. */
  onLearning(call: () => void): void;
  /** The policy may be another one: what is due for the whole desk is set anew. */
  policyChanged(): void;
  /** From here on this model is asked for better drafts. */
  ask(writer: Writer): void;
  /** Resolves when all that is due has been decided and carried out, or waits for its next attempt. */
  settle(): Promise<void>;
  stats(): Promise<Stats>;
}

/** The desk: keeps what comes in, has it decided in order, carries out what follows. The only state there is. */
export function createDesk(parts: {
  store: Store;
  handbook: Handbook;
  clock: Clock;
  log: Log;
  standBack?: StandingBack;
}): RunningDesk {
  const { store, handbook, clock, log, standBack = standingBack() } = parts;
  const doors = new Map<Platform, Door>();
  let accepted = 0;
  let keeping = 0;
  const learners: (() => void)[] = [];
  let writer: Writer | undefined;
  const closing = new AbortController();
  let decided = 0;
  let carriedOut = 0;
  let givenUp = 0;
  let started = false;

  const decide = async (event: Event, source: Source) => {
    const known = notAfter(clock.now(), event);
    if (known.type === 'timer.fired' && isRound(known.conversation)) {
      await rounds.make(known, source);
      decided++;
      return agenda.wake();
    }
    const { raised, learnt, stirred } = await staff.inTurn(known, () =>
      decideEvent(store, handbook, log, known, source, writer !== undefined, staff.lookAround),
    );
    decided++;
    if (known.type === 'reply.delivered' || known.type === 'delivery.failed') {
      arrivals.known(known.conversation);
    }
    if (stirred) await rounds.stir(stirred);
    agenda.wake();
    if (learnt) for (const call of learners) call();
    if (raised > 0) intake.wake();
  };
  const staff = createStaff({ store, doors, handbook, clock, log, decide });
  const ledger = createLedger({ store, clock, log });
  const rounds = createRounds({ store, doors, handbook, clock, log });
  const reports = createReports({ answer: ledger.answer, store, handbook, clock });
  let setting: Promise<void> = Promise.resolve();
  const setRounds = () => {
    setting = setting.then(() => rounds.set([...doors.keys()])).then(() => agenda.wake());
  };
  const intake = createIntake({ store, doors, decide, standBack: standBack.turn, clock, log });
  const [shown, failures, arrivals] = [createShown(), createFailures(), createArrivals()];
  const agenda = createAgenda({
    store,
    clock,
    log,
    decide,
    carryOut: async (pending) => {
      await standBack.turn();
      const { signal } = closing;
      const hands = {
        ...{ store, doors, writer, handbook, clock, log, closing: signal },
        ...{ reportSheet: reports.reportSheet, isAway: staff.isAway },
        ...{ shown, failures, arrivals },
      };
      const settlement = await carryOut(pending, hands);
      carriedOut++;
      if (settlement?.is === 'given-up') givenUp++;
      // What was delivered, or not, comes back by the front door.
      if (settlement && settlement.is !== 'again' && settlement.raised) intake.wake();
    },
  });

  let wakeSoon: NodeJS.Immediate | undefined;
  const wake = () => {
    wakeSoon = undefined;
    intake.wake();
  };

  const lessons = async () => sortLessons(await store.lessons(), handbook);

  const prune = () =>
    store
      .prune(clock.now() - REMEMBERED, clock.now() - LOOK_BACK)
      .catch((error) => log.warn({ err: error }, 'old ids could not be forgotten; trying again'));
  let pruning: NodeJS.Timeout | undefined;

  /** What other desks have kept or left undone is looked at from time to time. */
  const { shared } = store;
  let learnt = 0;
  const lookAtOthers = async () => {
    const now = await shared?.learnt().catch(() => undefined);
    if (now === undefined) return;
    intake.wake();
    agenda.wake();
    if (now === learnt) return;
    learnt = now;
    for (const call of learners) call();
  };
  let looking: NodeJS.Timeout | undefined;

  return {
    open(door) {
      doors.set(door.platform, door);
    },
    start() {
      started = true;
      if (shared) looking = setInterval(lookAtOthers, shared.lookEvery).unref();
      pruning = setInterval(prune, PRUNE_EVERY).unref();
      ledger.start();
      setRounds();
      intake.wake();
      agenda.wake();
    },
    policyChanged: setRounds,
    async accept(...deliveries) {
      if (keeping >= MOST_KEEPING) throw new StoreUnavailable(TOO_MUCH, 'It may come again');
      standBack.accepted();
      keeping += deliveries.length;
      try {
        await store.accept(deliveries);
      } finally {
        keeping -= deliveries.length;
      }
      accepted += deliveries.length;
      // Whoever waits for the acknowledgement goes first.
      if (started) wakeSoon ??= setImmediate(wake);
    },
    conversation: (id) => store.conversation(id),
    waiting: (limit = 50) => store.waiting(limit),
    ofCustomer: (platform, workspace, customer) =>
      store.ofCustomer(platform, workspace, customer, 25),
    inThread: (place) => findInThread(store, place),
    card: async (id) => (await store.refs(id)).get('card'),
    lessons,
    gaps: async () => gapsIn(await store.lessons(), handbook),
    async learning(days) {
      const since = clock.now() - days * DAY;
      return { lessons: await lessons(), ...(await ledger.answer('learning', { since })) };
    },
    ...reports,
    ...createSharing(store),
    onLearning(call) {
      learners.push(call);
    },
    ask(model) {
      writer = model;
    },
    ...createHints({ store, handbook, log }),
    ...createKudos({ store, clock, answer: ledger.answer }),
    owned: (platform, person) => store.ofOwner(platform, person, 200),
    keepsHours: staff.keepsHours,
    shelf: (name) => store.shelf(name),
    async settle() {
      do {
        intake.wake();
        agenda.wake();
        await setting;
        await intake.idle();
        await agenda.idle();
        // What the one does may wake the other.
      } while (intake.busy() || agenda.busy());
    },
    async stats() {
      const done = { accepted, decided, carriedOut, givenUp, putAside: intake.putAside() };
      try {
        const [waiting, next] = await Promise.all([store.depth(), store.nextDue()]);
        const now = clock.now();
        return { ...done, kept: { waiting, overdue: Math.max(0, now - (next ?? now)) } };
      } catch {
        return done;
      }
    },
    async [Symbol.asyncDispose]() {
      clearInterval(pruning);
      clearInterval(looking);
      clearImmediate(wakeSoon);
      closing.abort();
      await setting;
      await Promise.all([intake.stop(), agenda.stop()]);
      await ledger[Symbol.asyncDispose]();
    },
  };
}
