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
  /** Less is better. */
  readonly less?: true;
}

export function falls({ value, floor, less }: Figure): boolean {
  if (floor === undefined) return false;
  return !(less ? value <= floor : value >= floor);
}

/** Prints figures beside their floors and aims. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  const say = (value: number | undefined, less?: true) =>
    value === undefined ? '' : `${less ? '≤ ' : ''}${(100 * value).toFixed(1)}`;
  printTable(
    title,
    ['set', 'what', 'rows', 'value', 'floor', 'aim', ''],
    figures.map((figure) => {
      const { set, what, n, value, floor, aim, less } = figure;
      const verdict = falls(figure) ? 'BELOW THE FLOOR' : '';
      return [set, what, String(n), say(value), say(floor, less), say(aim, less), verdict];
    }),
  );
}
