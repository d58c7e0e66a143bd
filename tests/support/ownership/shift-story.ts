import type { Conversation, Instant, TimerName } from '../../../src/support/conversation.ts';
import { decide } from '../../../src/support/decide.ts';
import type { Effect } from '../../../src/support/effects.ts';
import type { Button, Event, Pressed } from '../../../src/support/events.ts';
import type { Fact } from '../../../src/support/facts.ts';
import type { Policy } from '../../../src/support/handbook.ts';
import type { Staffer } from '../../../src/support/ownership/staff.ts';
import type { Person } from '../../../src/support/roles.ts';
import { handbook, nora } from '../stage.ts';

const place = { platform: 'slack', workspace: 'T', channel: 'C', thread: 'm1' } as const;

/** One conversation through the shifts of a team; `staff` is what the desk knows of them, and may change. */
export function shiftStory(start: Instant, policy: Policy, staff: Staffer[]) {
  const book = { ...handbook, policy };
  let now: Conversation | undefined;
  let at = start;
  let events = 0;
  const effects: Effect[] = [];
  const facts: Fact[] = [];
  const happens = (event: Record<string, unknown> & { type: Event['type'] }) => {
    events += 1;
    const whole = { id: `e${events}`, at, place, ...event } as unknown as Event;
    const decided = decide(now, whole, book);
    if ('ignored' in decided) return;
    now = decided.conversation;
    effects.push(...decided.effects);
    facts.push(...decided.facts);
  };
  const next = () =>
    (Object.entries(now?.timers ?? {}) as [TimerName, Instant][]).toSorted(
      (a, b) => a[1] - b[1],
    )[0];
  const story = {
    effects,
    facts,
    staff,
    get now() {
      return now!;
    },
    get owner() {
      return now?.owner?.id;
    },
    /** Words to an agent that have left, oldest first. */
    get said() {
      return effects.flatMap((one) =>
        'text' in one && one.type !== 'send-reply' ? [one.text] : [],
      );
    },
    /** Lets time pass until then, with what is due on the way; none of it may come again and again. */
    passTo(until: Instant) {
      for (let rung = 0, due = next(); due && due[1] <= until; due = next(), rung++) {
        if (rung > 100) throw new Error(`${due[0]} rings without end`);
        at = Math.max(at, due[1]);
        happens({ type: 'timer.fired', conversation: now!.id, name: due[0], due: due[1], staff });
      }
      at = Math.max(at, until);
      return story;
    },
    pass: (hours: number) => story.passTo(at + hours * 3_600_000),
    writes(text: string) {
      happens({
        type: 'customer.wrote',
        message: { id: `m${events}`, at, author: nora, text, files: [] },
      });
      return story.passTo(at);
    },
    presses(actor: Person, button: Button, more: Partial<Pressed> = {}) {
      const draft = now!.drafts.at(-1)?.number;
      const about = draft === undefined ? {} : { draft };
      happens({ type: 'agent.pressed', conversation: now!.id, actor, button, ...about, ...more });
      return story.passTo(at);
    },
    opens(actor: Person, others: readonly Person[], button: string) {
      happens({ type: 'dialog.opened', conversation: now!.id, actor, others, button });
    },
    /** Somebody comes or goes. */
    turns() {
      happens({ type: 'presence.changed', conversation: now!.id, staff });
      return story.passTo(at);
    },
  };
  return story;
}
