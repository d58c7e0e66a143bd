import { ENOUGH_EVIDENCE } from './evidence.ts';
import type { Hit } from './search.ts';

/** Where a reply, or a part of it, is written down. */
export interface Citation {
  /** The passage's. */
  readonly id: string;
  readonly title: string;
  readonly heading?: string;
  /** Where customers can read it. */
  readonly url?: string;
  /** It may no longer hold. */
  readonly stale?: true;
}

export function citationOf({ article, passage, stale }: Hit): Citation {
  const heading = passage.headings.at(-1);
  return {
    id: passage.id,
    title: article.title,
    ...(heading === undefined ? {} : { heading }),
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(stale ? { stale } : {}),
  };
}

/**
 * What of this may be cited to a customer: the hits with enough evidence, and of those none where all may no longer hold. Agents
 * see every hit.
 */
export function citable(hits: readonly Hit[]): Hit[] {
  const answers = hits.filter(({ evidence }) => evidence >= ENOUGH_EVIDENCE);
  return answers.some(({ stale }) => !stale) ? answers : [];
}
