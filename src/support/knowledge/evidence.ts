/** What speaks for it that a passage answers a question. */
export interface Signs {
  /** The share of what the question's words could count for that they count for here, 0 to 1. */
  readonly said: number;
  /** How alike they are in meaning, -1 to 1; 0 where nothing is known of it. */
  readonly meant: number;
  /** The share of the question whose meaning is known, 0 to 1. */
  readonly known: number;
}

/** From here on a passage is taken for an answer: below, it is shown to agents at most. */
export const ENOUGH_EVIDENCE = 0.45;

/**
 * How likely it is that a passage that was found first answers the question, 0 to 1. Logistic regressions, with a meaning and
 * without, over questions of Banking77 and CLINC150 with one and with five examples of each intent as its article's questions,
 * beside the questions of CLINC150 that fit none.
 */
export function weighEvidence({ said, meant, known }: Signs): number {
  const odds = meant === 0 ? 5.6 * said - 2.45 : 3.8 * said + 5.2 * meant * known - 4.5;
  return 1 / (1 + Math.exp(-odds));
}
