import snowball from 'snowball-stemmers';
import { stemmer as stemEnglish } from 'stemmer';
import * as lists from 'stopword';
import { hashOf } from '../sorting/hashing.ts';
import { folded } from '../triage/words.ts';

/** What is known of a language's words beside their letters. */
interface Speech {
  /** The name of its Snowball stemmer; for English there is one that is ten times as fast. */
  readonly stemmer?: string;
  /** Words that say little by themselves. */
  readonly stopWords: readonly string[];
}

const SPEECHES: Readonly<Record<string, Speech>> = {
  ar: { stemmer: 'arabic', stopWords: lists.ara },
  cs: { stemmer: 'czech', stopWords: lists.ces },
  da: { stemmer: 'danish', stopWords: lists.dan },
  de: { stemmer: 'german', stopWords: lists.deu },
  en: { stopWords: lists.eng },
  es: { stemmer: 'spanish', stopWords: lists.spa },
  fi: { stemmer: 'finnish', stopWords: lists.fin },
  fr: { stemmer: 'french', stopWords: lists.fra },
  hu: { stemmer: 'hungarian', stopWords: lists.hun },
  it: { stemmer: 'italian', stopWords: lists.ita },
  ja: { stopWords: lists.jpn },
  nl: { stemmer: 'dutch', stopWords: lists.nld },
  no: { stemmer: 'norwegian', stopWords: lists.nob },
  pl: { stopWords: lists.pol },
  pt: { stemmer: 'portuguese', stopWords: lists.por },
  ro: { stemmer: 'romanian', stopWords: lists.ron },
  ru: { stemmer: 'russian', stopWords: lists.rus },
  sv: { stemmer: 'swedish', stopWords: lists.swe },
  tr: { stemmer: 'turkish', stopWords: lists.tur },
  uk: { stopWords: lists.ukr },
  zh: { stopWords: lists.zho },
};

/** Longer words are names, keys or noise, and stemmers are slow on them. */
const LONGEST_STEMMED = 40;
/** Words that are remembered of one language: stemming is the dearest part of reading. */
const REMEMBERED = 20_000;

/** A word as it is compared. */
export interface Stemmed {
  /** What its forms have in common: "refunds" and "refunded" are one. Without accents. */
  readonly stem: string;
  /** Of the stem. */
  readonly hash: number;
  /** It says little by itself. */
  readonly isStop: boolean;
}

/** How the words of one language are read. */
export interface Language {
  stemmed(word: string): Stemmed;
  readonly stopWords: ReadonlySet<string>;
}

const known = new Map<string, Language>();

/** @param code ISO 639-1; of a language that is not known, words are compared as they are written. */
export function languageOf(code: string): Language {
  const speech = Object.hasOwn(SPEECHES, code) ? SPEECHES[code] : undefined;
  const key = speech ? code : '';
  const language = known.get(key) ?? speak(speech);
  known.set(key, language);
  return language;
}

function stemmerOf(speech: Speech | undefined): (word: string) => string {
  if (speech === SPEECHES['en']) return stemEnglish;
  if (speech?.stemmer === undefined) return (word) => word;
  const stemmer = snowball.newStemmer(speech.stemmer);
  return (word) => stemmer.stem(word);
}

function speak(speech: Speech | undefined): Language {
  const cutEnding = stemmerOf(speech);
  const stopWords = new Set(speech?.stopWords.map((word) => word.replace(/['’]/g, '')));
  const remembered = new Map<string, Stemmed>();
  const read = (word: string): Stemmed => {
    const stem = folded(word.length > LONGEST_STEMMED ? word : cutEnding(word));
    return { stem, hash: hashOf(stem), isStop: stopWords.has(word) };
  };
  return {
    stopWords,
    stemmed(word) {
      const known = remembered.get(word);
      if (known !== undefined) return known;
      const stemmed = read(word);
      if (word.length > LONGEST_STEMMED) return stemmed;
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(word, stemmed);
      return stemmed;
    },
  };
}
