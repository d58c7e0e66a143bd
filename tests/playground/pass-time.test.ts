import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk/desk.ts';
import { movableClock, standingClock } from '../../src/desk/movable-clock.ts';
import { passingTime } from '../../src/desk/passing.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { MONDAY_MORNING } from '../clock.ts';
import { makePlayground, readRoom } from '../rigs/playground.ts';
import { charts, testLog } from '../test-desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

async function openDesk(movable = true) {
  const store = openSqlite(':memory:');
  const clock = movableClock(standingClock(MONDAY_MORNING));
  const handbook = await loadHandbook();
  const log = testLog();
  const desk = createDesk({ store, handbook, clock, log });
  const time = movable ? passingTime({ desk, store, clock }) : undefined;
  const rig = await makePlayground({ desk, handbook, charts, clock, log, time });
  desk.open(rig.door);
  desk.start();
  const pass = async (until: unknown) => {
    const response = await fetch(`${rig.url}/playground/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ do: 'pass-time', id: crypto.randomUUID(), by: 'lea', until }),
    });
    const { error } = (await response.json()) as { error?: string };
    return error ?? response.status;
  };
  return {
    rig,
    clock,
    pass,
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
      await rig[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}

describe('the playground’s clock', () => {
  let stage: Awaited<ReturnType<typeof openDesk>>;
  beforeEach(async () => {
    stage = await openDesk();
  });
  afterEach(() => stage[Symbol.asyncDispose]());

  it('moves on, and what is due on the way happens at its own time', async () => {
    const { rig, clock, pass } = stage;
    await rig.writes('Nora Customer', 'I was charged twice for invoice 88');
    expect(await pass(MONDAY_MORNING + DAY)).toBe(200);
    expect(clock.now()).toBe(MONDAY_MORNING + DAY);
    const { said, cards } = await readRoom(rig.url);
    const acknowledged = said.find((one) => one.author === 'warmline');
    expect(acknowledged?.at).toBe(MONDAY_MORNING + 20_000);
    // Four o'clock would be past if it had been written a day later.
    expect(acknowledged?.text).toContain('noon today');
    const draft = cards[0]?.items.find(({ view }) => view.is === 'draft');
    expect(draft?.at).toBeLessThan(MONDAY_MORNING + MINUTE);
  });

  it('goes to what is due next, and says where nothing is', async () => {
    const { rig, clock, pass } = stage;
    expect(await pass('next-due')).toContain('Nothing is due');
    await rig.writes('Nora Customer', 'I was charged twice for invoice 88');
    await pass(MONDAY_MORNING + 1_000);
    expect(await rig.customerSees()).toHaveLength(0);
    expect(await pass('next-due')).toBe(200);
    expect(clock.now()).toBe(MONDAY_MORNING + 20_000);
    expect(await rig.customerSees()).toHaveLength(1);
  });

  it('goes to when the team opens next', async () => {
    const { clock, pass } = stage;
    expect(await pass('next-opening')).toBe(200);
    expect(clock.now()).toBe(MONDAY_MORNING + 23 * HOUR);
  });

  it('never goes back, nor further than a year at once, nor where nobody knows', async () => {
    const { clock, pass } = stage;
    expect(await pass(MONDAY_MORNING - 1)).toContain('never goes back');
    expect(await pass(MONDAY_MORNING + 400 * DAY)).toContain('a year at most');
    expect(await pass('tomorrow')).toContain('`until` must be');
    expect(await pass(Number.NaN)).toContain('`until` must be');
    expect(clock.now()).toBe(MONDAY_MORNING);
  });

  it('stays as it is where it was not given to the playground', async () => {
    await using fixed = await openDesk(false);
    expect(await fixed.pass(MONDAY_MORNING + DAY)).toContain('cannot be moved');
  });
});
