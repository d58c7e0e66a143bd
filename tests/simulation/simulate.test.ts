import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '../../simulation/command.ts';
import { DAY, type Span } from '../../simulation/rhythm.ts';
import { simulate } from '../../simulation/simulate.ts';
import { createDesk, type RunningDesk } from '../../src/desk/desk.ts';
import { movableClock, standingClock } from '../../src/desk/movable-clock.ts';
import type { Door } from '../../src/desk/ports.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import type { Store } from '../../src/desk/store/store.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { createPlayground } from '../../src/playground/playground.ts';
import { openRoom, type Room } from '../../src/playground/room.ts';
import { type RoomState, SHELF } from '../../src/playground/state.ts';
import { deliver } from '../../src/playground/understand.ts';
import { openDraft } from '../../src/support/conversation.ts';
import type { Fact } from '../../src/support/facts.ts';
import { paceOf } from '../../src/support/time/pace.ts';
import { factsIn } from '../facts.ts';
import { charts, testLog } from '../test-desk.ts';

/** Half past nine on a Wednesday. */
const ends = Date.parse('2026-11-25T09:30:00Z');
const span: Span = { begins: ends - 2 * DAY, ends, perDay: 10 };
const handbook = await loadHandbook();

const FACTS = [
  'opened',
  'acknowledged',
  'replied',
  'answered-directly',
  'corrected',
  'resolved',
] as const;
const log = testLog();

async function play(seed: number, store = openSqlite(':memory:')) {
  const simulated = await simulate({ store, handbook, span, seed, log });
  return { store, simulated, facts: await factsIn(store, FACTS) };
}

let played: Awaited<ReturnType<typeof play>>;
beforeAll(async () => {
  played = await play(1);
});
afterAll(() => played.store[Symbol.asyncDispose]());

/** The desk that whoever opens the store afterwards has before them. */
async function open(store: Store) {
  const clock = movableClock(standingClock(ends));
  const desk = createDesk({ store, handbook, clock, log });
  const door = await createPlayground({ desk, handbook, charts, clock, log });
  desk.open(door);
  desk.start();
  const room = () => openRoom(desk.shelf<RoomState>(SHELF), clock);
  return { desk, door, room };
}

describe('some days of simulated support', () => {
  const count = (type: Fact['type']) => played.facts.filter((one) => one.type === type).length;

  it('goes through the desk without a fault', () => {
    expect(log.lines).toEqual([]);
    expect(played.simulated.until).toBe(ends);
    expect(count('opened')).toBe(played.simulated.conversations);
    expect(count('opened')).toBeGreaterThan(15);
    expect(count('acknowledged')).toBeGreaterThan(15);
    expect(count('replied') + count('answered-directly')).toBeGreaterThan(8);
  });

  it('is told in several languages and channels', () => {
    const abouts = played.facts.filter(({ type }) => type === 'opened').map(({ about }) => about);
    expect(new Set(abouts.map(({ channel }) => channel)).size).toBeGreaterThan(2);
    expect(new Set(abouts.map(({ language }) => language)).size).toBeGreaterThan(2);
  });

  it('is the same for the same seed, and another one for another', async () => {
    const again = await play(1);
    expect(again.facts).toEqual(played.facts);
    await again.store[Symbol.asyncDispose]();
    const other = await play(2);
    expect(other.facts).not.toEqual(played.facts);
    await other.store[Symbol.asyncDispose]();
  });

  describe('when it is opened afterwards', () => {
    let desk: RunningDesk;
    let door: Door & AsyncDisposable;
    let room: () => Promise<Room>;
    beforeAll(async () => {
      ({ desk, door, room } = await open(played.store));
      await desk.settle();
    });
    afterAll(async () => {
      await desk[Symbol.asyncDispose]();
      await door[Symbol.asyncDispose]();
    });

    it('shows who waits, some in time, some at risk and some too late', async () => {
      const waiting = await desk.waiting();
      const paces = waiting.map((one) => paceOf(one)?.is);
      expect(new Set(paces)).toEqual(new Set(['on track', 'at risk', 'breached']));
      const { state } = await room();
      const shown = state.cards.filter(({ view }) => view.waitingSince !== undefined);
      expect(shown.map(({ conversation }) => conversation).toSorted()).toEqual(
        waiting.map(({ id }) => id).toSorted(),
      );
    });

    it('knows the team and those customers whose words are on the page', async () => {
      const staff = await door.staff(['ada', 'ines', 'max', 'lea']);
      expect(staff.map(({ name }) => name)).toEqual(['Ada Moreau', 'Inês Duarte', 'Lea Brandt']);
      const { state } = await room();
      const players = new Set(state.cast!.map(({ id }) => id));
      const authors = state.said.map(({ author }) => author);
      expect(authors.filter((one) => one !== 'warmline' && !players.has(one))).toEqual([]);
      expect(new Set(state.said.map(({ channel }) => channel))).toEqual(new Set(state.channels));
    });

    it('goes on: an agent’s press sends the draft that waits', async () => {
      const waiting = (await desk.waiting()).findLast((one) => openDraft(one))!;
      const { number, text } = openDraft(waiting)!;
      const press = { button: 'send', conversation: waiting.id, draft: number } as const;
      const { workspace } = waiting.place;
      await desk.accept(
        deliver('act-00000001', { told: 'pressed', workspace, by: 'ada', at: ends, press }),
      );
      await desk.settle();
      const sent = (await desk.conversation(waiting.id))!;
      expect(sent.status).toBe('answered');
      const said = (await room()).state.said.find((one) => one.text === text);
      expect(said?.channel).toBe(waiting.place.channel);
    });
  });
});

