import { Temporal } from 'temporal-polyfill';
import { tell, withDeed } from '../agent.ts';
import { type Conversation, type Instant, isOpen } from '../conversation.ts';
import type { Change, Outcome } from '../decide.ts';
import type { Intent } from '../effects.ts';
import type { Pressed } from '../events.ts';
import type { Cause } from '../following.ts';
import type { Handbook, Policy } from '../handbook.ts';
import type { Person } from '../roles.ts';
import { nextOpening } from './calendar.ts';
import { endOfDay } from './days.ts';
import { heldBack, KEEP_OUT } from './follow-up/nudges.ts';

/** An agent wants nothing to stir here for a while. What is owed to the customer is owed all the same: clocks run on. */
export interface Snooze {
  readonly until: Instant;
  readonly by: Person;
}

/** What a card offers, by the press's value. `off` wakes it. */
const SNOOZES: ReadonlyMap<string, string> = new Map([
  ['1h', 'Snooze for an hour'],
  ['tomorrow', 'Snooze until tomorrow'],
  ['next week', 'Snooze until next week'],
]);
const WAKE = 'off';

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;
/** Whatever is put off for longer is put off for good. */
const LONGEST = 90 * UNITS.d;
const REMEDY = 'Choose 1h, tomorrow, next week, or a time such as 2d or 2026-12-31T09:00:00Z.';

/** An agent puts it off, or wakes it. */
export function snoozed(conversation: Conversation, event: Pressed, { policy }: Handbook): Outcome {
  const { at, actor, value = '' } = event;
  const { snooze, ...awake } = conversation;
  if (!isOpen(conversation) && conversation.status !== 'answered') {
    return tell(conversation, event, 'This conversation is closed, so nothing stirs here.');
  }
  if (value === WAKE) {
    if (!snooze) return tell(conversation, event, 'This conversation is not snoozed.');
    return {
      conversation: withDeed(toldOf(awake, at), event, 'woke'),
      intents: [{ type: 'show-card' }],
    };
  }
  const until = readUntil(value.trim().toLowerCase(), at, policy);
  if (until === undefined) {
    const said =
      value === '' ? 'Nothing says until when.' : `“${value}” is no time to snooze until.`;
    return tell(conversation, event, `${said} ${REMEDY} Nothing was changed.`);
  }
  if (until <= at || until - at > LONGEST) {
    const fault = until <= at ? 'That time has passed.' : 'That is longer than 90 days.';
    return tell(conversation, event, `${fault} Nothing was changed.`);
  }
  return {
    conversation: withDeed({ ...conversation, snooze: { until, by: actor } }, event, 'snoozed'),
    intents: [{ type: 'show-card' }],
    facts: [{ type: 'snoozed', at, conversation: conversation.id, agent: actor.id, until }],
  };
}

/** Tomorrow and next week begin when somebody is there again. */
function readUntil(value: string, at: Instant, { calendar }: Policy): Instant | undefined {
  const [, count, unit] = /^(\d{1,4}) ?([mhdw])$/.exec(value) ?? [];
  if (count !== undefined) return at + Number(count) * UNITS[unit as keyof typeof UNITS];
  if (/^\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:z|[+-]\d\d:\d\d)$/.test(value)) {
    const instant = Date.parse(value.toUpperCase());
    return Number.isNaN(instant) ? undefined : instant;
  }
  if (value !== 'tomorrow' && value !== 'next week') return undefined;
  const today = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(calendar.zone)
    .toPlainDate();
  const last = value === 'tomorrow' ? today : today.add({ days: 7 - today.dayOfWeek });
  const begins = endOfDay(last.toString(), calendar.zone);
  return nextOpening(calendar, begins) ?? begins;
}

/** When whoever snoozed it is to be called. */
export function snoozeEnds({ snooze }: Conversation): Instant | undefined {
  return snooze?.until;
}

/** It is over: whoever snoozed it learns so. */
export function snoozeRang(conversation: Conversation): Outcome {
  const { snooze, ...awake } = conversation;
  if (!snooze) return { ignored: 'it is not snoozed any more' };
  const text = `⏰ No longer snoozed: ${nameOf(conversation)} ${isOpen(conversation) ? 'waits for us' : 'was answered, and we wait for them'}.`;
  return {
    conversation: heldBack(toldOf(awake, snooze.until), snooze.until + KEEP_OUT),
    intents: [{ type: 'show-card' }, wake(snooze, text)],
  };
}

/** Whoever has it again knows what is owed in it. */
function toldOf(awake: Conversation, at: Instant): Conversation {
  return { ...awake, owedCalled: at };
}

/** Whoever writes again ends the snooze at once; a matter that rests needs none. */
export function endSnooze(change: Change, { event }: Cause): Change {
  const { snooze, ...awake } = change.conversation;
  if (!snooze) return change;
  const rests = !isOpen(awake) && awake.status !== 'answered';
  const stirred = event.type === 'customer.wrote' || event.type === 'customer.pressed';
  if (!rests && !stirred) return change;
  const did = event.type === 'customer.pressed' ? 'answered' : 'wrote again';
  const text = `⏰ No longer snoozed: ${nameOf(awake)} ${did}.`;
  return {
    ...change,
    conversation: awake,
    intents: rests ? change.intents : [...shown(change.intents), wake(snooze, text)],
  };
}

/** What may be chosen on its card. */
export function snoozeChoices({ snooze }: Conversation): ReadonlyMap<string, string> {
  return snooze ? new Map([...SNOOZES, [WAKE, 'End the snooze']]) : SNOOZES;
}

/** The snooze in a line of a card; empty where there is none. */
export function saySnooze(
  { snooze }: Pick<Conversation, 'snooze'>,
  date: (at: Instant) => string,
): string {
  return snooze ? `💤 snoozed until ${date(snooze.until)}` : '';
}

function shown(intents: readonly Intent[]): readonly Intent[] {
  return intents.some(({ type }) => type === 'show-card')
    ? intents
    : [...intents, { type: 'show-card' }];
}

function wake({ by }: Snooze, text: string): Intent {
  return { type: 'call', whom: [by.id], by: 'mention', text };
}

function nameOf({ customer }: Conversation): string {
  return customer.name || 'the customer';
}
