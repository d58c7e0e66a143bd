import { earFor } from '../../../reply/tongues/tongues.ts';
import { indexPhrases, type PhraseIndex } from '../../../triage/phrases.ts';
import { readShapes, type Shapes } from '../shapes.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import { ACTS, type Act, type PromiseTongue, type TimeWord } from './tongue.ts';

/** By ISO 639-1. */
const TONGUES: ReadonlyMap<string, PromiseTongue> = new Map(
  Object.entries({ en, es, fr, de, pt, it, nl, ja }),
);

/** A language made ready to be listened to for promises. */
export interface PromiseEar {
  readonly tongue: PromiseTongue;
  readonly acts: PhraseIndex<Act>;
  readonly times: PhraseIndex<TimeWord>;
  readonly shapes: Shapes;
  readonly verbs: readonly (readonly [Act, RegExp])[];
  /** Where a clause ends and another begins. */
  readonly joint: RegExp;
}

const ears = new Map<string, PromiseEar>();

/** How promises are put in a language; undefined where nobody has written it down. Made when it is first needed. */
export function promiseEarFor(language: string): PromiseEar | undefined {
  const known = ears.get(language);
  const tongue = TONGUES.get(language);
  if (known !== undefined || tongue === undefined) return known;
  const ear = listenIn(tongue, language);
  ears.set(language, ear);
  return ear;
}

function listenIn(tongue: PromiseTongue, language: string): PromiseEar {
  const standards = earFor(language)?.tongue.signs;
  const listed = {
    ...tongue.acts,
    tends: `${standards?.promise ?? ''}, ${tongue.acts.tends}`,
    idle: `${standards?.idle ?? ''}, ${tongue.acts.idle}`,
  };
  return {
    tongue,
    acts: indexPhrases(
      ACTS.flatMap((act) => phrasesIn(listed[act]).map((phrase) => [phrase, act] as const)),
    ),
    times: indexPhrases([
      ...tongue.times.flatMap(([list, word]) =>
        phrasesIn(list).map((phrase) => [phrase, word] as const),
      ),
      ...tongue.weekdays.flatMap((names, i) =>
        names.split('|').map((name) => [name, { weekday: i + 1 }] as const),
      ),
    ]),
    shapes: readShapes(tongue),
    verbs: Object.entries(tongue.verbs ?? {}).map(
      ([act, shape]) => [act as Act, new RegExp(`^(?:${shape})(?!\\p{L})`, 'u')] as const,
    ),
    joint: new RegExp(
      `[,:]\\s+|\\s[-–—]+\\s|[—、，]|(?<!\\s)\\s+(?:${tongue.joins})(?=\\s)`,
      'giu',
    ),
  };
}

function phrasesIn(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
}
