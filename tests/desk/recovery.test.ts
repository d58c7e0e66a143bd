import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, vi } from 'vitest';
import { createDesk } from '../../src/desk/desk.ts';
import { type Delivery, type Door, PlatformError } from '../../src/desk/ports.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Note, Outgoing } from '../../src/support/effects.ts';
import type { Event } from '../../src/support/events.ts';
import { manualClock } from '../clock.ts';
import { testLog } from '../test-desk.ts';

const handbook = await loadHandbook();

function wrote(id: string, at: number, text = 'my invoice is wrong'): Event {
  const place = { platform: 'playground', workspace: 'w', channel: 'help' } as const;
  const author = { id: 'nora', name: 'Nora', role: 'customer' } as const;
  return { type: 'customer.wrote', id, at, place, message: { id, at, author, text, files: [] } };
}

function delivery(event: Event, lane = 'help'): Delivery {
  return { id: event.id, platform: 'playground', lane, body: JSON.stringify(event) };
}

/** A desk on this file whose platform takes everything; `understand` may be replaced. */
function openDesk(file: string, clock = manualClock(), understand?: Door['understand']) {
  const performed: Outgoing[] = [];
  const notes: Note[] = [];
  const store = openSqlite(file);
  const log = testLog();
  const desk = createDesk({ store, handbook, clock, log });
  desk.open({
    platform: 'playground',
    understand:
      understand ?? (async ({ body }: Delivery) => ({ event: JSON.parse(body) as Event })),
    async perform(effect) {
      performed.push(effect);
      return { channel: 'c', id: effect.id };
    },
    staff: async () => [],
    find: async () => 'absent',
    async postNote(note) {
      notes.push(note);
      return { channel: 'c', id: note.id };
    },
  });
  const close = async () => {
    await desk[Symbol.asyncDispose]();
    await store[Symbol.asyncDispose]();
  };
  return { desk, store, clock, log, performed, notes, close };
}

const newFile = () => join(mkdtempSync(join(tmpdir(), 'warmline-')), 'desk.sqlite');

it('takes up after a restart what was accepted before it', async () => {
  const file = newFile();
  const first = openDesk(file);
  // Accepted, and gone before anything was decided.
  await first.desk.accept(delivery(wrote('m1', first.clock.now())));
  await first.close();
  const second = openDesk(file);
  second.desk.start();
  await second.desk.settle();
  expect((await second.desk.waiting()).map((c) => c.messages.map((m) => m.id))).toEqual([['m1']]);
  await second.close();
});

it('ends a burst after a restart, late rather than never, and once', async () => {
  const file = newFile();
  const first = openDesk(file);
  first.desk.start();
  await first.desk.accept(delivery(wrote('m1', first.clock.now())));
  await first.desk.settle();
  await first.close();
  const clock = manualClock(first.clock.now() + 3_600_000);
  for (const drafts of [1, 1]) {
    const next = openDesk(file, clock);
    next.desk.start();
    await next.desk.settle();
    expect((await next.desk.waiting())[0]!.drafts).toHaveLength(drafts);
    await next.close();
  }
});

it('puts aside a delivery that can never be decided, loudly, and goes on with the others', async () => {
  const { desk, log, clock, close } = openDesk(newFile(), manualClock(), async ({ id, body }) => {
    if (id === 'poison') throw new Error('a bug');
    return { event: JSON.parse(body) as Event };
  });
  desk.start();
  const poison = { ...delivery(wrote('m0', clock.now())), id: 'poison' };
  await desk.accept(poison, delivery(wrote('m1', clock.now())));
  await desk.settle();
  expect((await desk.waiting()).map((c) => c.messages[0]!.id)).toEqual(['m1']);
  expect(log.lines.filter((line) => line.level === 'error')).toMatchObject([
    { text: expect.stringContaining('put aside') },
  ]);
  await close();
});

