import { seeded } from '../tests/chaos/seeded.ts';

/** Weights are told apart so finely. */
const FINE = 1_000_000;

/** Dice for one occasion. */
export interface Chance {
  /** A whole number below the bound. */
  (below: number): number;
  of<T>(choices: readonly T[]): T;
  /** Which of the weights it falls on; a heavier one more often. */
  among(weights: readonly number[]): number;
  /** Milliseconds, most of them nearer to `from`. */
  wait(from: number, to: number): number;
}

/** The dice that fall at each occasion by its name: the same for the same seed, in whatever order things happen. */
export function chances(seed: number): (occasion: string) => Chance {
  return (occasion) => {
    let hash = seed;
    for (let n = 0; n < occasion.length; n++) {
      hash = Math.imul(hash ^ occasion.charCodeAt(n), 16_777_619);
    }
    const below = seeded(hash);
    return Object.assign((bound: number) => below(bound), {
      among(weights: readonly number[]) {
        let left = (below(FINE) / FINE) * weights.reduce((sum, one) => sum + one, 0);
        const found = weights.findIndex((weight) => {
          left -= weight;
          return left < 0;
        });
        return found < 0 ? weights.length - 1 : found;
      },
      of: <T>(choices: readonly T[]) => choices[below(choices.length)]!,
      wait: (from: number, to: number) =>
        from + Math.floor(((below(1000) * below(1000)) / 1_000_000) * (to - from)),
    });
  };
}
