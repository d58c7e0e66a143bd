import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { ITALIAN } from './it.ts';
import { JAPANESE } from './ja.ts';
import { DUTCH } from './nl.ts';
import { PORTUGUESE } from './pt.ts';
import type { FeelingWords } from './words.ts';

/** By ISO 639-1. */
export const FEELING_WORDS: ReadonlyMap<string, FeelingWords> = new Map([
  ['de', GERMAN],
  ['en', ENGLISH],
  ['es', SPANISH],
  ['fr', FRENCH],
  ['it', ITALIAN],
  ['ja', JAPANESE],
  ['nl', DUTCH],
  ['pt', PORTUGUESE],
]);
