import { type Conversation, openDraft } from '../../../../src/support/conversation.ts';
import { decide } from '../../../../src/support/decide.ts';
import type { Effect } from '../../../../src/support/effects.ts';
import type { Button, Event } from '../../../../src/support/events.ts';
import type { Fact } from '../../../../src/support/facts.ts';
import type { Handbook } from '../../../../src/support/handbook.ts';
import type { Person } from '../../../../src/support/roles.ts';
import { latelyOf } from '../../../../src/support/time/follow-up/lately.ts';
import type { FollowUp } from '../../../../src/support/time/policy.ts';
import { ada, nora, handbook as shipped } from '../../stage.ts';

/** What the desk says unasked; whom they asked for and how it was have tests of their own. */
const UNASKED: ReadonlySet<string> = new Set([
  'nudge',
  'did-that-work',
  'closing-notice',
  'check-in',
]);

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The shipped handbook with other follow-ups. */
export function handbookWith(followUp: Partial<FollowUp> = {}): Handbook {
  const { policy } = shipped;
  return { ...shipped, policy: { ...policy, followUp: { ...policy.followUp, ...followUp } } };
}

/** Something that the desk said unasked, or a matter that it closed without a word. */
export interface Said {
  readonly at: number;
  readonly matter: number;
  readonly about: string;
  readonly text: string;
  readonly question?: number;
}

type Loose = Record<string, unknown> & { type: Event['type'] };

/** One customer with several matters on a clock of its own: their timers ring when their time has come, in order. */
export function openCustomer(options: {
  readonly begins: number;
  readonly zone?: string | undefined;
  readonly handbook?: Handbook;
}) {
  const { zone, handbook = handbookWith() } = options;
  const customer: Person = zone === undefined ? nora : { ...nora, zone };
  const matters = new Map<number, Conversation>();
  const said: Said[] = [];
  const facts: Fact[] = [];
  const calls: string[] = [];
  let effects: readonly Effect[] = [];
  let now = options.begins;
  let events = 0;
  const happens = (matter: number, event: Loose) => {
    const place = { platform: 'slack', workspace: 'T', channel: 'C', thread: `m${matter}` };
    const known = matters.get(matter);
    const conversation = known ? { conversation: known.id } : {};
    const whole = { id: `e${events++}`, at: now, place, ...conversation, ...event };
    const decided = decide(known, whole as unknown as Event, handbook);
    effects = 'ignored' in decided ? [] : decided.effects;
    if ('ignored' in decided) return decided.ignored;
    matters.set(matter, decided.conversation);
    facts.push(...decided.facts);
    for (const effect of decided.effects) {
      if (effect.type === 'call') calls.push(effect.text);
      if (effect.type !== 'send-notice' || !UNASKED.has(effect.about)) continue;
      const { about, text, question } = effect;
      said.push({ at: now, matter, about, text, ...(question === undefined ? {} : { question }) });
    }
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
    said,
    facts,
    calls,
    now: () => now,
    effects: () => effects,
    matter: (n = 0) => matters.get(n)!,
    matters: () => [...matters.values()],
    happens,
    writes: (text: string, matter = 0) =>
      happens(matter, { type: 'customer.wrote', ...message(customer, text) }),
    /** Somebody of the team writes in the customer's thread. */
    answers: (text: string, matter = 0) =>
      happens(matter, { type: 'team.wrote', ...message(ada, text) }),
    presses: (button: Button, value?: string, matter = 0) =>
      happens(matter, {
        type: 'agent.pressed',
        actor: ada,
        button,
        ...(value === undefined ? {} : { value }),
      }),
    /** The standing draft goes out. */
    sends(text?: string, matter = 0) {
      const draft = openDraft(matters.get(matter)!)?.number;
      const how = text === undefined ? { button: 'send' } : { button: 'edit', text };
      happens(matter, { type: 'agent.pressed', actor: ada, draft, ...how });
      return happens(matter, { type: 'reply.delivered', draft });
    },
    /** Answers the question by its button. */
    taps(button: string, question: number, matter = 0) {
      const pressed = { type: 'customer.pressed', actor: customer, button, question } as const;
      return happens(matter, pressed);
    },
    /** Time passes, and whatever is due rings at its time, `late` milliseconds after it. */
    passes(by: number, late = 0) {
      const end = now + by;
      for (let due = next(); due !== undefined && due.due <= end; due = next()) {
        now = Math.max(now, Math.min(end, due.due + late));
        const theirs = [...matters.values()];
        const { matter, ...timer } = due;
        const ignored = happens(matter, {
          type: 'timer.fired',
          ...timer,
          ...(due.name === 'follow-up' ? { lately: latelyOf(theirs, now) } : {}),
        });
        if (ignored !== undefined) throw new Error(`${due.name} rang in vain: ${ignored}`);
        const set = matters.get(matter)!.timers;
        if (set['follow-up'] === due.due && due.name === 'follow-up') {
          throw new Error('it rings again at the very same instant');
        }
      }
      now = end;
    },
  };
}
