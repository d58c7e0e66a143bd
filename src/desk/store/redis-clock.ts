import type { Instant } from '../../support/conversation.ts';
import { type Clock, clockBy } from '../clock.ts';

/**
 * The clock of a server, carried on from one look at it to the next by a clock that nobody can set: leases and times mean the same
 * to all who share the server, whatever the clocks of their machines say.
 */
export interface FollowingClock extends Clock {
  /** It was `theirs` (ms) at some time between `asked` and `answered`, both by `performance.now()`. */
  follow(theirs: Instant, asked: number, answered: number): void;
}

export function followingClock(): FollowingClock {
  /** What to add to `performance.now()`. Until the server is known, our own clock must do. */
  let ahead = Date.now() - performance.now();
  return {
    ...clockBy(() => Math.floor(performance.now() + ahead)),
    follow(theirs, asked, answered) {
      // Moved no further than it must be, so that it does not tremble.
      ahead = Math.min(Math.max(ahead, theirs - answered), theirs - asked);
    },
  };
}
