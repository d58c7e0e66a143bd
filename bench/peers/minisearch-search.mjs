// Plain MiniSearch over the same articles, its title weighed four times.
import { measure } from './triage-measure.mjs';

await measure(async (articles) => {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch({ fields: ['title', 'text'], storeFields: ['title', 'text'] });
  index.addAll(articles);
  return (query) => index.search(query, { boost: { title: 4 } }).slice(0, 10);
});
