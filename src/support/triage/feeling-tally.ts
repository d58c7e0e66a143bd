import { valenceOf } from './feeling-lexicon.ts';
import type { Sign, Vocabulary } from './feeling-vocabulary.ts';
import { type Found, findPhrases } from './phrases.ts';
import { isSpaceless } from './spaceless.ts';

/** What was found in a message. */
export interface Tally {
  /** Sums of valences: what is good, and what is bad. */
  glad: number;
  sad: number;
  /** What of the bad is more than mild: the part that is said in anger. */
  bitter: number;
  /** How many things went wrong, and how often it is said to be enough. */
  trouble: number;
  enough: number;
  words: number;
  /** What tells most. */
  readonly told: { readonly said: string; readonly weight: number }[];
}

/** How much these count beside words of -3 to 3. */
export const TROUBLE = 1.6;
export const ENOUGH = 2.2;
/** A word of the lexicon is less sure to speak of the customer's matter than one of our own. */
const LEXICON = 0.4;
/** A negation reaches so many words of its clause. */
const REACH = 3;
/** "Not good" is bad; "not bad" is hardly good. */
const GOOD_TURNED = -0.8;
const BAD_TURNED = -0.2;
/** A negation that turns nothing we know mostly says that something is missing. */
const NEGATION = 0.5;
const INTENSIFIED = 1.4;
const DRAWN_OUT = 1.3;
/** What stands before "but" counts so much. */
const BEFORE_CONTRAST = 0.6;
/** A report of what is wrong speaks of errors and delays in words as mild as this without anger. */
const MILD = 1.5;
/** What weighs so much is told to agents. */
const TELLING = 1.5;
/** So many characters of a script without spaces are about a word. */
const SPACELESS_WORD = 3;

/** Weighs the words of a message in their order: what each says, and what those before it make of it. */
export function tallyFeelings(tokens: readonly string[], vocabulary: Vocabulary): Tally {
  const tally: Tally = { glad: 0, sad: 0, bitter: 0, trouble: 0, enough: 0, words: 0, told: [] };
  const found = longestFromLeft(findPhrases(vocabulary.signs, { text: '', tokens }));
  /** Where the negation stands that reaches on, and whether it has turned something. */
  let negation = -1;
  let idle = false;
  const endNegation = () => {
    if (idle) tally.sad += NEGATION;
    idle = false;
    negation = -1;
  };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    const phrase = found.get(at);
    const to = phrase?.to ?? at + 1;
    if (token === '.' || token === ',') {
      endNegation();
    } else if (phrase === undefined && vocabulary.negations.has(token)) {
      endNegation();
      [negation, idle] = [at, true];
    } else {
      if (negation >= 0 && at - negation > REACH) endNegation();
      if (vocabulary.contrasts.has(token)) {
        tally.glad *= BEFORE_CONTRAST;
        tally.sad *= BEFORE_CONTRAST;
      }
      const turned = negation >= 0;
      const sign = phrase?.of ?? { kind: 'word', valence: lexical(token, vocabulary.language) };
      const from = turned ? negation : at;
      const say = (weight: number) => {
        if (weight >= TELLING) tally.told.push({ said: tokens.slice(from, to).join(' '), weight });
      };
      if (sign.kind === 'word') {
        if (sign.valence !== 0) {
          const before = tokens[at - 1];
          const more =
            before !== undefined && vocabulary.intensifiers.has(before) ? INTENSIFIED : 1;
          const turning = turned ? (sign.valence > 0 ? GOOD_TURNED : BAD_TURNED) : 1;
          const valence = sign.valence * more * turning;
          if (valence > 0) tally.glad += valence;
          else {
            tally.sad -= valence;
            tally.bitter += -valence > MILD ? -valence : 0;
          }
          say(Math.abs(valence));
          idle = false;
        }
      } else if (sign.kind === 'expected') {
        if (idle) {
          tally.trouble++;
          say(TROUBLE);
          idle = false;
        }
      } else if (turned) {
        idle = false;
      } else {
        tally[sign.kind]++;
        say(sign.kind === 'trouble' ? TROUBLE : ENOUGH);
      }
    }
    if (token !== '.' && token !== ',') {
      tally.words += isSpaceless(token) ? Math.ceil(token.length / SPACELESS_WORD) : to - at;
    }
    at = to;
  }
  endNegation();
  return tally;
}

/** By where it begins, the longest phrase there; within a clause without spaces, too. */
function longestFromLeft(found: readonly Found<Sign>[]): Map<number, Found<Sign>> {
  const longest = new Map<number, Found<Sign>>();
  for (const one of found) {
    const other = longest.get(one.from);
    const longer =
      other === undefined ||
      one.to > other.to ||
      (one.to === other.to && one.phrase.length > other.phrase.length);
    if (longer) longest.set(one.from, one);
  }
  return longest;
}

/** What the lexicon knows of a word; drawn out ("sooo gooood") it says more. */
function lexical(token: string, language: string): number {
  const known = valenceOf(token, language);
  if (known !== 0 || !/(.)\1\1/u.test(token)) return LEXICON * known;
  const shorter = (letters: string) => valenceOf(token.replace(/(.)\1{2,}/gu, letters), language);
  return LEXICON * DRAWN_OUT * (shorter('$1$1') || shorter('$1'));
}
