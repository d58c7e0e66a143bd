import type { Instant } from '../conversation.ts';
import type { Cell, Part, Sheet } from './sheet.ts';

/** One list of a report in words: a title, and lines that begin with what they are of. */
export interface Told {
  readonly title: string;
  readonly lines: readonly { readonly of: string; readonly says: string }[];
  readonly more: number;
}

/** Lines of one table: whoever wants all of them asks for the report. */
const MOST_ROWS = 20;

/**
 * A report in words and numbers alone, for a door that shows no more of it.
 * @param date says an instant in the reader's own time
 */
export function sheetInWords(
  { title, about, parts }: Sheet,
  date: (at: Instant) => string,
): Told[] {
  const say = (cell: Cell) => sayCell(cell, date);
  const head = { title, lines: [{ of: '', says: about.map(say).join('') }], more: 0 };
  return [head, ...parts.flatMap((part) => partInWords(part, say))];
}

function partInWords(part: Part, say: (cell: Cell) => string): Told[] {
  switch (part.is) {
    case 'figures': {
      const lines = part.figures.map(({ name, value, change, n }) => ({
        of: name,
        says: [value, n, change].filter(Boolean).join(', '),
      }));
      return [{ title: part.title, lines, more: 0 }];
    }
    case 'table': {
      const { title, columns, rows, more } = part.table;
      const lines = rows.slice(0, MOST_ROWS).map(([first = '', ...rest]) => ({
        of: say(first),
        says: rest
          .map((cell, n) => `${columns[n + 1]?.title ?? ''} ${say(cell)}`.trim())
          .join(', '),
      }));
      return [{ title, lines, more: more + rows.length - lines.length }];
    }
    case 'note':
      return [{ title: '', lines: [{ of: '', says: part.text }], more: 0 }];
    case 'chart':
      return [];
    default:
      return part satisfies never;
  }
}

function sayCell(cell: Cell, date: (at: Instant) => string): string {
  if (typeof cell === 'string') return cell;
  switch (cell.is) {
    case 'person':
      return cell.name || cell.id;
    case 'channel':
      return cell.id;
    case 'instant':
      return date(cell.at);
    case 'conversation':
      return cell.text;
    default:
      return cell satisfies never;
  }
}
