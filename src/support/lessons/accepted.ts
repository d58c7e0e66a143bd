import type { Article } from '../knowledge/article.ts';
import type { ArticleLesson, Lesson } from '../lessons.ts';
import type { Example } from '../sorting/examples.ts';
import type { Rewording } from './rewording.ts';

/** What leads accepted, the oldest first, or examples that somebody wrote down. */
export type Learnt = Lesson | (Example & { readonly kind?: undefined });

export function examplesIn(learnt: readonly Learnt[]): Example[] {
  return learnt.filter((one) => one.kind === undefined || one.kind === 'category');
}

export function rewordingsOf(learnt: readonly Learnt[]): Rewording[] {
  return learnt.filter((one) => one.kind === 'rewording');
}

/** Accepted answers as articles. Their ids say what they are, and of which conversation: `learnt/slack:…/4/0`. */
export function articlesIn(learnt: readonly Learnt[]): Article[] {
  return learnt.filter((one) => one.kind === 'article').map(articleOf);
}

function articleOf({ id, question, text, language }: ArticleLesson): Article {
  const name = `learnt/${id}`;
  return {
    id: name,
    title: question,
    questions: [question],
    languages: [language],
    products: [],
    passages: [{ id: name, headings: [], text }],
  };
}
