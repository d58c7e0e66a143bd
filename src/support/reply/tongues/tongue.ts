/** What a phrase of a reply is a sign of. */
export const SIGNS = [
  /** Written to nobody: "dear customer". */
  'nobody',
  /** Speaks to the person: "you", "your". */
  'you',
  /** A stamp in place of a feeling: "any inconvenience". */
  'stock',
  /** More feeling than a calm message asks for. */
  'gushes',
  /** Says what it is like for them. */
  'feels',
  'sorry',
  /** Blames them, or makes the apology depend. */
  'blame',
  /** Somebody will do something about it. */
  'promise',
  /** Asks for what is needed to go on. */
  'asks',
  /** Something was done, or they are told how to. */
  'answer',
  'time',
  'refuses',
  /** Something that can be done instead. */
  'offers',
  /** Checks that it solved the matter. */
  'confirms',
  /** An empty "anything else?". */
  'else',
  'jargon',
  /** Hides behind policy, departments or systems. */
  'wall',
  /** Scolds or mocks. */
  'scolds',
  /** Says nothing; keeps a shorter phrase within from counting: "let me know" promises nothing. */
  'idle',
] as const;
export type Sign = (typeof SIGNS)[number];

/** What words of one kin are about: naming a problem by another word of its kin is naming it in our own words. */
export const TOPICS = [
  'money',
  'refund',
  'delivery',
  'account',
  'fault',
  'silence',
  'ending',
  'safety',
  'service',
  'wish',
  'praise',
  'finding',
  'setup',
  'devices',
  'human',
  'question',
  'travel',
  'limits',
] as const;
export type Topic = (typeof TOPICS)[number];

/** How long sentences may be, and how hard they read. Limits of somebody who writes plainly to a stranger. */
export interface Plainness {
  /** In words, or in characters where a script sets no spaces. */
  readonly longest: number;
  readonly mean: number;
  /**
   * Of `a - b * words per sentence - c * syllables per word`, the reading ease that Flesch (1948) found for English and others
   * fitted to their languages; 100 is easy, and below 30 reads like a scientific paper.
   */
  readonly ease?: readonly [a: number, b: number, c: number];
}

/**
 * What the service standards look for in one language. Phrases stand between commas and are matched as in the handbook: `*`
 * is any ending, `...` skips up to three words, `^` begins a sentence. The longest phrase hides those within.
 */
export interface Tongue {
  readonly signs: Readonly<Record<Sign, string>>;
  /** Beginnings of words, between spaces. */
  readonly topics: Readonly<Partial<Record<Topic, string>>>;
  /** Words that name nothing, nor does whoever repeats them. */
  readonly small: string;
  /** Words that name a problem without saying which. */
  readonly vague: string;
  readonly plain: Plainness;
  /** Written without spaces. */
  readonly spaceless?: true;
}
