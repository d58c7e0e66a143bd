// Warmline's search of articles, measured as its peers are (`peers/triage-measure.mjs`).
import { measure } from './peers/triage-measure.mjs';

await measure(async (articles) => {
  const { readArticleLines } = await import('../src/handbook/article-lines.ts');
  const { indexArticles } = await import('../src/handbook/indexing.ts');
  const { loadVectors } = await import('../src/learnt/learnt.ts');
  const { findPassages } = await import('../src/support/knowledge/search.ts');
  const text = articles.map((one) => JSON.stringify(one)).join('\n');
  const read = readArticleLines({ file: 'articles', text }, { language: 'en' }, []);
  const knowledge = await indexArticles(read, await loadVectors());
  return (query) => findPassages(knowledge, query, { at: 0 });
});
