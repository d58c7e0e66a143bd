import { printTable } from '../bench/table.ts';

/** One measured figure. Shares are 0 to 1. */
export interface Figure {
  /** The set it was measured on. */
  readonly set: string;
  readonly what: string;
  readonly value: number;
  /** How many rows stand behind it. */
  readonly n: number;
  /** What it must not fall below (or, where `less` is better, rise above). */
  readonly floor?: number;
  readonly aim?: number;
  /** Where the floor is out of reach, why that is, and the value that is held instead. The floor stays what is wanted. */
  readonly outOfReach?: { readonly because: string; readonly held: number };
  /** Less is better. */
  readonly less?: true;
}

/** Whether it is worse than what is held: the floor, or what can be reached of it. */
export function falls({ value, floor, outOfReach, less }: Figure): boolean {
  return isWorse(value, outOfReach?.held ?? floor, less);
}

function isWorse(value: number, than: number | undefined, less?: true): boolean {
  if (than === undefined) return false;
  return !(less ? value <= than : value >= than);
}

/** Prints figures beside their floors and aims. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  const say = (value: number | undefined, less?: true) =>
    value === undefined ? '' : `${less ? '≤ ' : ''}${(100 * value).toFixed(1)}`;
  printTable(
    title,
    ['set', 'what', 'rows', 'value', 'floor', 'aim', ''],
    figures.map((figure) => {
      const { set, what, n, value, floor, aim, outOfReach, less } = figure;
      const short = outOfReach !== undefined && isWorse(value, floor, less);
      const verdict = falls(figure)
        ? 'BELOW THE FLOOR'
        : short
          ? `out of reach: ${outOfReach.because}`
          : '';
      return [set, what, String(n), say(value), say(floor, less), say(aim, less), verdict];
    }),
  );
}
