// What a number of open conversations costs whoever has them in a store: `fill` or `look`, a STORE_URL and their number.
import { createDesk } from '../src/desk/desk.ts';
import type { Log } from '../src/desk/ports.ts';
import { neverStandingBack } from '../src/desk/stand-back.ts';
import { openStore } from '../src/desk/store/open.ts';
import type { Store } from '../src/desk/store/store.ts';
import { loadHandbook } from '../src/handbook/handbook.ts';
import type { Conversation } from '../src/support/conversation.ts';
import type { Event } from '../src/support/events.ts';
import { claimsOf } from '../src/support/grouping.ts';
import { median } from './statistics.ts';

/** What `crowd-ours.ts look` prints. */
export interface CrowdTaken {
  /** Megabytes, once everything that can be collected is. */
  readonly resident: number;
  readonly heap: number;
  /** Milliseconds from a message's acceptance until all that follows from it is kept, in the median. */
  readonly decision: number;
}

const WARM_UP = 400;
const DECISIONS = 400;
const CHANNELS = 300;
const TOGETHER = 200;

const fail = (facts: object, text: string) => console.error(text, facts);
const log: Log = { debug() {}, info() {}, warn: fail, error: fail };
const [what = '', url = '', count = ''] = process.argv.slice(2);
const many = Number(count);
const { store, there } = await openStore(url, log);
await there;
if (what === 'fill') await fill(store);
else console.log(JSON.stringify(await look(store)));
await store[Symbol.asyncDispose]();

async function fill(into: Store): Promise<void> {
  for (let from = 0; from < many; from += TOGETHER) {
    const some = Array.from({ length: Math.min(TOGETHER, many - from) }, (_, i) => from + i);
    await Promise.all(some.map((i) => keep(into, i)));
  }
}

function keep(into: Store, i: number): Promise<unknown> {
  const first = opening(i);
  const { place, message, at } = first;
  const next: Conversation = {
    id: idOf(i),
    version: 1,
    place: { ...place, thread: message.id },
    customer: message.author,
    status: 'waiting',
    openedAt: at,
    lastCustomerAt: at,
    waitingSince: at,
    messages: [{ ...message, text: 'w'.repeat(1_700) }],
    drafts: [],
    humanSpoke: false,
    timers: { clock: Date.now() + 86_400_000 + i },
    deeds: [],
  };
  const claims = claimsOf(first, next).map((key) => ({ key, was: undefined, now: next.id }));
  const conversation = { before: undefined, next };
  return into.commit({
    ...{ event: first.id, at, conversation, claims, effects: [], raised: [], facts: [] },
  });
}

async function look(into: Store): Promise<CrowdTaken> {
  const clock = { now: () => Date.now(), wake: () => () => {} };
  const handbook = await loadHandbook();
  await using desk = createDesk({
    ...{ store: into, handbook, clock, log, standBack: neverStandingBack },
  });
  desk.start();
  const took: number[] = [];
  const drawn = drawFrom(many, WARM_UP + DECISIONS);
  for (let n = 0; n < WARM_UP + DECISIONS; n++) {
    const i = drawn[n]!;
    const event = further(i, n);
    const began = performance.now();
    await desk.accept({
      // The desk takes its own events as they are.
      ...{ id: event.id, platform: 'desk' as never, lane: `bench:${i}` },
      body: JSON.stringify(event),
    });
    await desk.settle();
    if (n >= WARM_UP) took.push(performance.now() - began);
  }
  // Also what the collector holds ready for more.
  await globalThis.gc?.({ execution: 'async', flavor: 'last-resort', type: 'major' });
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    resident: rss / 1024 ** 2,
    heap: (heapUsed + external) / 1024 ** 2,
    decision: median(took),
  };
}

/** So many different ones of this many, by chance: somebody who has written twice is looked at for longer. */
function drawFrom(many: number, count: number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(Math.floor(Math.random() * many));
  return [...drawn];
}

function opening(i: number): Extract<Event, { type: 'customer.wrote' }> {
  const at = Date.now() - 86_400_000 - i;
  const author = {
    id: `U0${i % 20_000}`,
    name: `Customer ${i % 20_000}`,
    role: 'customer',
  } as const;
  const message = { id: rootOf(i), author, at, text: 'My export fails', files: [] };
  const place = {
    ...({ platform: 'slack', workspace: 'T0HOME00001' } as const),
    channel: `C0BENCH${i % CHANNELS}`,
  };
  return { type: 'customer.wrote', id: `opening/${i}`, at, place, message };
}

/** One more message in the thread of an open conversation. */
function further(i: number, n: number): Extract<Event, { type: 'customer.wrote' }> {
  const { place, message } = opening(i);
  const at = Date.now();
  const id = `${Math.floor(at / 1000)}.${String(n).padStart(6, '0')}`;
  const text = 'It still fails, and I need it before the end of the week, please help';
  return {
    ...{ type: 'customer.wrote', id: `further/${process.pid}/${n}`, at },
    place: { ...place, thread: rootOf(i) },
    message: { ...message, id, at, text },
  };
}

function rootOf(i: number): string {
  return `${1_772_445_621 + i}.000100`;
}

function idOf(i: number): string {
  return `slack:T0HOME00001:C0BENCH${i % CHANNELS}:${rootOf(i)}`;
}
