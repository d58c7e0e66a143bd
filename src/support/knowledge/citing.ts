import { ENOUGH_EVIDENCE } from './evidence.ts';
import type { Hit } from './search.ts';

/**
 * What of this may be cited to a customer: the hits with enough evidence, and of those none where all may no longer hold. Agents
 * see every hit.
 */
export function citable(hits: readonly Hit[]): Hit[] {
  const answers = hits.filter(({ evidence }) => evidence >= ENOUGH_EVIDENCE);
  return answers.some(({ stale }) => !stale) ? answers : [];
}
