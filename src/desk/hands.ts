import type { Platform } from '../support/conversation.ts';
import type { Handbook } from '../support/handbook.ts';
import type { Arrivals } from './arrivals.ts';
import type { Clock } from './clock.ts';
import type { Failures } from './failures.ts';
import { placeOf } from './places.ts';
import type { Desk, Door, Log, Writer } from './ports.ts';
import type { Shown } from './shown.ts';
import type { Pending, Settlement, Store } from './store/store.ts';

/** What an effect needs to be carried out. */
export interface Hands {
  readonly store: Store;
  readonly doors: ReadonlyMap<Platform, Door>;
  readonly writer?: Writer | undefined;
  readonly handbook: Handbook;
  readonly clock: Clock;
  readonly log: Log;
  readonly reportSheet: Desk['reportSheet'];
  readonly isAway: (platform: Platform, person: string) => Promise<boolean>;
  readonly shown: Shown;
  readonly failures: Failures;
  readonly arrivals: Arrivals;
  /** The desk closes: what has not begun, or is still being written, is left to whoever is next. */
  readonly closing: AbortSignal;
}

/** Undefined where it is this effect's turn, at a place that its platform may have limited. */
export async function awaitTurn(
  pending: Pending,
  { store, clock }: Hands,
): Promise<Settlement | undefined> {
  const now = clock.now();
  const at = await store.turn(placeOf(pending), pending.number, now);
  return at > now ? { is: 'again', at, uncertain: pending.uncertain } : undefined;
}

/** Somebody else may be sending it by the time ours would leave. */
export function isLate({ lease }: Pending, { store, clock }: Hands): boolean {
  return lease - clock.now() <= store.lease.left;
}
