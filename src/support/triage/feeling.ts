import { remembering } from '../remembering.ts';
import { readSigns } from './feeling-signs.ts';
import { ENOUGH, type Tally, TROUBLE, tallyFeelings } from './feeling-tally.ts';
import { vocabularyOf } from './feeling-vocabulary.ts';
import type { Sentiment } from './triage.ts';
import { readTokens, type Words } from './words.ts';

/** How a message sounds. */
export interface Feeling {
  readonly sentiment: Sentiment;
  /** 0 (calm) to 1. */
  readonly frustration: number;
  readonly because: string;
}

/** What is known beside the words. */
export interface Setting {
  /** ISO 639-1. */
  readonly language?: string;
  /** How sure it is (0 to 1) that the message is about something that a desk can mend. */
  readonly matter?: number;
  /** How many times the customer has asked without an answer, this time included. */
  readonly contacts?: number;
}

/** Kind words beside trouble are mostly courtesy or irony. */
const BESIDE_TROUBLE = 0.4;
/** So many words are added to a message's own before its feeling is spread over them: one word is no certainty. */
const SHORT = 6;
/** Above and below, a message is positive or negative; between, neutral. */
const POSITIVE = 0.1;
const NEGATIVE = -0.17;
/** Where the matter is surely one that a desk mends, so much less is enough to be unhappy with us. */
const MATTER = 0.15;
/** What each of these adds to frustration, before it is bent to stay below 1. */
const HEAT = {
  bitter: 0.12,
  mild: 0.02,
  trouble: 0.04,
  enough: 0.3,
  bang: 0.1,
  shouting: 0.6,
  contact: 0.15,
};
/** Trouble alone makes nobody angry, however much of it is told. */
const MOST_TROUBLE = 4;
/** Kind words and courtesy cool so much of what is said in grief. */
const COOLING = 0.7;
/** Those who shout without being unhappy are in a hurry. */
const HURRIED = 1 / 3;
const CAPITALS = 0.3;

/** How a message sounds, and how near its writer is to giving up on us (0 to 1). */
export function readFeeling(words: Words, setting: Setting = {}): Feeling {
  const { language = 'en', matter = 0, contacts = 1 } = setting;
  const tally = tallyFeelings(words.tokens, vocabularyOf(language));
  const signs = readSigns(words.text);
  const hurt = tally.trouble + tally.enough > 0;
  const glad = (tally.glad + signs.glad) * (hurt ? BESIDE_TROUBLE : 1);
  const sad = tally.sad + signs.sad;
  const hardship = sad + TROUBLE * tally.trouble + ENOUGH * tally.enough;
  const balance = (glad - hardship) / Math.sqrt(tally.words + SHORT);
  const unhappy = balance < NEGATIVE + MATTER * matter;
  const sentiment = unhappy ? 'negative' : balance > POSITIVE ? 'positive' : 'neutral';
  const shouting = shoutedShare(words.text);
  const bangs = Math.min(3, count(words.text, /!+/g) + count(words.text, /[!?]{3,}/g));
  const heat =
    HEAT.bitter * Math.max(0, tally.bitter + signs.sad - COOLING * glad) +
    HEAT.mild * (tally.sad - tally.bitter) +
    HEAT.trouble * Math.min(tally.trouble, MOST_TROUBLE) +
    HEAT.enough * tally.enough +
    (unhappy ? HEAT.bang * bangs + HEAT.contact * (contacts - 1) : 0) +
    HEAT.shouting * shouting * (unhappy ? 1 : HURRIED);
  return {
    sentiment,
    // What is taken back again and again counts for nothing, never for less.
    frustration: Math.round((1 - Math.exp(-Math.max(0, heat))) * 100) / 100,
    because: explain(sentiment, tally, shouting),
  };
}

/** They tell little of how somebody feels, yet nobody should read them again. */
const INSULT = /^(?:idiot|moron|imbecile|clown|fool|loser|crook|bastard|scum|prick)s?$/i;

/** Whether an English word is said in anger or in joy: such words are not handed back to people. */
export const carriesFeeling = remembering((word): boolean => {
  const { glad, sad } = tallyFeelings(readTokens(word), vocabularyOf('en'));
  return glad >= 0.5 || sad >= 1.5 || INSULT.test(word);
});

function explain(sentiment: Sentiment, { told, enough }: Tally, shouting: number): string {
  const strongest = told.toSorted((a, b) => b.weight - a.weight).map(({ said }) => said);
  const signs = [
    told.length > 0 ? `"${[...new Set(strongest)].slice(0, 3).join('", "')}"` : '',
    enough > 0 ? 'signs of having had enough' : '',
    shouting > CAPITALS ? 'written in capitals' : '',
  ].filter(Boolean);
  if (signs.length > 0) return signs.join(', ');
  return sentiment === 'neutral' ? 'no strong words' : 'mild words';
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

/** The share of longer words that are all capitals, when there are enough of them to call it shouting. */
function shoutedShare(text: string): number {
  if (!/\p{Lu}{4}/u.test(text)) return 0;
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  const loud = long.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase());
  return loud.length < 2 ? 0 : loud.length / long.length;
}
