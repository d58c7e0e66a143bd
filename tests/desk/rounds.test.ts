import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDesk } from '../../src/desk/desk.ts';
import { type Delivery, PlatformError } from '../../src/desk/ports.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import type { Store } from '../../src/desk/store/store.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Note } from '../../src/support/effects.ts';
import type { Event } from '../../src/support/events.ts';
import type { Handbook } from '../../src/support/handbook.ts';
import { ROUNDS, roundId } from '../../src/support/rounds/round.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import { testLog } from '../test-desk.ts';

const HOUR = 3_600_000;
const shipped = await loadHandbook();
const months = { days: 100, minutes: 0 };
const all = { p1: months, p2: months, p3: months, p4: months };
/** No clock comes near its end: how they stand does not change by itself. */
const handbook: Handbook = {
  ...shipped,
  policy: {
    ...shipped.policy,
    serviceLevels: [{ replyWithin: all, nextReplyWithin: all, resolveWithin: all }],
  },
};

/** What reached the triage channel, by whichever desk. */
interface Triage {
  readonly notes: Note[];
  readonly attempts: { uncertain: boolean }[];
  fails?: PlatformError | undefined;
}

/** A desk on a store; several may share one, as replicas do. */
function openDesk(store: Store, clock: ManualClock, triage: Triage, book: Handbook = handbook) {
  const log = testLog();
  const desk = createDesk({ store, handbook: book, clock, log });
  desk.open({
    platform: 'slack',
    understand: async ({ body }) => ({ event: JSON.parse(body) as Event }),
    perform: async ({ id }) => ({ channel: 'T', id }),
    staff: async () => [],
    find: async () => 'absent',
    async postNote(note, { about, uncertain }) {
      triage.attempts.push({ uncertain });
      const { fails } = triage;
      triage.fails = undefined;
      if (fails) throw fails;
      expect([...about.values()].every(({ card }) => card !== undefined)).toBe(true);
      triage.notes.push(note);
      return { channel: 'T', id: note.id };
    },
  });
  desk.start();
  const pass = async (until: number) => {
    for (;;) {
      await desk.settle();
      const next = await store.nextDue();
      if (next === undefined || next > until) break;
      clock.advance(Math.max(0, next - clock.now()));
    }
    clock.advance(until - clock.now());
    await desk.settle();
  };
  return { desk, log, pass };
}

const wrote = (id: string, at: number): Delivery => {
  const place = { platform: 'slack', workspace: 'w', channel: 'help' } as const;
  const author = { id, name: id, role: 'customer' } as const;
  const message = { id, at, author, text: 'my invoice is wrong', files: [] };
  const event: Event = { type: 'customer.wrote', id, at, place, message };
  return { id, platform: 'slack', lane: 'help', body: JSON.stringify(event) };
};
const titles = ({ notes }: Triage) => notes.flatMap(({ parts }) => parts.map(({ title }) => title));
const newFile = () => join(mkdtempSync(join(tmpdir(), 'warmline-')), 'desk.sqlite');
const newTriage = (): Triage => ({ notes: [], attempts: [] });

it('reminds of all who wait in one message, hands over at the end of the day, and then is at rest', async () => {
  await using store = openSqlite(':memory:');
  const [clock, triage] = [manualClock(), newTriage()];
  const { desk, log, pass } = openDesk(store, clock, triage);
  const start = clock.now();
  await desk.accept(wrote('nora', start), wrote('ben', start + 1));
  await pass(start + 2.5 * HOUR);
  expect(titles(triage)).toEqual(['⏰ 2 customers wait']);
  await pass(start + 30 * 24 * HOUR);
  expect(titles(triage)).toEqual([
    '⏰ 2 customers wait',
    '🤝 Hand-over from the office: 2 customers wait',
  ]);
  for (const name of ROUNDS) {
    expect((await store.round(roundId('slack', name)))?.timers ?? {}).toEqual({});
  }
  await desk[Symbol.asyncDispose]();
  expect(log.lines).toEqual([]);
});

