import { type Conversation, openDraft } from '../../../../src/support/conversation.ts';
import { decide } from '../../../../src/support/decide.ts';
import type { Effect } from '../../../../src/support/effects.ts';
import type { Event } from '../../../../src/support/events.ts';
import type { Fact } from '../../../../src/support/facts.ts';
import type { Handbook } from '../../../../src/support/handbook.ts';
import type { Person } from '../../../../src/support/roles.ts';
import { latelyOf } from '../../../../src/support/time/follow-up/lately.ts';
import type { Survey } from '../../../../src/support/time/policy.ts';
import { ada, nora, handbook as shipped } from '../../stage.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The shipped handbook with another survey. */
export function handbookWith(survey: Partial<Survey> = {}): Handbook {
  const { policy } = shipped;
  return { ...shipped, policy: { ...policy, survey: { ...policy.survey, ...survey } } };
}

type Loose = Record<string, unknown> & { type: Event['type'] };

/** One customer with several matters on a clock of its own: the timers of surveys ring when their time has come. */
export function openCustomer(options: {
  readonly begins: number;
  readonly zone?: string;
  readonly handbook?: Handbook;
}) {
  const { zone, handbook = handbookWith() } = options;
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
  const desk = {
    facts,
    effects,
    now: () => now,
    matter: (n = 0) => matters.get(n)!,
    happens,
    counted: (type: Fact['type']) => facts.filter((fact) => fact.type === type),
    /** What the desk itself said to the customer. */
    said: () => effects.flatMap((one) => (one.type === 'send-notice' ? one.text : [])),
    calls: () => effects.flatMap((one) => (one.type === 'call' ? one.text : [])),
    writes: (text: string, matter = 0) =>
      happens(matter, { type: 'customer.wrote', ...message(customer, text) }),
    /** Another customer says something in their thread. */
    interrupts: (text: string, matter = 0) =>
      happens(matter, {
        type: 'customer.wrote',
        ...message({ id: 'ben', name: 'Ben', role: 'customer' }, text),
      }),
    answers: (text: string, matter = 0) =>
      happens(matter, { type: 'team.wrote', ...message(ada, text) }),
    presses: (button: string, matter = 0) =>
      happens(matter, { type: 'agent.pressed', actor: ada, button }),
    sends(matter = 0) {
      const draft = openDraft(matters.get(matter)!)?.number;
      const text = 'It is done: the second charge is on its way back to your card.';
      happens(matter, { type: 'agent.pressed', actor: ada, button: 'edit', draft, text });
      return happens(matter, { type: 'reply.delivered', draft });
    },
    /** The question that stands, answered by its button. */
    taps: (value: number, by: Person = customer, matter = 0) =>
      happens(matter, {
        type: 'customer.pressed',
        actor: by,
        button: 'rate',
        value: String(value),
        question: matters.get(matter)!.survey?.asked?.question ?? 0,
      }),
    /** Asked, answered and resolved. */
    served(text = 'I was charged twice for invoice 4411', matter = 0) {
      desk.writes(text, matter);
      now += HOUR;
      desk.sends(matter);
      now += HOUR;
      return desk.presses('resolve', matter);
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
        if (due.name === 'survey' && matters.get(matter)!.timers.survey === due.due) {
          throw new Error('it rings again at the very same instant');
        }
      }
      now = end;
    },
  };
  return desk;
}
