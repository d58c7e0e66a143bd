import { setImmediate } from 'node:timers/promises';
import type { Article } from '../support/knowledge/article.ts';
import type { Knowledge } from '../support/knowledge/search.ts';
import { fillShelf, type Shelf } from '../support/knowledge/shelf.ts';
import type { WordVectors } from '../support/sorting/vectors.ts';

/** Milliseconds of work between which others get their turn. */
const AT_ONCE = 10;

/** Makes articles ready to be searched, a little at a time: whoever writes meanwhile does not wait for it. */
export async function indexArticles(
  articles: readonly Article[],
  vectors: WordVectors,
): Promise<Knowledge> {
  const languages = new Set(articles.flatMap((article) => article.languages));
  const shelves: Shelf[] = [];
  for (const language of languages) {
    const own = articles.filter((article) => article.languages.includes(language));
    shelves.push(await inTurns(fillShelf(language, own, vectors)));
  }
  return { shelves, vectors };
}

async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < AT_ONCE) continue;
    await setImmediate();
    began = performance.now();
  }
}
