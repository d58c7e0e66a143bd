import type { Instant } from '../../conversation.ts';
import type { Calendar } from '../../handbook.ts';
import { dueOf, type Precision, type Spoken } from './due.ts';
import { closingTimes } from './opening.ts';
import { type Pledge, pledgesIn } from './pledges.ts';
import { promiseEarFor } from './tongues/tongues.ts';

/** Something that a reply says we will do. */
export interface FoundPromise {
  /** As it stands in the reply: the sentence, or a part of it where it promises several things. */
  readonly quote: string;
  /** The same for a card: without what else the sentence says, and cut short where it is long. */
  readonly what: string;
  /** The last instant that keeps it; absent where no time is named or it waits for something. */
  readonly due?: Instant;
  readonly precision: Precision;
  /** How its time was understood, for agents. */
  readonly because: string;
  /** What has to come first, where something has. */
  readonly waits?: Pledge['waits'];
}

/** A reply that promises more than this was written by nobody. */
const MOST = 20;
/** So many characters of a promise stand on a card. */
const SHORT = 80;

/**
 * What a reply of ours promises the customer, in the order it is said. Nothing where the language's words are not written down
 * (`tongues/`). What the customer is to do, what others will, questions, refusals and what is quoted promise nothing.
 * @param language ISO 639-1
 * @param zone IANA: where its times of day are meant that name no zone
 */
export function findPromises(
  text: string,
  language: string,
  { at, calendar, zone }: { at: Instant; calendar: Calendar; zone: string },
): readonly FoundPromise[] {
  const ear = promiseEarFor(language);
  if (ear === undefined) return [];
  const spoken = { at, calendar, zone, closes: closingTimes(calendar) };
  return pledgesIn(text, ear)
    .take(MOST)
    .map((pledge) => timed(pledge, spoken))
    .toArray();
}

function timed(pledge: Pledge, spoken: Spoken): FoundPromise {
  const { quote, when, waits } = pledge;
  const what = shortened(pledge.what);
  const open = (because: string) => ({ quote, what, precision: 'open', because }) as const;
  if (waits !== undefined) return { ...open(`it waits for ${waits}`), waits };
  if (when === undefined) return open('it names no time');
  if (when.is === 'vague') return open('its time is too vague to be held to');
  return { quote, what, ...dueOf(when, spoken) };
}

function shortened(text: string): string {
  if (text.length <= SHORT) return text;
  const cut = text.slice(0, SHORT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT / 2)).trimEnd()}…`;
}
