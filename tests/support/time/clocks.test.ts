import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/support/conversation.ts';
import { decide } from '../../../src/support/decide.ts';
import type { Effect } from '../../../src/support/effects.ts';
import type { Event } from '../../../src/support/events.ts';
import type { Fact } from '../../../src/support/facts.ts';
import type { Handbook, Policy } from '../../../src/support/handbook.ts';
import { paceOf } from '../../../src/support/time/pace.ts';
import { ada, nora, handbook as shipped } from '../stage.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** A Friday, half past four in Berlin: half an hour before the office closes. */
const FRIDAY = Date.parse('2026-03-06T15:30:00Z');
const MONDAY = Date.parse('2026-03-09T08:00:00Z');

const hours = (minutes: number) => ({ days: 0, minutes });
const all = (minutes: number) => ({
  p1: hours(minutes),
  p2: hours(minutes),
  p3: hours(minutes),
  p4: hours(minutes),
});
const policy: Policy = {
  ...shipped.policy,
  calendar: { ...shipped.policy.calendar, zone: 'Europe/Berlin' },
  serviceLevels: [{ replyWithin: all(60), nextReplyWithin: all(30), resolveWithin: all(600) }],
  warnAt: 0.75,
};
const handbook: Handbook = { ...shipped, policy };

/** A conversation to which things happen at instants of their own. */
function desk(using: Handbook = handbook) {
  let now: Conversation | undefined;
  let events = 0;
  const effects: Effect[] = [];
  const facts: Fact[] = [];
  const place = { platform: 'slack', workspace: 'T', channel: 'C', thread: 'm1' } as const;
  const happens = (event: Record<string, unknown> & { type: Event['type']; at: number }) => {
    events += 1;
    const decided = decide(now, { id: `e${events}`, place, ...event } as unknown as Event, using);
    if ('ignored' in decided) return decided.ignored;
    now = decided.conversation;
    effects.push(...decided.effects);
    facts.push(...decided.facts);
    return undefined;
  };
  return {
    effects,
    facts,
    get now() {
      return now!;
    },
    happens,
    writes: (at: number, text = 'I was charged twice for invoice 4411') =>
      happens({
        type: 'customer.wrote',
        at,
        message: { id: `m${at}`, at, author: nora, text, files: [] },
      }),
    presses: (at: number, button: string, more = {}) =>
      happens({ type: 'agent.pressed', at, conversation: now!.id, actor: ada, button, ...more }),
    sends: (at: number) => {
      const draft = now!.drafts.at(-1)!.number;
      happens({
        type: 'agent.pressed',
        at,
        conversation: now!.id,
        actor: ada,
        button: 'send',
        draft,
      });
      return draft;
    },
    rings: (at = now!.timers.clock!) =>
      happens({
        type: 'timer.fired',
        at,
        conversation: now!.id,
        name: 'clock',
        due: now!.timers.clock,
      }),
  };
}

