import type { Instant } from '../support/conversation.ts';
import { DEFINED } from '../support/report/asking/behind.ts';
import type { Cell, Chart, Figure, Part, Sheet, Table } from '../support/report/sheet.ts';
import { nameOf } from './wording.ts';

/** What stands in a cell of the page: words, an instant in the reader's own time, or the way to a card. */
export type CellView =
  | string
  | { readonly at: Instant }
  | { readonly text: string; readonly card: string };

export type PartView =
  | { readonly is: 'figures'; readonly title: string; readonly figures: readonly Figure[] }
  | { readonly is: 'table'; readonly table: TableView }
  | { readonly is: 'chart'; readonly chart: Chart }
  | { readonly is: 'note'; readonly text: string };

export interface TableView extends Omit<Table, 'rows'> {
  readonly rows: readonly (readonly CellView[])[];
}

/** A sheet as the page lays it out. */
export interface SheetView {
  readonly title: string;
  readonly about: readonly CellView[];
  readonly parts: readonly PartView[];
  /** What the numbers mean, by what they are called in it, and the name by which more is asked of them. */
  readonly definitions: Readonly<
    Record<string, { readonly name: string; readonly definition: string }>
  >;
}

/** What a sheet needs of the room. */
export interface Known {
  /** How a player is called. */
  player(id: string): string | undefined;
  /** The card of a conversation, where the page shows it. */
  card(conversation: string): string | undefined;
}

export function viewSheet({ title, about, parts }: Sheet, known: Known): SheetView {
  const cell = (one: Cell): CellView => viewCell(one, known);
  return {
    title,
    about: about.map(cell),
    parts: parts.map((part): PartView => {
      if (part.is !== 'table') return part;
      const { table } = part;
      return { is: 'table', table: { ...table, rows: table.rows.map((row) => row.map(cell)) } };
    }),
    definitions: definitionsIn(parts.flatMap(namesIn)),
  };
}

function viewCell(cell: Cell, known: Known): CellView {
  if (typeof cell === 'string') return cell;
  switch (cell.is) {
    case 'person':
      return known.player(cell.id) ?? nameOf(cell.name || cell.id);
    case 'channel':
      return `#${cell.id}`;
    case 'instant':
      return { at: cell.at };
    case 'conversation': {
      const card = known.card(cell.id);
      return card === undefined ? cell.text : { text: cell.text, card };
    }
    default:
      return cell satisfies never;
  }
}

/** What a reader may ask the meaning of. */
function namesIn(part: Sheet['parts'][number]): string[] {
  if (part.is === 'figures') return part.figures.map(({ name }) => name);
  if (part.is !== 'table') return [];
  const { columns, rows } = part.table;
  const first = rows.map(([cell]) => cell).filter((cell) => typeof cell === 'string');
  return [...columns.map(({ title }) => title), ...first];
}

function definitionsIn(names: readonly string[]): SheetView['definitions'] {
  const measures = DEFINED.filter(({ title }) => names.includes(title));
  return Object.fromEntries(
    measures.map(({ title, name, definition }) => [title, { name, definition }]),
  );
}

/** Rows of a table that are told in brief. */
const MOST_LINES = 8;

/** A sheet in brief, in lines: what it is of, and its first figures or what it says instead. */
export function saySheet(sheet: Sheet, known: Known): string {
  const words = (cell: Cell) => {
    const view = viewCell(cell, known);
    return typeof view === 'string' ? view : 'text' in view ? view.text : '';
  };
  const [first] = sheet.parts;
  const lines = first ? briefly(first, words) : [];
  return [sheet.title, sheet.about.map(words).join(''), '', ...lines].join('\n');
}

function briefly(part: Part, words: (cell: Cell) => string): string[] {
  switch (part.is) {
    case 'figures':
      return part.figures.map(({ name, value, change, n }) =>
        line([`${name}: ${value}`, n, change]),
      );
    case 'table':
      return part.table.rows.slice(0, MOST_LINES).map((row) => line(row.map(words)));
    case 'chart':
      return [part.chart.alt];
    case 'note':
      return [part.text];
    default:
      return part satisfies never;
  }
}

function line(words: readonly string[]): string {
  return words.filter(Boolean).join(' · ');
}
