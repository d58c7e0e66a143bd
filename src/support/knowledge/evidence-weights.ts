import type { EvidenceWeights } from './evidence.ts';

/**
 * How surely an answer was found, in logits: learnt by `npm run train` from messages of Banking77 (Casanueva et al., 2020; CC BY 4.0)
 * and CLINC150 (Larson et al., 2019; CC BY 3.0), their intents being the articles.
 */
export const BY_WORDS_AND_MEANING: EvidenceWeights = { bias: -4.4, said: 3.6, meant: 5 };
/** Where nothing is known of the meaning. */
export const BY_WORDS: EvidenceWeights = { bias: -2.4, said: 5.3, meant: 0 };
