import type { Conversation, Instant } from '../../conversation.ts';
import { followedUp } from './nudges.ts';

/** What counts as lately. */
const WEEK = 7 * 86_400_000;

/** What a customer heard from the desk unasked, over all their conversations. */
export interface Lately {
  /** When, within the last seven days; the oldest first. */
  readonly nudged: readonly Instant[];
  /** In one of them they asked us not to. */
  readonly quiet?: true;
  /** When they were last asked how it was. */
  readonly surveyed?: Instant;
}

/** @param conversations the customer's */
export function latelyOf(conversations: readonly Conversation[], at: Instant): Lately {
  const all = conversations.map(followedUp);
  const nudged = all.flatMap(({ nudges }) => nudges.map((one) => one.at));
  const asked = conversations.flatMap(({ survey }) => survey?.asked?.at ?? []);
  return {
    ...(asked.length > 0 ? { surveyed: Math.max(...asked) } : {}),
    nudged: nudged.filter((one) => one > at - WEEK).toSorted((a, b) => a - b),
    ...(all.some(({ quiet }) => quiet) ? { quiet: true } : {}),
  };
}

/** From when on a customer may hear from us again who may `perWeek` times in seven days: in the past where it is now. */
export function nextAllowed({ nudged }: Lately, perWeek: number): Instant {
  const oldest = nudged.at(-perWeek);
  return oldest === undefined ? Number.NEGATIVE_INFINITY : oldest + WEEK;
}
