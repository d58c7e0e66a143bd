import type { Conversation } from '../../../src/support/conversation.ts';
import { decide } from '../../../src/support/decide.ts';
import type { Effect } from '../../../src/support/effects.ts';
import type { Event } from '../../../src/support/events.ts';
import type { Fact } from '../../../src/support/facts.ts';
import type { Handbook } from '../../../src/support/handbook.ts';
import type { Person } from '../../../src/support/roles.ts';
import { latelyOf } from '../../../src/support/time/follow-up/lately.ts';
import { ada, nora } from '../stage.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

type Loose = Record<string, unknown> & { type: Event['type'] };

/** One customer with several matters on a clock of its own: their timers ring when their time has come, in order. */
export function openMatters(options: {
  readonly begins: number;
  readonly zone?: string | undefined;
  readonly handbook: Handbook;
  /** Hears of each decision as it is made. */
  readonly heard?: (effects: readonly Effect[], matter: number, at: number) => void;
}) {
  const { zone, handbook, heard } = options;
  const customer: Person = zone === undefined ? nora : { ...nora, zone };
  const matters = new Map<number, Conversation>();
  const facts: Fact[] = [];
  const effects: Effect[] = [];
  let now = options.begins;
  let events = 0;
  const happens = (matter: number, event: Loose) => {
    const place = { platform: 'slack', workspace: 'T', channel: 'C', thread: `m${matter}` };
    const known = matters.get(matter);
    const conversation = known ? { conversation: known.id } : {};
    const whole = { id: `e${events++}`, at: now, place, ...conversation, ...event };
    const decided = decide(known, whole as unknown as Event, handbook);
    heard?.('ignored' in decided ? [] : decided.effects, matter, now);
    if ('ignored' in decided) return decided.ignored;
    // After a long rest a matter goes on in a conversation of its own.
    if (known && known.id !== decided.conversation.id) matters.set(1_000 + events, known);
    matters.set(matter, decided.conversation);
    facts.push(...decided.facts);
    effects.push(...decided.effects);
    return undefined;
  };
  const message = (author: Person, text: string) => ({
    message: { id: `m${now}-${events}`, author, at: now, text, files: [] },
  });
  const next = () => {
    const timers = [...matters].flatMap(([matter, { timers: set }]) =>
      Object.entries(set).map(([name, due]) => ({ matter, name, due })),
    );
    return timers.toSorted((a, b) => a.due - b.due)[0];
  };
  return {
    customer,
    facts,
    effects,
    now: () => now,
    matter: (n = 0) => matters.get(n)!,
    matters: () => [...matters.values()],
    happens,
    writes: (text: string, matter = 0) =>
      happens(matter, { type: 'customer.wrote', ...message(customer, text) }),
    /** Another customer says something in their thread. */
    interrupts: (text: string, matter = 0) =>
      happens(matter, {
        type: 'customer.wrote',
        ...message({ id: 'ben', name: 'Ben', role: 'customer' }, text),
      }),
    /** Somebody of the team writes in the customer's thread. */
    answers: (text: string, matter = 0) =>
      happens(matter, { type: 'team.wrote', ...message(ada, text) }),
    /** Time passes, and nothing rings yet. */
    waits(by: number) {
      now += by;
    },
    /** Time passes, and whatever is due rings at its time, `late` milliseconds after it. */
    passes(by: number, late = 0) {
      const end = now + by;
      for (let due = next(); due !== undefined && due.due <= end; due = next()) {
        now = Math.max(now, Math.min(end, due.due + late));
        const { matter, ...timer } = due;
        const lately = latelyOf([...matters.values()], now);
        const ignored = happens(matter, { type: 'timer.fired', ...timer, lately });
        if (ignored !== undefined) throw new Error(`${due.name} rang in vain: ${ignored}`);
        const set: Record<string, number> = matters.get(matter)!.timers;
        if (set[due.name] === due.due)
          throw new Error(`${due.name} rings again at the very same instant`);
      }
      now = end;
    },
  };
}
