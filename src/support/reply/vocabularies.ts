import { GERMAN } from './vocabulary/de.ts';
import { ENGLISH } from './vocabulary/en.ts';
import { SPANISH } from './vocabulary/es.ts';
import { FRENCH } from './vocabulary/fr.ts';
import { ITALIAN } from './vocabulary/it.ts';
import { JAPANESE } from './vocabulary/ja.ts';
import { DUTCH } from './vocabulary/nl.ts';
import { PORTUGUESE } from './vocabulary/pt.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  de: GERMAN,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  ja: JAPANESE,
  nl: DUTCH,
  pt: PORTUGUESE,
};

/** What is known of a language; of one that only the team writes, no more than of English. */
export function vocabularyOf(language: string): Vocabulary {
  return VOCABULARIES[language] ?? ENGLISH;
}
