// Warmline's search of articles, measured as its peers are (`peers/triage-measure.mjs`).
import { readFileSync } from 'node:fs';
import { measure } from './peers/triage-measure.mjs';

await measure(
  async (_, { readArticleLines, indexArticles, loadVectors, findPassages }, text) => {
    const read = readArticleLines({ file: 'articles', text }, { language: 'en' }, []);
    const knowledge = await indexArticles(read, await loadVectors());
    return (query) => findPassages(knowledge, query, { at: 0 });
  },
  {
    given: async () => {
      const articles = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as readonly object[];
      return articles.map((one) => JSON.stringify(one)).join('\n');
    },
    code: async () => ({
      ...(await import('../src/handbook/article-lines.ts')),
      ...(await import('../src/handbook/indexing.ts')),
      ...(await import('../src/learnt/learnt.ts')),
      ...(await import('../src/support/knowledge/search.ts')),
    }),
  },
);
