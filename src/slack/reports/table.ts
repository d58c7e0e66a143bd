import type { DataTableBlock, KnownBlock, RawNumberElement, RawTextElement } from '@slack/types';
import type { Cell, Table } from '../../support/report/sheet.ts';
import { context, section } from '../blocks.ts';
import { escaped, escapeWithin, within } from '../mrkdwn.ts';
import { fitting, type Known, markedCell, plainCell, richCell } from './cells.ts';

/** Rows without the header, columns, and characters of all tables of one message. Source: Slack's data table reference. */
const MOST_ROWS = 100;
const MOST_COLUMNS = 20;
export const TABLES_ROOM = 10_000;

/** Rows before one has to turn the page. */
const PAGE = 25;
/** Characters of a table's title, and of a column's. */
const LONGEST_TITLE = 150;
/** Characters of one section: Slack takes 3000. */
const ROOM = 2_900;

/** How many characters a table takes of `TABLES_ROOM`. */
export function sizeOf({ title, columns, rows }: Table, known: Known): number {
  const words = [...columns.map((column) => column.title || title), ...rows.flat()];
  return words.reduce((sum, cell) => sum + Math.max(1, plainCell(cell, known).length), 0);
}

/** Whether Slack can draw it. */
export function isTableForSlack({ columns, rows }: Table): boolean {
  return rows.length > 0 && rows.length <= MOST_ROWS && columns.length <= MOST_COLUMNS;
}

/** A table that readers sort and turn pages in. */
export function nativeTable(table: Table, known: Known): KnownBlock[] {
  const { title, columns, rows } = table;
  const block: DataTableBlock = {
    type: 'data_table',
    caption: within(title, LONGEST_TITLE) || '–',
    page_size: Math.min(PAGE, rows.length),
    rows: [
      columns.map((column) => text(plainCell(column.title || title, known))),
      ...rows.map((row) => row.map((cell) => nativeCell(cell, known))),
    ],
  };
  return [section(`*${escapeWithin(title, LONGEST_TITLE)}*`), block, ...moreOf(table)];
}

function nativeCell(cell: Cell, known: Known): DataTableBlock['rows'][number][number] {
  const words = plainCell(cell, known);
  // Thousands are apart by a thin space.
  const number = /^\d[\d\u202f]*$/.test(words) ? Number(words.replaceAll('\u202f', '')) : undefined;
  if (number !== undefined && Number.isSafeInteger(number)) {
    return { type: 'raw_number', value: number, text: words } satisfies RawNumberElement;
  }
  return richCell(cell, known) ?? text(words);
}

function text(words: string): RawTextElement {
  return { type: 'raw_text', text: words.toWellFormed() || '–' };
}

/** The same in words: a line for each row, in which every number says what it is. */
export function tableInWords(table: Table, known: Known): KnownBlock[] {
  const lines = linesOf(
    table,
    (cell) => markedCell(cell, known),
    escaped,
    (name) => `*${name}*`,
  );
  const pieces: string[] = [];
  let piece = `*${escapeWithin(table.title, LONGEST_TITLE)}*`;
  for (const line of lines) {
    if (piece.length + 1 + line.length > ROOM) {
      pieces.push(piece);
      piece = line;
    } else piece += `\n${line}`;
  }
  return [...[...pieces, piece].map(section), ...moreOf(table)];
}

/**
 * Rows as lines, in which every number says what it is: "• Billing · Conversations 34 · First reply time 12 min".
 * @param mark how the columns' titles are written beside what `say` makes of cells
 * @param stress makes the first of a row stand out
 */
export function linesOf(
  { columns, rows }: Table,
  say: (cell: Cell) => string,
  mark: (words: string) => string,
  stress: (name: string) => string = String,
): string[] {
  return rows.map(([first = '', ...rest]) => {
    const facts = rest.map((cell, i) => {
      const said = say(cell);
      const title = within(columns[i + 1]?.title ?? '', LONGEST_TITLE);
      return said === '' ? '' : `${mark(title)} ${said}`;
    });
    const name = say(first);
    const told = [name && stress(name), ...facts].filter((one) => one !== '');
    return `• ${fitting(told, ' · ', ROOM - 2)}`;
  });
}

function moreOf({ more }: Table): KnownBlock[] {
  return more > 0 ? [context(`and ${more} more`)] : [];
}
