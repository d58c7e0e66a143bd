import type { Instant } from '../../support/conversation.ts';

/** Milliseconds between two at a place when its platform first says that it is too much, and at most: Slack takes one a second. */
export const FIRST_PAUSE = 50;
export const LONGEST_PAUSE = 1_000;
/** The pause shrinks by this with each turn that is taken, until it is nothing. */
export const SHRINKS = 0.93;
/** Milliseconds for which a limit is remembered after the last turn that was given. */
export const REMEMBERED = 60_000;

/** What a platform limits, among all who share the store: they take turns. */
export interface Limits {
  /** A platform lets nobody into this place until then; afterwards one after the other, the more slowly the more often it says so. */
  limit(place: string, until: Instant, now: Instant): Promise<void>;
  /**
   * When it is the turn of this effect: now, where nothing limits the place. Who asks first goes first, and need not be kept in
   * mind: a turn that is not taken is nobody's.
   */
  turn(place: string, effect: number, now: Instant): Promise<Instant>;
}

interface Limited {
  until: Instant;
  /** The next turn that is nobody's yet. */
  next: Instant;
  pause: number;
  readonly line: Map<number, Instant>;
}

/** For a store that one process has to itself. What is under way when it ends, it learns anew. */
export function createLimits(): Limits {
  const places = new Map<string, Limited>();

  return {
    async limit(name, until, now) {
      const place = places.get(name) ?? { until: now, next: now, pause: 0, line: new Map() };
      places.set(name, place);
      if (now >= place.until) {
        place.pause = Math.min(Math.max(FIRST_PAUSE, 2 * place.pause), LONGEST_PAUSE);
      } else if (until <= place.until) return;
      place.until = until;
      place.next = until;
      place.line.clear();
    },
    async turn(name, effect, now) {
      const place = places.get(name);
      if (!place) return now;
      if (now - place.next > REMEMBERED) {
        places.delete(name);
        return now;
      }
      const turn = place.line.get(effect) ?? Math.max(place.next, now);
      if (!place.line.has(effect)) {
        place.line.set(effect, turn);
        place.next = turn + Math.ceil(place.pause);
      }
      if (turn > now) return turn;
      place.line.delete(effect);
      place.pause *= SHRINKS;
      if (place.pause < 1 && place.line.size === 0) places.delete(name);
      return now;
    },
  };
}
