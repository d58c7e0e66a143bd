/** What a phrase does in a sentence that may promise. */
export const ACTS = [
  /** We will do something, or come back. */
  'commits',
  /** The same, but only where a time is named: in many languages the present tense, which tells what is done now too. */
  'tends',
  /** Promises nothing; keeps a shorter phrase within from counting. */
  'idle',
  /** Somebody else does it, or we tell when we are there: what else the clause says is no promise of ours. */
  'others',
  /** Asks the customer for something: what we promise in the same breath waits for it. */
  'asks',
  /** Waits for something to happen. */
  'event',
  /** Waits for the customer. */
  'condition',
  /** Waits for what may not come and is not the customer's to do, or stands unless they object. Outweighs a condition. */
  'chance',
] as const;
export type Act = (typeof ACTS)[number];

export type Unit = 'minute' | 'hour' | 'day' | 'working-day' | 'week' | 'month';
export type Part = 'morning' | 'noon' | 'afternoon' | 'evening' | 'midnight' | 'end';

/** A time that words alone tell. */
export interface TimeWord {
  /** From today. */
  readonly days?: number;
  /** From this week, which begins on Monday. */
  readonly weeks?: number;
  readonly months?: number;
  /** ISO: Monday is 1. */
  readonly weekday?: number;
  /** Makes a weekday one of next week. */
  readonly next?: true;
  readonly part?: Part;
  readonly span?: readonly [count: number, unit: Unit];
  /** "Soon": a time that tells none. */
  readonly vague?: true;
}

/**
 * How promises and their times are put in one language. Lists of phrases stand between commas and are matched as in the handbook:
 * `*` is any ending, `...` skips up to three words, `^` begins a sentence. What the service standards know as a promise counts as
 * `tends`, and their idle phrases as `idle`. Shapes are parts of regular expressions, without regard to case.
 */
export interface PromiseTongue {
  readonly acts: Readonly<Record<Act, string>>;
  /** Shapes of one verb, or of a verb and the word after it, that act by their endings: "scriveremo". */
  readonly verbs?: Readonly<Partial<Record<'commits' | 'tends', string>>>;
  readonly times: readonly (readonly [phrases: string, word: TimeWord])[];
  /** Monday first; the spellings of each between bars. */
  readonly weekdays: readonly string[];
  /** Shapes by number, as far as people write them in words. */
  readonly counts: Readonly<Record<number, string>>;
  readonly units: Readonly<Record<Unit, string>>;
  /** What makes days working days, before or after them. */
  readonly working: string;
  /**
   * Lengths of time from now on: `{n}` is a number or the range that ends in it, `{unit}` with what may make it a working day.
   */
  readonly spans: readonly string[];
  /** Times of day: `{h}` is an hour, `{m}` minutes after it; what to add to it in minutes. */
  readonly clocks: readonly (readonly [shape: string, add?: number])[];
  readonly am: string;
  readonly pm: string;
  /** Days of a month whose name is not said: `{d}`. */
  readonly monthDays: readonly string[];
  /** In America, "12/1" is the first of December. */
  readonly americanDates?: true;
  /** Where sentences join what is said of several things: "and". */
  readonly joins: string;
  /** Written without spaces. */
  readonly spaceless?: true;
}