describe('what we owe a customer', () => {
  it('is counted in opening hours from their message: Friday half past four and an hour is Monday half past nine', () => {
    const one = desk();
    one.writes(FRIDAY);
    const { reply, resolution } = one.now.clocks!;
    expect(reply).toMatchObject({ name: 'first-reply', since: FRIDAY, due: MONDAY + 30 * MINUTE });
    expect(reply!.warnAt).toBe(MONDAY + 15 * MINUTE);
    expect(resolution!.due).toBeGreaterThan(reply!.due);
    expect(paceOf(one.now)).toEqual({ is: 'on track', clock: 'first-reply', due: reply!.due });
  });

  it('warns once whoever can act, then tells the leads of the breach, once', () => {
    const one = desk();
    one.writes(FRIDAY);
    one.rings();
    expect(paceOf(one.now)!.is).toBe('at risk');
    expect(one.now.timers.clock).toBe(MONDAY + 30 * MINUTE);
    one.rings();
    expect(paceOf(one.now)!.is).toBe('breached');
    const told = one.effects.filter((one) => 'text' in one && /At risk|no answer/.test(one.text));
    expect(told).toMatchObject([{ type: 'show-note' }, { type: 'call', whom: 'leads' }]);
    // The next to ring is the resolution's warning.
    expect(one.now.timers.clock).toBe(one.now.clocks!.resolution!.warnAt);
    expect(one.facts.map(({ type }) => type).filter((type) => type.startsWith('sla-'))).toEqual([
      'sla-warned',
      'sla-breached',
    ]);
  });

  it('warns before it breaches even where both were due while the desk was down', () => {
    const one = desk();
    one.writes(FRIDAY);
    const late = MONDAY + 5 * HOUR;
    one.rings(late);
    expect(paceOf(one.now)!.is).toBe('at risk');
    one.rings(late);
    expect(paceOf(one.now)!.is).toBe('breached');
  });

  it('stops with the answer and says whether it was kept, in working time', () => {
    const one = desk();
    one.writes(FRIDAY);
    one.sends(MONDAY + 10 * MINUTE);
    expect(one.now.timers.clock).toBeUndefined();
    expect(paceOf(one.now)).toBeUndefined();
    expect(one.facts.find(({ type }) => type === 'sla-clock-stopped')).toMatchObject({
      clock: 'first-reply',
      took: 40 * MINUTE,
      within: HOUR,
      met: true,
    });
  });

  it('goes on where the reply did not arrive: the customer has waited all the time', () => {
    const one = desk();
    one.writes(FRIDAY);
    const before = one.now.clocks!.reply!;
    const draft = one.sends(FRIDAY + MINUTE);
    one.happens({
      type: 'delivery.failed',
      at: FRIDAY + 2 * MINUTE,
      conversation: one.now.id,
      draft,
      because: 'the channel is archived',
    });
    expect(one.now.clocks!.reply).toEqual(before);
    expect(one.now.timers.clock).toBe(before.warnAt);
  });

  it('gives a further message a clock of its own, and pauses the resolution while we wait for the customer', () => {
    const one = desk();
    one.writes(FRIDAY);
    one.sends(FRIDAY + 10 * MINUTE);
    expect(one.now.clocks!.resolution).toMatchObject({ spent: 10 * MINUTE });
    const later = MONDAY + 2 * HOUR;
    one.writes(later, 'It still says charged twice, can you check again?');
    expect(one.now.clocks!.reply).toMatchObject({ name: 'next-reply', since: later });
    expect(one.now.clocks!.reply!.due).toBe(later + 30 * MINUTE);
    // 590 minutes are left of 600: six hours today, the rest tomorrow.
    expect(one.now.clocks!.resolution!.due).toBe(MONDAY + 27 * HOUR + 50 * MINUTE);
  });

  it('starts no clock for thanks', () => {
    const one = desk();
    one.writes(FRIDAY);
    one.sends(FRIDAY + 10 * MINUTE);
    one.writes(FRIDAY + 12 * MINUTE, 'thanks a lot!');
    expect(one.now.timers.clock).toBeUndefined();
    expect(paceOf(one.now)).toBeUndefined();
  });

  it('is neither kept nor missed where there was nothing to answer', () => {
    const one = desk();
    one.writes(FRIDAY);
    one.presses(FRIDAY + MINUTE, 'not-a-request');
    expect(one.facts.filter(({ type }) => type === 'sla-clock-stopped')).toEqual([]);
    expect(one.now.timers.clock).toBeUndefined();
  });

  it('is set anew when an agent raises the urgency, and what was warned of stays so', () => {
    const p1 = { ...all(60), p1: hours(10) };
    const one = desk({
      ...handbook,
      policy: {
        ...policy,
        serviceLevels: [{ replyWithin: p1, nextReplyWithin: p1, resolveWithin: all(600) }],
      },
    });
    one.writes(FRIDAY);
    one.presses(FRIDAY + 2 * MINUTE, 'correct-urgency', { value: 'p1' });
    expect(one.now.clocks!.reply!.due).toBe(FRIDAY + 10 * MINUTE);
  });

  it('never rings twice for the same moment, whoever repeats the bell', () => {
    const one = desk();
    one.writes(FRIDAY);
    const due = one.now.timers.clock!;
    one.rings(due);
    const again = one.happens({
      type: 'timer.fired',
      at: due,
      conversation: one.now.id,
      name: 'clock',
      due,
    });
    expect(again).toBe('this timer was set anew or cancelled');
  });

  it('keeps its length when the policy changes: the past is not rewritten', () => {
    const one = desk();
    one.writes(FRIDAY);
    const stricter: Handbook = {
      ...handbook,
      policy: {
        ...policy,
        serviceLevels: [{ replyWithin: all(1), nextReplyWithin: all(1), resolveWithin: all(2) }],
      },
    };
    const decided = decide(
      one.now,
      {
        type: 'agent.pressed',
        id: 'x',
        at: FRIDAY + MINUTE,
        conversation: one.now.id,
        actor: ada,
        button: 'take-over',
      },
      stricter,
    );
    if ('ignored' in decided) throw new Error(decided.ignored);
    expect(decided.conversation.clocks).toEqual(one.now.clocks);
  });
});
