import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDesk } from '../../src/desk/desk.ts';
import { type Delivery, PlatformError } from '../../src/desk/ports.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import type { Store } from '../../src/desk/store/store.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Event } from '../../src/support/events.ts';
import type { Handbook } from '../../src/support/handbook.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import { testLog } from '../test-desk.ts';

const HOUR = 3_600_000;
const shipped = await loadHandbook();
const lea = { id: 'lea', name: 'Lea', role: 'lead' } as const;
const ada = { id: 'ada', name: 'Ada', role: 'agent' } as const;
const team = { name: 'billing', calendar: shipped.policy.calendar, speaks: [] };
const handbook: Handbook = {
  ...shipped,
  policy: {
    ...shipped.policy,
    brief: true,
    reports: [{ report: 'yesterday by category', every: 'day', at: 540, to: 'leads' }],
    teams: [{ ...team, categories: ['billing'], people: ['ada', 'somebody elsewhere'] }],
  },
};

interface Got {
  readonly id: string;
  readonly to: string;
  readonly says: readonly string[];
}

/** A desk on a store; several may share one, as replicas do. What people get alone is kept in `got`. */
function openDesk(store: Store, clock: ManualClock, got: Got[], refuses: PlatformError[] = []) {
  const log = testLog();
  const desk = createDesk({ store, handbook, clock, log });
  desk.open({
    platform: 'slack',
    understand: async ({ body }) => ({ event: JSON.parse(body) as Event }),
    perform: async ({ id }) => ({ channel: 'T', id }),
    staff: async (ids) =>
      ids === 'leads' ? [lea] : [lea, ada].filter(({ id }) => ids.includes(id)),
    find: async () => 'absent',
    async postNote({ id, to, parts }, { about, person, sheet, uncertain }) {
      if (to === 'triage') return undefined;
      const refused = refuses.shift();
      if (refused) throw refused;
      if (uncertain && got.some((one) => one.id === id)) return { channel: 'D', id };
      expect(parts.flatMap((part) => part.about)).toEqual([...about.keys()]);
      const says = sheet ? [sheet.title] : parts.map(({ title }) => title);
      got.push({ id, to: person!.id, says });
      return { channel: 'D', id };
    },
  });
  desk.start();
  return { desk, log };
}

const wrote = (id: string, at: number): Delivery => {
  const place = { platform: 'slack', workspace: 'w', channel: 'help' } as const;
  const author = { id, name: id, role: 'customer' } as const;
  const message = { id, at, author, text: 'I was charged twice for my invoice', files: [] };
  const event: Event = { type: 'customer.wrote', id, at, place, message };
  return { id, platform: 'slack', lane: 'help', body: JSON.stringify(event) };
};

async function pass(
  store: Store,
  clock: ManualClock,
  until: number,
  settle: () => Promise<unknown>,
) {
  for (;;) {
    await settle();
    const next = await store.nextDue();
    if (next === undefined || next > until) break;
    clock.advance(Math.max(0, next - clock.now()));
  }
  clock.advance(until - clock.now());
  await settle();
}

const morning: Omit<Got, 'id'>[] = [
  { to: 'ada', says: [expect.stringMatching(/^☀️ Your shift begins · 1 /)] },
  { to: 'lea', says: ['Yesterday, by category'] },
];
const byPerson = (got: readonly Got[]) =>
  got.map(({ to, says }) => ({ to, says })).toSorted((a, b) => a.to.localeCompare(b.to));

it('brings leads their reports and agents their brief, each once, whichever of two desks is there', async () => {
  await using store = openSqlite(':memory:');
  const [clock, got] = [manualClock(), [] as Got[]];
  const desks = [openDesk(store, clock, got), openDesk(store, clock, got)];
  const start = clock.now();
  await desks[0]!.desk.accept(wrote('nora', start));
  await pass(store, clock, start + 24 * HOUR, () =>
    Promise.all(desks.map(({ desk }) => desk.settle())),
  );
  expect(byPerson(got)).toEqual(morning);
  for (const { desk } of desks) await desk[Symbol.asyncDispose]();
  expect(desks.flatMap(({ log }) => log.lines)).toEqual([]);
});

it('brings them late and once where the desk was down in the morning, and looks for what may have arrived', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'warmline-')), 'desk.sqlite');
  const [clock, got] = [manualClock(), [] as Got[]];
  const start = clock.now();
  {
    await using store = openSqlite(file);
    await using desk = openDesk(store, clock, got).desk;
    await desk.accept(wrote('nora', start));
    await desk.settle();
    clock.advance(60_000);
    await desk.settle();
  }
  clock.advance(25 * HOUR);
  await using store = openSqlite(file);
  const broken = new PlatformError('slack', 'the wire broke', { retryable: true, uncertain: true });
  const { desk } = openDesk(store, clock, got, [broken]);
  await pass(store, clock, clock.now() + HOUR, () => desk.settle());
  expect(byPerson(got)).toEqual(morning);
  await desk[Symbol.asyncDispose]();
});

it('counts a report anew where it could not be counted, and briefs nobody who is away', async () => {
  await using real = openSqlite(':memory:');
  const [clock, got] = [manualClock(), [] as Got[]];
  let fails = 0;
  const store: Store = {
    ...real,
    async lessons() {
      if (fails-- > 0) throw new Error('the store is away');
      return real.lessons();
    },
  };
  const { desk, log } = openDesk(store, clock, got);
  const start = clock.now();
  await desk.accept(wrote('nora', start));
  await desk.settle();
  await desk.keepsHours('slack', ada, 'away');
  fails = 1;
  await pass(store, clock, start + 24 * HOUR, () => desk.settle());
  expect(byPerson(got)).toEqual(morning.slice(1));
  expect(log.lines.map(({ text }) => text)).toEqual(['an attempt failed']);
  await desk[Symbol.asyncDispose]();
});
