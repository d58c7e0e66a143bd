const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** A number in as few characters as tell it: 0.25, 4.5, 86, 1,440, 12.3K, 4.2M. */
export function short(value: number): string {
  if (value >= 10_000) return compact.format(value);
  if (value >= 100 || Number.isInteger(value)) return grouped.format(value);
  return value < 1 ? precise.format(value) : tenths.format(value);
}

/**
 * Where the lines of a grid are: from zero in steps of 1, 2 or 5 times a power of ten, four or five of them, until
 * the greatest value is under the last one.
 * @param whole whether only whole numbers are counted
 */
export function gridOf(greatest: number, whole: boolean): number[] {
  if (!(greatest > 0)) return [0, 1];
  const rough = greatest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10;
  const step = whole ? Math.max(1, factor * power) : factor * power;
  const lines = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: lines + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}
