// Plain MiniSearch over the same articles, its title weighed four times.
import { measure } from './triage-measure.mjs';

await measure(
  async (articles, { default: MiniSearch }) => {
    const index = new MiniSearch({ fields: ['title', 'text'], storeFields: ['title', 'text'] });
    index.addAll(articles);
    return (query) => index.search(query, { boost: { title: 4 } }).slice(0, 10);
  },
  { code: () => import('minisearch') },
);