it('posts each once over restarts, what was due in the meantime late', async () => {
  const file = newFile();
  const [clock, triage] = [manualClock(), newTriage()];
  const start = clock.now();
  for (const until of [0.1, 1, 2.1, 3, 8, 9, 40].map((hours) => start + hours * HOUR)) {
    // Down from the last stop until now.
    clock.advance(until - clock.now());
    await using store = openSqlite(file);
    await using open = openDesk(store, clock, triage).desk;
    if (clock.now() < start + HOUR) await open.accept(wrote('nora', clock.now()));
    await open.settle();
    clock.advance(60_000);
    await open.settle();
  }
  expect(titles(triage)).toEqual([
    '⏰ 1 customer waits',
    '🤝 Hand-over from the office: 1 customer waits',
  ]);
});

it('posts each once where two desks share a store', async () => {
  await using store = openSqlite(':memory:');
  const [clock, triage] = [manualClock(), newTriage()];
  const [one, other] = [openDesk(store, clock, triage), openDesk(store, clock, triage)];
  const start = clock.now();
  await one.desk.accept(wrote('nora', start));
  await other.desk.accept(wrote('ben', start + 1));
  while (clock.now() < start + 30 * HOUR) {
    clock.advance(HOUR / 4);
    await Promise.all([one.desk.settle(), other.desk.settle()]);
  }
  expect(titles(triage)).toEqual([
    '⏰ 2 customers wait',
    '🤝 Hand-over from the office: 2 customers wait',
  ]);
  await one.desk[Symbol.asyncDispose]();
  await other.desk[Symbol.asyncDispose]();
  expect([...one.log.lines, ...other.log.lines]).toEqual([]);
});

it('tells the door that a note may have arrived already, and leaves out whoever was answered since', async () => {
  await using store = openSqlite(':memory:');
  const [clock, triage] = [manualClock(), newTriage()];
  const { desk, pass } = openDesk(store, clock, triage);
  triage.fails = new PlatformError('slack', 'the wire broke', { retryable: true, uncertain: true });
  const start = clock.now();
  await desk.accept(wrote('nora', start));
  await pass(start + 2.5 * HOUR);
  expect(triage.attempts).toEqual([{ uncertain: false }, { uncertain: true }]);
  expect(titles(triage)).toEqual(['⏰ 1 customer waits']);

  const [nora] = await desk.waiting();
  const place = { ...nora!.place, thread: 'nora' };
  triage.fails = new PlatformError('slack', 'not now', { retryable: true, retryAfter: HOUR });
  await pass(start + 7.01 * HOUR);
  expect(triage.attempts).toHaveLength(3);
  const author = { id: 'ada', name: 'Ada', role: 'agent' } as const;
  const at = clock.now();
  const message = { id: 'reply', at, author, text: 'it is mended', files: [] };
  const event: Event = { type: 'team.wrote', id: 'reply', at, place, message };
  const reply = {
    id: 'reply',
    platform: 'slack',
    lane: 'help',
    body: JSON.stringify(event),
  } as const;
  await desk.accept(reply);
  await pass(start + 9 * HOUR);
  expect(triage.attempts).toHaveLength(3);
  expect((await store.depth()).effects).toBe(0);
  await desk[Symbol.asyncDispose]();
});

it('goes by the policy as it is changed', async () => {
  await using store = openSqlite(':memory:');
  const [clock, triage] = [manualClock(), newTriage()];
  let { policy } = handbook;
  const book: Handbook = {
    ...handbook,
    get policy() {
      return policy;
    },
  };
  const { desk, pass } = openDesk(store, clock, triage, book);
  const start = clock.now();
  await desk.accept(wrote('nora', start));
  await pass(start + HOUR / 2);
  const remindAgentsEvery = { days: 0, minutes: 40 };
  policy = { ...policy, followUp: { ...policy.followUp, remindAgentsEvery } };
  desk.policyChanged();
  await pass(start + HOUR);
  expect(titles(triage)).toEqual(['⏰ 1 customer waits']);
  await desk[Symbol.asyncDispose]();
});
