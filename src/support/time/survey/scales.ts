import type { Choice } from '../../questions.ts';
import type { Survey } from '../policy.ts';

/** How a customer is asked to rate: were you satisfied, was it easy, would you recommend us. */
export type Scale = Exclude<Survey['ask'], 'off'>;

interface Range {
  readonly lowest: number;
  readonly highest: number;
  /** Up to here we have let the customer down, and make up for it. */
  readonly low: number;
}

/**
 * The scales as they are used the world over, so that figures can be compared. Low are the two of five that are no "satisfied"
 * nor "neutral" (CSAT), the three of seven that disagree with "it was easy" (Customer Effort Score 2.0), and the detractors of
 * the Net Promoter Score, who are 0 to 6 by its definition.
 */
export const SCALES: Readonly<Record<Scale, Range>> = {
  csat: { lowest: 1, highest: 5, low: 2 },
  ces: { lowest: 1, highest: 7, low: 3 },
  nps: { lowest: 0, highest: 10, low: 6 },
};

/** The words beside the numbers of CSAT, as situations of the handbook. */
const WORDS = ['very-bad', 'bad', 'fair', 'good', 'very-good'] as const;

export function isLow(scale: Scale, value: number): boolean {
  return value <= SCALES[scale].low;
}

/** A button for each number, with the words beside it where there are few. */
export function choicesFor(
  scale: Scale,
  wordsFor: (situation: string) => string | undefined,
): Choice[] {
  const { lowest, highest } = SCALES[scale];
  return Array.from({ length: highest - lowest + 1 }, (_, n) => {
    const value = String(lowest + n);
    const words = scale === 'csat' ? wordsFor(`button-${WORDS[n]}`) : undefined;
    return { button: 'rate', value, label: words ? `${value} · ${words}` : value };
  });
}

/** A rating as the team reads it: "2 of 5 in CSAT". */
export function sayRating(scale: Scale, value: number): string {
  return `${value} of ${SCALES[scale].highest} in ${scale.toUpperCase()}`;
}
