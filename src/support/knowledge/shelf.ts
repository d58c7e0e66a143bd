import type { WordVectors } from '../sorting/vectors.ts';
import type { Article, Passage } from './article.ts';
import { meaningOf } from './meaning.ts';
import { Postings, type Weighed } from './postings.ts';
import { readTermWords } from './terms.ts';

/** A passage as it stands on a shelf. */
export interface Placed {
  readonly article: Article;
  readonly passage: Passage;
  /** Which of the shelf's meanings are those of its title and questions: from, and up to but without. */
  readonly subjects: readonly [from: number, to: number];
  /** Which is that of its nearest heading. */
  readonly heading?: number;
}

/** The articles of one language, ready to be searched. Numbers of passages are places in `placed`. */
export interface Shelf extends Weighed {
  readonly language: string;
  readonly placed: readonly Placed[];
  /** What titles, questions and headings mean, each of length 1, one after another. */
  readonly meanings: Float32Array;
}

/** How often a word counts by where it stands: questions are put in the customers' own words. */
const FIELDS = { question: 5, title: 4, heading: 2, text: 1 };

/**
 * Puts articles of one language on a shelf, each term of a passage weighed by BM25 over fields (Robertson, Zaragoza and
 * Taylor, 2004). Yields after each article, so that whoever has other work can do some between.
 */
export function* fillShelf(
  language: string,
  articles: readonly Article[],
  vectors: WordVectors,
): Generator<void, Shelf> {
  const placed: Placed[] = [];
  const postings = new Postings(language);
  const meanings: Float32Array[] = [];
  for (const article of articles) {
    const mean = (text: string) =>
      meanings.push(meaningOf(readTermWords(text), language, vectors).vector) - 1;
    const { title, products, questions, passages } = article;
    const shared = postings.count([
      [[title, ...products].join('\n'), FIELDS.title],
      ...questions.map((question) => [question, FIELDS.question] as const),
    ]);
    const subjects = [title, ...questions].filter(Boolean).map(mean);
    const from = subjects[0] ?? 0;
    const range = [from, from + subjects.length] as const;
    for (const passage of passages) {
      const nearest = passage.headings.at(-1);
      placed.push({
        article,
        passage,
        subjects: range,
        ...(nearest !== undefined && { heading: mean(nearest) }),
      });
    }
    const own = passages.map(({ headings, text }) =>
      postings.count([
        [headings.join('\n'), FIELDS.heading],
        [text, FIELDS.text],
      ]),
    );
    postings.add(shared, own);
    yield;
  }
  const weighed = yield* postings.weigh();
  return { ...weighed, language, placed, meanings: joined(meanings, vectors) };
}

function joined(meanings: readonly Float32Array[], { dimensions }: WordVectors): Float32Array {
  const all = new Float32Array(meanings.length * dimensions);
  for (const [i, meaning] of meanings.entries()) all.set(meaning, i * dimensions);
  return all;
}
