// `npm run train -- language`: writes src/support/triage/language-profile.json anew from the installed `eld`, whose whole
// database takes a third of a second and 150 MB to load. What is kept of it loads in a millisecond.
import { writeFileSync } from 'node:fs';
import { hashGram } from '../src/support/triage/language-grams.ts';

/** Languages that share a script with others; the rest are told by their script alone. Ours by theirs. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'ar',
  cs: 'cs',
  da: 'da',
  de: 'de',
  en: 'en',
  es: 'es',
  fa: 'fa',
  fi: 'fi',
  fr: 'fr',
  hu: 'hu',
  id: 'ms',
  it: 'it',
  nb: 'no',
  nl: 'nl',
  pl: 'pl',
  pt: 'pt',
  ro: 'ro',
  ru: 'ru',
  sv: 'sv',
  tr: 'tr',
  uk: 'uk',
  vi: 'vi',
};
/** `eld` keeps scores less this. */
const BASE_SCORE = 53;

interface Database {
  readonly ngramsData: {
    readonly languages: Readonly<Record<string, string>>;
    readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
}

const entry = import.meta.resolve('eld/small');
const { ngramsData } = (await import(new URL('../ngrams/small.js', entry).href)) as Database;
const { dictionary } = (await import(new URL('../dictionary.js', entry).href)) as {
  dictionary: readonly string[];
};

const names = Object.keys(LANGUAGES);
const numberOf = new Map(
  Object.entries(ngramsData.languages).flatMap(([theirs, name]) => {
    const at = names.findIndex((own) => LANGUAGES[own] === name);
    return at < 0 ? [] : [[theirs, at] as const];
  }),
);
const byteOf = new Map<string, number>();
for (const [byte, sign] of dictionary.entries()) if (sign !== ' ') byteOf.set(sign, byte);

/** By piece, what it says of each language: `language << 8 | score`, with the highest bit on the last one. */
const grams = new Map<number, number[]>();
for (const [gram, scores] of Object.entries(ngramsData.ngrams)) {
  const told = Object.entries(scores).flatMap(([theirs, score]) => {
    const language = numberOf.get(theirs);
    return language === undefined ? [] : [(language << 8) | Math.min(255, score + BASE_SCORE)];
  });
  if (told.length === 0) continue;
  const bytes = [...gram.trim()].map((sign) => byteOf.get(sign)!);
  grams.set(
    hashGram(bytes, 0, bytes.length, gram.startsWith(' '), gram.endsWith(' ')),
    told.sort((a, b) => a - b),
  );
}
const sorted = [...grams].sort(([a], [b]) => a - b);
const hashes = Uint32Array.from(sorted, ([hash]) => hash);
const told = sorted.flatMap(([, scores]) =>
  scores.map((score, i) => (i === scores.length - 1 ? score | 0x8000 : score)),
);
const base64 = (numbers: Uint32Array | Uint16Array) =>
  Buffer.from(numbers.buffer).toString('base64');

const target = new URL('../src/support/triage/language-profile.json', import.meta.url);
const profile = {
  about:
    'Written by `npm run train -- language` from the database "small" of Efficient Language Detector (npm: eld), ' +
    'Copyright 2023 Nito T.M., Apache License 2.0. Changed: only these languages, pieces hashed, numbers packed.',
  languages: names,
  hashes: base64(hashes),
  scores: base64(Uint16Array.from(told)),
};
writeFileSync(target, `${JSON.stringify(profile, null, 2)}\n`);
console.log(`${hashes.length} pieces, ${told.length} scores`);
