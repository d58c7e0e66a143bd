import { loadHandbook } from '../src/handbook/handbook.ts';
import { type Sentiment, triage } from '../src/support/triage/triage.ts';
import type { Figure } from './figure.ts';
import { detection, macroF1, macroRecall, recallAtPrecision, share } from './scores.ts';
import type { Data, Row } from './sets.ts';

/** What the macro-F1 of each language must not fall below. The set is of tweets about the world, not of customers. */
const LANGUAGES = { de: 0.56, en: 0.58, es: 0.52, fr: 0.44, it: 0.47, pt: 0.52 };
/** Questions and commands in which hardly anybody is upset. */
const CALM = ['banking77', 'clinc150', 'bankfaqs', 'stackfaq', 'techsupport_intents'];
/** From here on a reply speaks of how the customer feels. */
const UPSET = 0.3;

type Read = (row: Row) => { readonly sentiment: Sentiment; readonly frustration: number };

/** Sentiment and frustration, as agents see them, on sets from which nothing was learnt. */
export async function measureFeelings(data: Data): Promise<Figure[]> {
  const handbook = await loadHandbook();
  const known = new Map<string, ReturnType<Read>>();
  const read: Read = ({ text }) => {
    const one = known.get(text) ?? triage(text, handbook);
    known.set(text, one);
    return one;
  };
  return [
    ...airlines(data, read),
    tweets(data, read),
    ...complaints(data, read),
    ...languages(data, read),
    ...CALM.map((set): Figure => {
      const rows = data.rows(set);
      const value = share(rows, (row) => read(row).frustration >= UPSET);
      return {
        set,
        what: 'taken for upset',
        n: rows.length,
        value,
        floor: 0.02,
        aim: 0.01,
        less: true,
      };
    }),
  ];
}

function airlines(data: Data, read: Read): Figure[] {
  const set = 'airline_sentiment';
  const rows = data.rows(set);
  const n = rows.length;
  const graded = rows.map((row) => ({
    right: row.label === 'negative',
    score: read(row).frustration,
  }));
  return [
    { set, what: 'sentiment: macro-F1', n, value: f1(rows, read), floor: 0.58, aim: 0.68 },
    {
      set,
      what: 'frustration: recall of negative at precision 0.8',
      n: graded.filter(({ right }) => right).length,
      value: recallAtPrecision(graded, 0.8),
      floor: 0.6,
      aim: 0.8,
    },
  ];
}

function tweets(data: Data, read: Read): Figure {
  const set = 'tweeteval_sentiment';
  const rows = data.rows(set);
  const pairs = rows.map((row) => ({ right: row.label as string, said: read(row).sentiment }));
  const value = macroRecall(pairs);
  return { set, what: 'sentiment: macro recall', n: rows.length, value, floor: 0.6, aim: 0.66 };
}

/** Said to somebody: what is said to nobody reaches no desk, and complains to none. */
const SPOKEN_TO = /@\w/;

/** A complaint is what sounds negative and is said to somebody. Most of this set is talk of the world, to nobody. */
function complaints(data: Data, read: Read): Figure[] {
  const set = 'complaints_twitter';
  const rows = data.rows(set);
  const f1 = (isComplaint: (row: Row) => boolean) =>
    detection(rows.map((row) => ({ right: row.label === 'complaint', said: isComplaint(row) }))).f1;
  const isNegative = (row: Row) => read(row).sentiment === 'negative';
  const n = rows.length;
  return [
    {
      set,
      what: 'negative and said to somebody is a complaint: F1',
      n,
      value: f1((row) => isNegative(row) && SPOKEN_TO.test(row.text)),
      floor: 0.75,
      aim: 0.82,
    },
    { set, what: '… by the sentiment alone', n, value: f1(isNegative) },
  ];
}

function languages(data: Data, read: Read): Figure[] {
  const set = 'multilingual_sentiment';
  return Object.entries(LANGUAGES).map(([language, floor]) => {
    const rows = data.rows(set).filter((row) => row['lang'] === language);
    const what = `sentiment in ${language}: macro-F1`;
    return { set, what, n: rows.length, value: f1(rows, read), floor };
  });
}

function f1(rows: readonly Row[], read: Read): number {
  return macroF1(rows.map((row) => ({ right: [row.label as string], said: read(row).sentiment })))
    .mean;
}
