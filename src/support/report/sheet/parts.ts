import { sayReason } from '../../time/escalation/words.ts';
import type { MeasureName } from '../measures.ts';
import { capital } from '../period/units.ts';
import type { Report } from '../report.ts';
import type { Cell, Table } from '../sheet.ts';
import { type Names, sayKey } from './breakdown.ts';
import { ENOUGH, grouped, sayShare } from './numbers.ts';
import { PARTS } from './readings.ts';
import { cut } from './words.ts';

const MOST_PARTS = 8;
/** Letters of a reason, an outcome, or a question that no article answers. */
const LONGEST_PART = 80;

/** Reasons and outcomes, the most first. */
export function partsOf({ results }: Report, names: Names): Table[] {
  return PARTS.flatMap(({ measure, title, people }) => {
    const result = results[measure];
    const parts = result && 'parts' in result ? (result.parts ?? []) : [];
    const some = inOrder(parts.filter(({ n }) => n > 0));
    if (some.length === 0) return [];
    const all = some.reduce((sum, { n }) => sum + n, 0);
    const shown = some.slice(0, MOST_PARTS);
    const columns = [
      { title: '', numbers: false },
      { title: 'n', numbers: true },
      { title: 'Share', numbers: true },
    ];
    const rows = shown.map(({ name, n }): Cell[] => [
      people ? sayKey('customer', name, names) : sayPart(name, measure),
      grouped(n),
      all < ENOUGH ? '' : sayShare(n / all),
    ]);
    return [{ title, columns, rows, more: some.length - shown.length }];
  });
}

/** Ratings from the best to the worst, all else as it comes: the most first. */
function inOrder(parts: readonly { readonly name: string; readonly n: number }[]) {
  const rated = parts.every(({ name }) => /^(?:\d+|in recovery)$/.test(name));
  const value = (name: string) => (/^\d/.test(name) ? Number(name) : -1);
  return rated ? parts.toSorted((a, b) => value(b.name) - value(a.name)) : parts;
}

/** `as-it-was` reads "As it was", a reason what it says of the customer; a customer's question is cut. */
export function sayPart(name: string, measure: MeasureName): string {
  const plain = measure === 'escalations' ? sayReason(name) : name;
  const words = /^[a-z-]+$/.test(plain) ? plain.replaceAll('-', ' ').trim() : plain;
  return capital(cut(words, LONGEST_PART)) || 'Not told';
}
