import { widthOf } from './text.ts';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH = /^(\d{4})-(\d\d)$/;
/** A day as a date, or already in words. */
const A_DAY = /^(\d{4}-\d\d-\d\d|\d\d? [A-Z][a-z]+)$/;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Begins with a number, a weekday or a month: one label follows from the one before, so that some can be left out. */
const IN_ORDER =
  /^(\d|(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b)/i;

/** Whether labels are moments, hours or sizes that stand in their order. */
export function areInOrder(labels: readonly string[]): boolean {
  return labels.every((label) => IN_ORDER.test(label));
}

/** Dates in short words: 2026-11-19 is "19 Nov", 2026-11 is "Nov", the first of a new year tells it. Others stay. */
function inShortWords(labels: readonly string[]): string[] {
  return labels.map((label, i) => {
    const [, year, month, day] = DAY.exec(label) ?? MONTH.exec(label) ?? [];
    if (year === undefined) return label;
    const words = `${day === undefined ? '' : `${Number(day)} `}${MONTHS[Number(month) - 1]}`;
    const before = labels[i - 1];
    const isNew = before === undefined ? day === undefined : !before.startsWith(year);
    return isNew ? `${words} ${year}` : words;
  });
}

/** How far apart labels are shown: days by weeks where they can be, hours and others so that they come out even. */
const DAYS = [1, 2, 7, 14, 28, 91, 182, 364];
const OTHERS = [1, 2, 3, 4, 6, 12, 24, 48, 96, 192];

/**
 * The most labels that do not touch, at even distances from the first on, in short words.
 * @param apart pixels from one label to the next
 */
export function pickLabels(labels: readonly string[], size: number, apart: number) {
  const strides = A_DAY.test(labels[0] ?? '') ? DAYS : OTHERS;
  for (const stride of [...strides, labels.length]) {
    const places = labels.flatMap((_, at) => (at % stride === 0 ? [at] : []));
    const words = inShortWords(places.map((at) => labels[at]!));
    const room = stride * apart - size * 0.8;
    const widths = words.map((one) => widthOf(one, size));
    if (widths.every((width, i) => i === 0 || (width + widths[i - 1]!) / 2 <= room))
      return places.map((at, i) => ({ at, text: words[i]! }));
  }
  return [];
}
