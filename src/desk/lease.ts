/** How long whoever has taken something up may have it to themselves, in ms, and what goes by it. */
export interface Lease {
  /** Of a timer, or of what is to be sent: far beyond a door's own time limit. */
  readonly whole: number;
  /** More than this must be left of it when anything is sent: whoever slept meanwhile leaves it to the others. */
  readonly left: number;
  /** Of a delivery: far beyond what understanding takes. */
  readonly delivery: number;
  /** How long a door waits for an answer of its platform. */
  readonly patience: number;
  /** How long what was sent may be on its way after that, before it is looked for and sent again: the longer, the fewer read it twice. */
  readonly way: number;
}

const LONGEST_PATIENCE = 10_000;

/**
 * @param whole how long others wait for whoever died or stands still; default two minutes. What is sent must be over, its way
 * included, within it: where that is tight, doors wait for less than their usual ten seconds.
 */
export function leaseOf(whole = 120_000): Lease {
  const patience = Math.min(LONGEST_PATIENCE, whole / 8);
  return { whole, left: whole / 2, delivery: whole / 4, patience, way: whole / 4 };
}
