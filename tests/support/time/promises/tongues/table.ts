/**
 * Sentences of one language, said on Monday 23 November 2026 at 11:00 in Berlin by a team that is there on working days from 9
 * to 17. Times are Berlin's.
 */
export interface Sentences {
  /** What promises something by a time: "24 17:00" is in that November, "12-04 17:00" in that December. */
  readonly due: readonly (readonly [sentence: string, due: string])[];
  /** What promises something and names no time that could be reckoned. */
  readonly open: readonly string[];
  /** What promises nothing. */
  readonly none: readonly string[];
}
