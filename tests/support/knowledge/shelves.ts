import type { Article } from '../../../src/support/knowledge/article.ts';
import type { Knowledge } from '../../../src/support/knowledge/search.ts';
import { fillShelf } from '../../../src/support/knowledge/shelf.ts';
import { NO_VECTORS, type WordVectors } from '../../../src/support/sorting/vectors.ts';

/** An article of one passage, but for what is said otherwise. */
export function article(id: string, text: string, about: Partial<Article> = {}): Article {
  return {
    id,
    title: '',
    questions: [],
    languages: ['en'],
    products: [],
    passages: [{ id, headings: [], text }],
    ...about,
  };
}

/** All articles on their shelves. Without vectors everything goes by the words. */
export function shelve(articles: readonly Article[], vectors: WordVectors = NO_VECTORS): Knowledge {
  const languages = [...new Set(articles.flatMap((one) => one.languages))];
  const shelves = languages.map((language) => {
    const own = articles.filter((one) => one.languages.includes(language));
    const filling = fillShelf(language, own, vectors);
    for (;;) {
      const step = filling.next();
      if (step.done) return step.value;
    }
  });
  return { shelves, vectors };
}