describe('npm run simulate', () => {
  let folder: string;
  const output = { text: '', write: (text: string) => (output.text += text) };
  const told = async (args: string, signal?: AbortSignal) => {
    output.text = '';
    const code = await run(args.split(' ').filter(Boolean), output, signal);
    return { code, text: output.text };
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-simulated-'));
    vi.stubEnv('HANDBOOK_DIR', '');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    vi.unstubAllEnvs();
  });
  const fileOf = (name: string) => `sqlite:${join(folder, name)}`;

  it('fills a store once, says how to open it, and refuses one that has something in it', async () => {
    const args = `--days 1 --conversations-a-day 2 --until 2026-11-24T17:00:00Z --store ${fileOf('one.db')}`;
    const first = await told(args);
    expect(first.text).toContain(`STORE_URL=${fileOf('one.db')} npm start`);
    expect(first.code).toBe(0);
    const second = await told(args);
    expect(second.code).toBe(73);
    expect(second.text).toContain('has conversations already');
    expect(second.text).toContain('--store sqlite:another.db');
  });

  it('refuses a store that another Warmline has open', async () => {
    const open = openSqlite(join(folder, 'held.db'));
    const { code, text } = await told(`--days 1 --store ${fileOf('held.db')}`);
    expect(code).toBe(73);
    expect(text).toContain('Another Warmline has');
    await open[Symbol.asyncDispose]();
  });

  it('says how far it came when it is interrupted, and leaves a store that can be opened', async () => {
    const stopping = new AbortController();
    const write = (text: string) => {
      output.text += text;
      if (text.includes('10 %')) stopping.abort();
    };
    output.text = '';
    const args = `--days 40 --conversations-a-day 6 --until 2026-11-24T07:30:00Z --store ${fileOf('stopped.db')}`;
    expect(await run(args.split(' '), { write }, stopping.signal)).toBe(130);
    expect(output.text).toContain('Stopped: it came to 2026-10-19T07:30Z');
    const store = openSqlite(join(folder, 'stopped.db'));
    const { desk, door, room } = await open(store);
    const waiting = (await desk.waiting()).map(({ id }) => id);
    const shown = (await room()).state.cards.map(({ conversation }) => conversation);
    expect(waiting.length).toBeGreaterThan(0);
    expect(shown).toEqual(expect.arrayContaining(waiting));
    await desk[Symbol.asyncDispose]();
    await door[Symbol.asyncDispose]();
    await store[Symbol.asyncDispose]();
  });

  it.each([
    ['', 'Say how many days'],
    ['--days 0', '--days must be a whole number from 1 to 1,000'],
    ['--days 1001', '--days must be a whole number from 1 to 1,000'],
    ['--days ten', '--days must be a whole number'],
    ['--days 2 --conversations-a-day 0', '--conversations-a-day must be'],
    ['--days 2 --seed x', '--seed must be'],
    ['--days 2 --until yesterday', '--until is no ISO date and time'],
    ['--days 2 --store redis://localhost', '--store names no file'],
    ['--days 2 --store sqlite::memory:', '--store names no file'],
    ['--weeks 2', "Unknown option '--weeks'"],
  ])('refuses %j and says how it is called', async (args, fault) => {
    const { code, text } = await told(args);
    expect(code).toBe(64);
    expect(text).toContain(fault);
    expect(text).toContain('npm run simulate -- --days');
  });
});
