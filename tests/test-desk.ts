import { openCharts } from '../src/charts/charts.ts';
import { createDesk, type RunningDesk } from '../src/desk/desk.ts';
import type { Log } from '../src/desk/ports.ts';
import { openSqlite } from '../src/desk/store/sqlite.ts';
import type { Store } from '../src/desk/store/store.ts';
import { loadHandbook } from '../src/handbook/handbook.ts';
import type { Handbook } from '../src/support/handbook.ts';
import { type ManualClock, manualClock } from './clock.ts';
import type { MakeRig, Rig } from './rig.ts';

/** Errors and warnings are kept, so that a test can say there were none. */
export interface TestLog extends Log {
  readonly lines: { level: 'warn' | 'error'; facts: object; text: string }[];
}

export function testLog(): TestLog {
  const lines: TestLog['lines'] = [];
  return {
    lines,
    debug: () => {},
    info: () => {},
    warn: (facts, text) => lines.push({ level: 'warn', facts, text }),
    error: (facts, text) => lines.push({ level: 'error', facts, text }),
  };
}

/** Begins to draw when one asks for a picture; all tests of a file share it. */
export const charts = openCharts();

/** Frozen, so all tests of a file may share it. */
const shipped = await loadHandbook();

/** A whole desk behind one door, on a store in memory and a clock that stands still. */
export interface TestDesk extends AsyncDisposable {
  readonly desk: RunningDesk;
  readonly store: Store;
  readonly rig: Rig;
  readonly clock: ManualClock;
  readonly handbook: Handbook;
  readonly log: TestLog;
  /** Everything that is due has been decided and carried out. */
  settle(): Promise<void>;
  /** Lets time pass, one timer after the other, and settles. Milliseconds. */
  pass(by: number): Promise<void>;
}

export async function openTestDesk(
  makeRig: MakeRig,
  options: {
    policy?: Partial<Handbook['policy']>;
    knowledge?: Handbook['knowledge'];
    store?: Store;
    /** Instead of the shipped one. */
    handbook?: Handbook;
  } = {},
): Promise<TestDesk> {
  const { knowledge = shipped.knowledge } = options;
  const policy = { ...shipped.policy, ...options.policy };
  const handbook: Handbook = options.handbook ?? { ...shipped, policy, knowledge };
  const clock = manualClock();
  const log = testLog();
  const store = options.store ?? openSqlite(':memory:');
  const desk = createDesk({ store, handbook, clock, log });
  const rig = await makeRig({ desk, handbook, charts, clock, log });
  desk.open(rig.door);
  desk.start();
  const settle = () => desk.settle();
  return {
    desk,
    store,
    rig,
    clock,
    handbook,
    log,
    settle,
    async pass(by) {
      await settle();
      const end = clock.now() + by;
      for (;;) {
        const next = await store.nextDue();
        if (next === undefined || next > end) break;
        clock.advance(Math.max(0, next - clock.now()));
        await settle();
      }
      clock.advance(end - clock.now());
      await settle();
    },
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
      await rig[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}
