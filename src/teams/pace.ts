import type { Clock } from '../desk/clock.ts';
import { PlatformError } from '../desk/ports.ts';

/** What Teams lets one bot send into one thread: so many in so many milliseconds. Source: Microsoft's rate table. */
const LIMITS = [
  { count: 7, within: 1_000 },
  { count: 8, within: 2_000 },
  { count: 60, within: 30_000 },
  { count: 1_800, within: 3_600_000 },
] as const;
const LONGEST = LIMITS.at(-1)!.within;
/** Conversations that are remembered: beyond them the oldest are forgotten, and Teams itself says when it is too much. */
const MOST_CONVERSATIONS = 5_000;

/**
 * Counts what is sent into each conversation.
 * @returns a function that throws PlatformError, with the wait, when one more now would be too many.
 */
export function createPace(clock: Clock): (conversation: string) => void {
  const sent = new Map<string, number[]>();
  return (conversation) => {
    const now = clock.now();
    const recent = (sent.get(conversation) ?? []).filter((at) => now - at < LONGEST);
    for (const { count, within } of LIMITS) {
      const oldest = recent.at(-count);
      if (oldest === undefined || now - oldest >= within) continue;
      throw new PlatformError('teams', 'Teams takes only so many messages in one thread at once.', {
        retryable: true,
        retryAfter: oldest + within - now,
      });
    }
    sent.delete(conversation);
    sent.set(conversation, [...recent, now]);
    if (sent.size > MOST_CONVERSATIONS) sent.delete(sent.keys().next().value!);
  };
}
