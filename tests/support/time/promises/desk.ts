import type { Conversation } from '../../../../src/support/conversation.ts';
import { decide } from '../../../../src/support/decide.ts';
import type { Effect } from '../../../../src/support/effects.ts';
import type { Button, Event, Pressed } from '../../../../src/support/events.ts';
import type { Fact } from '../../../../src/support/facts.ts';
import type { Handbook } from '../../../../src/support/handbook.ts';
import type { Person } from '../../../../src/support/roles.ts';
import { ada, nora, handbook as shipped } from '../../stage.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** A Monday in March, ten in the morning in Berlin; the office is there from 9 to 17. */
export const MONDAY = Date.parse('2026-03-09T09:00:00Z');

/** The shipped handbook, in Berlin. */
export const handbook: Handbook = {
  ...shipped,
  policy: {
    ...shipped.policy,
    calendar: { ...shipped.policy.calendar, zone: 'Europe/Berlin' },
  },
};

/** A conversation to which things happen at instants of their own, with its promises. */
export function promiseDesk(using: Handbook = handbook) {
  let now: Conversation | undefined;
  let events = 0;
  let last: readonly Effect[] = [];
  const effects: Effect[] = [];
  const facts: Fact[] = [];
  const place = { platform: 'slack', workspace: 'T', channel: 'C', thread: 'm1' } as const;
  const happens = (event: Record<string, unknown> & { type: Event['type']; at: number }) => {
    events += 1;
    const decided = decide(now, { id: `e${events}`, place, ...event } as unknown as Event, using);
    if ('ignored' in decided) return decided.ignored;
    now = decided.conversation;
    last = decided.effects;
    effects.push(...decided.effects);
    facts.push(...decided.facts);
    return undefined;
  };
  const message = (at: number, author: Person, text: string) => ({
    id: `m${events + 1}`,
    at,
    author,
    text,
    files: [],
  });
  return {
    effects,
    facts,
    get now() {
      return now!;
    },
    get promise() {
      return now!.promises!.at(-1)!;
    },
    /** What the last event told somebody alone. */
    get told() {
      return last.flatMap((one) => (one.type === 'tell-agent' ? [one.text] : [])).join('\n');
    },
    happens,
    asks: (at = MONDAY, text = 'I was charged twice for invoice 4411, can you look?') =>
      happens({ type: 'customer.wrote', at, message: message(at, nora, text) }),
    says: (at: number, text: string, who: Person = ada) =>
      happens({ type: 'team.wrote', at, message: message(at, who, text) }),
    presses: (at: number, button: Button, more: Partial<Pressed> = {}) =>
      happens({ type: 'agent.pressed', at, conversation: now!.id, actor: ada, button, ...more }),
    /** The draft is approved, and has arrived a second later. */
    sends: (at: number, more: Partial<Pressed> = {}) => {
      const draft = now!.drafts.at(-1)!.number;
      const actor = ada;
      const conversation = now!.id;
      happens({ type: 'agent.pressed', at, conversation, actor, button: 'send', draft, ...more });
      return happens({ type: 'reply.delivered', at: at + 1_000, conversation, draft });
    },
    /** Rings whatever is due until then, in order. */
    passes: (until: number) => {
      for (;;) {
        const due = Object.entries(now?.timers ?? {}).toSorted((a, b) => a[1] - b[1])[0];
        if (!due || due[1] > until) return;
        const [name, at] = due;
        happens({ type: 'timer.fired', at, conversation: now!.id, name, due: at });
      }
    },
    types: () => facts.map(({ type }) => type).filter((type) => type.startsWith('promise')),
    calls: () => effects.filter((one) => one.type === 'call'),
  };
}

export const at = (iso: string) => Date.parse(iso);
