/**
 * What customers of one language write when they are glad or unhappy, beside what its lexicon knows. Phrases as in
 * categories.yaml, separated by commas or lines; `{a|b}` is either. A longer phrase hides the shorter ones in it.
 */
export interface FeelingWords {
  /** By how good (above 0) or bad (below) it is, -3 to 3. 0 is for words that sound like feeling and are none. */
  readonly strengths: Readonly<Record<string, string>>;
  /** What things and people are expected to do: that they do not is trouble. */
  readonly expected: string;
  /** What went wrong, said without feeling: it makes a message negative, not its writer angry. */
  readonly troubles: string;
  /** What people write when they have had enough. */
  readonly enough: string;
  /** Turn the feeling of the words after them around. Words, separated by spaces. */
  readonly negations: string;
  /** Make the feeling of the next word stronger. */
  readonly intensifiers: string;
  /** What follows counts more than what stands before. */
  readonly contrasts: string;
}
