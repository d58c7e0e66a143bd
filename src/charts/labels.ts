import { widthOf } from './text.ts';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH = /^(\d{4})-(\d\d)$/;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Begins with a number, a weekday or a month: one label follows from the one before, so that some can be left out. */
const IN_ORDER = /^(\d|(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)/i;

/** Whether labels are moments, hours or sizes that stand in their order. */
export function areInOrder(labels: readonly string[]): boolean {
  return labels.every((label) => IN_ORDER.test(label));
}

/** Dates in short words: 2026-11-19 is "19 Nov", 2026-11 is "Nov", the first of a new year tells it. Others stay. */
export function inShortWords(labels: readonly string[]): string[] {
  return labels.map((label, i) => {
    const [, year, month, day] = DAY.exec(label) ?? MONTH.exec(label) ?? [];
    if (year === undefined) return label;
    const words = `${day === undefined ? '' : `${Number(day)} `}${MONTHS[Number(month) - 1]}`;
    const before = labels[i - 1];
    const isNew = before === undefined ? day === undefined : !before.startsWith(year);
    return isNew ? `${words} ${year}` : words;
  });
}

/** How many labels apart those are that can be shown without touching. Days go by weeks where they can. */
export function strideOf(labels: readonly string[], size: number, apart: number): number {
  const widest = Math.max(...labels.map((label) => widthOf(label, size)));
  const least = Math.ceil((widest + size) / apart);
  return [1, 2, 7, 14, 28].find((one) => one >= least && one < least * 2.5) ?? least;
}
