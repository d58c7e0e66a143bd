import { indexPhrases, type PhraseIndex } from '../../triage/phrases.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import { SIGNS, type Sign, TOPICS, type Tongue, type Topic } from './tongue.ts';

/** The languages whose words the standards know, by ISO 639-1. */
const TONGUES: ReadonlyMap<string, Tongue> = new Map(
  Object.entries({ en, es, fr, de, pt, it, nl, ja }),
);

/** A language made ready to be looked for in texts. */
export interface Ear {
  readonly tongue: Tongue;
  readonly signs: PhraseIndex<Sign>;
  readonly topics: PhraseIndex<Topic>;
  readonly small: ReadonlySet<string>;
  readonly vague: ReadonlySet<string>;
}

const ears = new Map<string, Ear>();

/** What the standards look for in a language; undefined where nobody has written it down. Made when it is first needed. */
export function earFor(language: string): Ear | undefined {
  const known = ears.get(language);
  const tongue = TONGUES.get(language);
  if (known !== undefined || tongue === undefined) return known;
  const ear = listenIn(tongue);
  ears.set(language, ear);
  return ear;
}

function listenIn(tongue: Tongue): Ear {
  const { spaceless } = tongue;
  return {
    tongue,
    signs: indexPhrases(
      SIGNS.flatMap((sign) =>
        phrasesIn(tongue.signs[sign]).map((phrase) => [phrase, sign] as const),
      ),
    ),
    topics: indexPhrases(
      TOPICS.flatMap((topic) =>
        wordsIn(tongue.topics[topic] ?? '').map(
          (stem) => [spaceless ? stem : `${stem}*`, topic] as const,
        ),
      ),
    ),
    small: new Set(wordsIn(tongue.small)),
    vague: new Set(wordsIn(tongue.vague)),
  };
}

function phrasesIn(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
}

function wordsIn(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}
