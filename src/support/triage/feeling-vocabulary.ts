import { expandLines } from './alternatives.ts';
import { FEELING_WORDS } from './feeling-words/languages.ts';
import type { FeelingWords } from './feeling-words/words.ts';
import { indexPhrases, type PhraseIndex } from './phrases.ts';

/**
 * What a phrase says: how good (above 0) or bad it is, what somebody expects, that something went wrong, or that it is
 * enough.
 */
export type Sign =
  | { readonly kind: 'word'; readonly valence: number }
  | { readonly kind: 'expected' | 'trouble' | 'enough' };

/** A language's words of feeling, ready to be looked for. */
export interface Vocabulary {
  readonly language: string;
  readonly signs: PhraseIndex<Sign>;
  readonly negations: ReadonlySet<string>;
  readonly intensifiers: ReadonlySet<string>;
  readonly contrasts: ReadonlySet<string>;
}

const prepared = new Map<string, Vocabulary>();

/** The vocabulary of a language, made when it is first asked for; of one that we do not know, English. */
export function vocabularyOf(language: string): Vocabulary {
  const known = FEELING_WORDS.has(language) ? language : 'en';
  const vocabulary = prepared.get(known) ?? prepare(known, FEELING_WORDS.get(known)!);
  prepared.set(known, vocabulary);
  return vocabulary;
}

function prepare(language: string, words: FeelingWords): Vocabulary {
  return {
    language,
    signs: indexPhrases([
      ...Object.entries(words.strengths).flatMap(([valence, phrases]) =>
        signed(phrases, { kind: 'word', valence: Number(valence) }),
      ),
      ...signed(words.expected, { kind: 'expected' }),
      ...signed(words.troubles, { kind: 'trouble' }),
      ...signed(words.enough, { kind: 'enough' }),
    ]),
    negations: setOf(words.negations),
    intensifiers: setOf(words.intensifiers),
    contrasts: setOf(words.contrasts),
  };
}

function signed(phrases: string, sign: Sign): (readonly [string, Sign])[] {
  return expandLines(phrases.replaceAll(',', '\n')).map((phrase) => [phrase, sign] as const);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}
