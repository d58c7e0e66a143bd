import { GERMAN } from './tongues/de.ts';
import { ENGLISH } from './tongues/en.ts';
import { SPANISH } from './tongues/es.ts';
import { FRENCH } from './tongues/fr.ts';
import { ITALIAN } from './tongues/it.ts';
import { JAPANESE } from './tongues/ja.ts';
import { DUTCH } from './tongues/nl.ts';
import { PORTUGUESE } from './tongues/pt.ts';
import type { Tongue } from './tongues/tongue.ts';

const TONGUES: Readonly<Record<string, Tongue>> = {
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
export function tongueOf(language: string): Tongue {
  return TONGUES[language] ?? ENGLISH;
}
