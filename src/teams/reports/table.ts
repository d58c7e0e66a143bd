import type { Cell, Table } from '../../support/report/sheet.ts';
import { type Element, heading, hint, type TableElement } from '../elements.ts';
import { escaped, within } from '../plain.ts';
import { cellElement, type Known } from './cells.ts';

/** Columns of one table: more are too narrow to be read. */
const MOST_COLUMNS = 10;
/** Characters of a title. */
const LONGEST_TITLE = 150;

/** Letters that a column of words has room for, and one of numbers at least: Teams shares its room out by them. */
const [WORDS, NUMBERS] = [16, 8];

/** A title, in bold letters, is broken between its words alone. */
function widthOf(title: string): number {
  return Math.max(NUMBERS, ...title.split(' ').map(({ length }) => length + 2));
}

/** A table with so many rows at most, and how many there are besides. */
export function tableElements(table: Table, known: Known, most: number): Element[] {
  const columns = table.columns.slice(0, MOST_COLUMNS);
  const rows = table.rows.slice(0, most);
  const title = heading(escaped(within(table.title, LONGEST_TITLE)));
  if (rows.length === 0) return [title, ...hint('Nothing.'), ...moreOf(table, 0)];
  const cells = (row: readonly Cell[]) =>
    columns.map((column, i) => ({
      type: 'TableCell' as const,
      items: [cellElement(row[i] ?? '', known, column.numbers)],
    }));
  const element: TableElement = {
    type: 'Table',
    columns: columns.map(({ title, numbers }) => ({ width: numbers ? widthOf(title) : WORDS })),
    firstRowAsHeaders: true,
    showGridLines: false,
    rows: [
      { type: 'TableRow', cells: cells(columns.map((column) => column.title || table.title)) },
      ...rows.map((row) => ({ type: 'TableRow' as const, cells: cells(row) })),
    ],
  };
  return [title, element, ...moreOf(table, rows.length)];
}

function moreOf({ rows, more }: Table, shown: number): Element[] {
  const left = rows.length - shown;
  if (left === 0) return hint(more > 0 ? `and ${more} more` : '');
  return hint(`and ${left + more} more, which do not fit here: the CSV has every number`);
}