it('does not let one slow channel hold up another', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { desk, clock, close } = openDesk(newFile(), manualClock(), async ({ lane, body }) => {
    if (lane === 'slow') await held;
    return { event: JSON.parse(body) as Event };
  });
  desk.start();
  const elsewhere = wrote('m2', clock.now());
  await desk.accept(delivery(wrote('m1', clock.now()), 'slow'), delivery(elsewhere, 'fast'));
  await expect.poll(async () => (await desk.waiting()).length).toBe(1);
  expect((await desk.waiting())[0]!.messages[0]!.id).toBe('m2');
  release();
  await desk.settle();
  await close();
});

it('decides the messages of a channel in the order in which they were accepted', async () => {
  const seen: string[] = [];
  const { desk, clock, close } = openDesk(newFile(), manualClock(), async ({ id, body }) => {
    // Later ones are understood faster: the order must not come from luck.
    await new Promise((resolve) => setTimeout(resolve, id === 'm0' ? 20 : 0));
    seen.push(id);
    return { event: JSON.parse(body) as Event };
  });
  desk.start();
  const ids = Array.from({ length: 20 }, (_, i) => `m${i}`);
  await desk.accept(...ids.map((id) => delivery(wrote(id, clock.now()))));
  await desk.settle();
  expect(seen).toEqual(ids);
  expect((await desk.waiting())[0]!.messages).toHaveLength(20);
  await close();
});

it('waits for a platform that cannot be asked as long as it takes, in order, while other channels go on', async () => {
  let away = true;
  const asked: string[] = [];
  const { desk, clock, log, close } = openDesk(
    newFile(),
    manualClock(),
    async ({ id, lane, body }) => {
      asked.push(id);
      if (lane === 'away' && away) {
        throw new PlatformError('playground', 'It did not answer in time.', { retryable: true });
      }
      return { event: JSON.parse(body) as Event };
    },
  );
  desk.start();
  await desk.accept(delivery(wrote('m1', clock.now()), 'away'));
  await desk.settle();
  // Far more tries than a delivery has that nobody can understand.
  for (let i = 0; i < 20; i++) {
    clock.advance(30_000);
    await desk.settle();
  }
  expect(asked).toEqual(Array.from({ length: 21 }, () => 'm1'));
  asked.length = 0;
  await desk.accept(
    delivery(wrote('m2', clock.now()), 'away'),
    delivery(wrote('m3', clock.now()), 'elsewhere'),
  );
  await desk.settle();
  expect(asked).toEqual(['m3']);
  away = false;
  clock.advance(30_000);
  await desk.settle();
  expect(asked).toEqual(['m3', 'm1', 'm2']);
  expect((await desk.waiting()).flatMap((c) => c.messages)).toHaveLength(3);
  expect(log.lines.filter((line) => line.level === 'error')).toEqual([]);
  await close();
});

it('takes up after a restart what waited for its platform', async () => {
  const file = newFile();
  const first = openDesk(file, manualClock(), async () => {
    throw new PlatformError('playground', 'It did not answer in time.', { retryable: true });
  });
  first.desk.start();
  await first.desk.accept(delivery(wrote('m1', first.clock.now())));
  await first.desk.settle();
  expect((await first.desk.stats()).kept?.waiting.inbox).toBe(1);
  await first.close();
  const second = openDesk(file);
  second.desk.start();
  await second.desk.settle();
  expect((await second.desk.waiting()).map((c) => c.messages.map((m) => m.id))).toEqual([['m1']]);
  await second.close();
});

it('keeps what it accepted for when the disk takes something again, and puts nothing aside', async () => {
  const file = newFile();
  const { desk, store, clock, log, close } = openDesk(file);
  await desk.accept(delivery(wrote('m1', clock.now())), delivery(wrote('m2', clock.now())));
  const elsewhere = new DatabaseSync(file);
  elsewhere.exec('BEGIN IMMEDIATE');
  desk.start();
  await vi.waitFor(() => expect(log.lines.map(({ text }) => text).join()).toContain('lane waits'), {
    timeout: 15_000,
  });
  elsewhere.exec('ROLLBACK');
  elsewhere.close();
  clock.advance(60_000);
  await desk.settle();
  expect((await desk.waiting())[0]!.messages.map((m) => m.id)).toEqual(['m1', 'm2']);
  expect((await store.depth()).inbox).toBe(0);
  await close();
});
