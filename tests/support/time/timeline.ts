import type { Conversation, Instant, TimerName } from '../../../src/support/conversation.ts';
import { decide } from '../../../src/support/decide.ts';
import type { Effect } from '../../../src/support/effects.ts';
import type { Button, Event, Pressed } from '../../../src/support/events.ts';
import type { Fact } from '../../../src/support/facts.ts';
import type { Handbook } from '../../../src/support/handbook.ts';
import type { Person } from '../../../src/support/roles.ts';
import { ada, nora } from '../stage.ts';

const place = { platform: 'slack', workspace: 'T', channel: 'C', thread: 'm1' } as const;

/**
 * One conversation to which things happen at instants of their own; `passTo` rings what is due on the way. `known` is what the desk
 * knows beyond it when a timer fires.
 */
export function timeline(start: Instant, handbook: Handbook, known: object = {}) {
  let now: Conversation | undefined;
  let at = start;
  let events = 0;
  const effects: Effect[] = [];
  const facts: Fact[] = [];
  const happens = (event: Record<string, unknown> & { type: Event['type'] }) => {
    events += 1;
    const whole = { id: `e${events}`, at, place, ...event } as unknown as Event;
    const decided = decide(now, whole, handbook);
    if ('ignored' in decided) return;
    now = decided.conversation;
    effects.push(...decided.effects);
    facts.push(...decided.facts);
  };
  const nextTimer = () =>
    (Object.entries(now?.timers ?? {}) as [TimerName, Instant][]).toSorted(
      (a, b) => a[1] - b[1],
    )[0];
  const line = {
    effects,
    facts,
    get now() {
      return now!;
    },
    get at() {
      return at;
    },
    happens,
    passTo(until: Instant) {
      for (let rung = 0, next = nextTimer(); next && next[1] <= until; next = nextTimer(), rung++) {
        const [name, due] = next;
        if (rung > 1_000) throw new Error(`${name} rings without end`);
        at = Math.max(at, due);
        happens({ type: 'timer.fired', conversation: now!.id, name, due, ...known });
      }
      at = Math.max(at, until);
      return line;
    },
    pass: (milliseconds: number) => line.passTo(at + milliseconds),
    writes(text: string, author: Person = nora) {
      const type = author.role === 'customer' ? 'customer.wrote' : 'team.wrote';
      happens({ type, message: { id: `m${events}`, at, author, text, files: [] } });
      return line;
    },
    presses(button: Button, actor: Person = ada, more: Partial<Pressed> = {}) {
      const draft = now!.drafts.at(-1)?.number;
      happens({
        type: 'agent.pressed',
        conversation: now!.id,
        actor,
        button,
        ...(draft === undefined ? {} : { draft }),
        ...more,
      });
      return line;
    },
    /** Sends the standing draft, and it arrives. */
    sends(actor: Person = ada) {
      const draft = now!.drafts.at(-1)!.number;
      line.presses('send', actor, { draft });
      happens({ type: 'reply.delivered', conversation: now!.id, draft });
      return line;
    },
  };
  return line;
}
