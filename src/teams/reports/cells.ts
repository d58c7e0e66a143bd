import type { Cell, Sheet } from '../../support/report/sheet.ts';
import type { Element } from '../elements.ts';
import { date, escaped, oneLine, shown, within } from '../plain.ts';

/** What a sheet's cells need that only a door knows. */
export interface Known {
  /** How people are called, by their ids, where the sheet does not say. */
  readonly names: ReadonlyMap<string, string>;
  /** Where the cards of conversations stand, by the conversations' ids. */
  readonly cards: ReadonlyMap<string, string>;
}

/** Characters of a cell. */
const LONGEST = 120;
/** Characters of a piece of a line. */
const LONGEST_PIECE = 600;

/** A cell as plain words on one line. */
export function plainCell(cell: Cell, { names }: Known): string {
  if (typeof cell === 'string') return short(cell);
  switch (cell.is) {
    case 'person':
      return short(cell.name || names.get(cell.id) || cell.id);
    case 'channel':
      return channelName(cell.id);
    case 'instant':
      return `${new Date(cell.at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    case 'conversation':
      return short(cell.text);
    default:
      return cell satisfies never;
  }
}

/** A piece of a line inside a text block of ours: instants in the reader's own time and form. */
export function markedCell(cell: Cell, known: Known): string {
  if (typeof cell !== 'string') {
    return cell.is === 'instant' ? date(cell.at) : escaped(plainCell(cell, known));
  }
  // It goes on where another ended: the spaces at its ends count.
  const before = /^\s/.test(cell) ? ' ' : '';
  const after = /\s$/.test(cell) ? ' ' : '';
  return `${before}${escaped(within(cell, LONGEST_PIECE))}${after}`;
}

/** The same as an element of its own, in which nothing is markup: conversations are links to their cards. */
export function cellElement(cell: Cell, known: Known, numbers: boolean): Element {
  const aligned = numbers ? ({ horizontalAlignment: 'Right' } as const) : {};
  if (typeof cell !== 'string' && cell.is === 'instant') {
    return { type: 'TextBlock', text: date(cell.at), wrap: true, ...aligned };
  }
  const text = shown(plainCell(cell, known)) || '–';
  const url =
    typeof cell !== 'string' && cell.is === 'conversation' ? known.cards.get(cell.id) : undefined;
  const link = url === undefined ? {} : { selectAction: { type: 'Action.OpenUrl', url } as const };
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, ...link }], ...aligned };
}

/** Every cell of a sheet. */
export function cellsOf({ about, parts }: Sheet): Cell[] {
  return [
    ...about,
    ...parts.flatMap((part) => (part.is === 'table' ? part.table.rows : []).flat()),
  ];
}

function short(words: string): string {
  return within(oneLine(words.slice(0, LONGEST * 4)), LONGEST);
}

function channelName(id: string): string {
  const end = channelEnd(id);
  return end === undefined ? short(id) : `…${end}`;
}

/** Teams tells bots the ids of channels and not their names: the end of one tells it from the others. */
export function channelEnd(id: string): string | undefined {
  return /^19:[\w-]*?([\w-]{1,6})@/.exec(id)?.[1];
}
