import type { Conversation, Instant } from '../conversation.ts';
import type { ClockName } from './clock.ts';
import { runningClocks } from './clocks.ts';

/** What a clock is called in front of agents. */
export const CLOCKS: Readonly<Record<ClockName, string>> = {
  'first-reply': 'first reply',
  'next-reply': 'next reply',
  resolution: 'resolution',
};

/** How a conversation stands with what is owed to the customer. */
export interface Pace {
  readonly is: 'on track' | 'at risk' | 'breached';
  readonly clock: ClockName;
  readonly due: Instant;
}

const MARKS: Readonly<Record<Pace['is'], string>> = {
  'on track': '🟢 on track',
  'at risk': '🟡 at risk',
  breached: '🔴 breached',
};

/** The clock that matters most: one that was breached, or else the one that ends first. Undefined where none runs. */
export function paceOf(conversation: Pick<Conversation, 'clocks'>): Pace | undefined {
  const running = runningClocks(conversation);
  const clock = running.find(({ breached }) => breached !== undefined) ?? running[0];
  if (!clock) return undefined;
  const { warned, breached, name, due } = clock;
  const is = breached !== undefined ? 'breached' : warned !== undefined ? 'at risk' : 'on track';
  return { is, clock: name, due };
}

/**
 * The pace in a line of a card: `🟡 at risk: first reply due 3:15 PM`. Empty where no clock runs.
 * @param date says an instant in the reader's own time
 */
export function sayPace(
  conversation: Pick<Conversation, 'clocks'>,
  date: (at: Instant) => string,
): string {
  const pace = paceOf(conversation);
  if (!pace) return '';
  const was = pace.is === 'breached' ? 'was due' : 'due';
  return `${MARKS[pace.is]}: ${CLOCKS[pace.clock]} ${was} ${date(pace.due)}`;
}
