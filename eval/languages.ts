import { readLanguage } from '../src/support/triage/language.ts';
import { readWords } from '../src/support/triage/words.ts';
import type { Figure } from './figure.ts';
import { share } from './scores.ts';
import type { Data, Row } from './sets.ts';

/** Sets of English messages only; in the Twitter ones a few are not. */
const ENGLISH = [
  'banking77',
  'clinc150',
  'nlupp',
  'hwu64',
  'dstc11_natcs',
  'multidogo_turns',
  'airline_sentiment',
  'twcs_spotify_inbound',
];
/** Its Hindi is written in Latin letters and half English, so nobody can say what its language is. */
const TWEETS = ['en', 'es', 'fr', 'de', 'pt', 'it', 'ar'];

/** The language of messages: with English as the usual one unless it says otherwise. */
export function measureLanguages(data: Data): Figure[] {
  const is = (row: Row, language: string, usual = 'en') =>
    readLanguage(readWords(row.text), usual).language === language;
  const tickets = data.rows('tickets_multilang_synth');
  const id = data.rows('language_id');
  const web = (length: string) => id.filter((row) => row['length'] === length);
  const tweets = data.rows('multilingual_sentiment');
  return [
    {
      set: 'tickets_multilang_synth',
      what: 'tickets, 5 languages',
      n: tickets.length,
      value: share(tickets, (row) => is(row, String(row['lang']))),
      floor: 0.97,
      aim: 0.99,
    },
    {
      set: 'language_id',
      what: 'sentences, 30 languages',
      n: web('sentences').length,
      value: share(web('sentences'), (row) => is(row, String(row.label))),
      floor: 0.97,
      aim: 0.99,
    },
    ...['word-pairs', 'single-words'].flatMap((length): Figure[] => [
      {
        set: 'language_id',
        what: `${length}, where their language is the usual one`,
        n: web(length).length,
        value: share(web(length), (row) => is(row, String(row.label), String(row.label))),
        floor: 0.95,
        aim: 0.98,
      },
      {
        set: 'language_id',
        what: `${length}, where English is`,
        n: web(length).length,
        value: share(web(length), (row) => is(row, String(row.label))),
      },
    ]),
    ...ENGLISH.flatMap((set): Figure[] => {
      const rows = data.rows(set);
      const short = rows.filter((row) => row.text.split(/\s+/).length <= 3);
      return [
        {
          set,
          what: 'English read as another',
          n: rows.length,
          value: share(rows, (row) => !is(row, 'en')),
          floor: 0.01,
          aim: 0.003,
          less: true,
        },
        {
          set,
          what: 'up to three words, read as English',
          n: short.length,
          value: share(short, (row) => is(row, 'en')),
          floor: 0.95,
          aim: 0.98,
        },
        {
          set,
          what: 'read as English where German is the usual one',
          n: rows.length,
          value: share(rows, (row) => is(row, 'en', 'de')),
        },
      ];
    }),
    ...TWEETS.map((language) => {
      const rows = tweets.filter((row) => row['lang'] === language);
      return {
        set: 'multilingual_sentiment',
        what: `tweets, ${language}`,
        n: rows.length,
        value: share(rows, (row) => is(row, language)),
      };
    }),
  ];
}
