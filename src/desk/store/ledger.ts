import type { Day, KeptFact } from '../../support/report/page.ts';

/** How much is kept of a day. */
export interface Held {
  readonly parts: number;
  /** Facts that are in no part yet. */
  readonly facts: number;
}

/** What is kept of a day. */
export interface DayKept {
  /** Bound facts, as whoever bound them packed them, in order of being bound. */
  readonly parts: readonly Uint8Array[];
  /** Those that are in no part yet, in order of being kept. */
  readonly facts: readonly KeptFact[];
}

/** The facts that decisions left, by the day (UTC) on which they happened. What is kept is never changed, only bound. */
export interface LedgerReader {
  /** Days of which anything is kept, ascending; both ends included. */
  days(from: Day, to: Day): Promise<readonly ({ readonly day: Day } & Held)[]>;
  /**
   * What is kept of a day, at one moment. With `seen`, what was read of it before: only further parts, and where there are none only
   * further facts. Further parts hold what were facts, so all facts come with them.
   */
  day(day: Day, seen?: Held): Promise<DayKept>;
}

/** Facts come in with the commits that caused them (`Commit.facts`), and are bound when their day is over. */
export interface Ledger extends LedgerReader {
  /**
   * Puts a part in the place of the first `facts` of the day that are in no part, if it still has exactly `parts` parts. False,
   * and nothing changes, when somebody else was first.
   */
  bind(day: Day, seen: Held, part: Uint8Array): Promise<boolean>;
  /** Whence another thread can read it by itself (`openLedger`); absent where only this one can. */
  readonly url?: string;
}
