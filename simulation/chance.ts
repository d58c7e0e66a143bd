import { seeded } from '../tests/chaos/seeded.ts';

/** Dice for one occasion. */
export interface Chance {
  /** A whole number below the bound. */
  (below: number): number;
  of<T>(choices: readonly T[]): T;
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
      of: <T>(choices: readonly T[]) => choices[below(choices.length)]!,
      wait: (from: number, to: number) =>
        from + Math.floor(((below(1000) * below(1000)) / 1_000_000) * (to - from)),
    });
  };
}
