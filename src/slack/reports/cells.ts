import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Cell, Sheet } from '../../support/report/sheet.ts';
import { date, escaped, link, within } from '../mrkdwn.ts';

/** What a sheet's cells need that only a door knows. */
export interface Known {
  /** How people are called, by their ids, where the sheet does not say. */
  readonly names: ReadonlyMap<string, string>;
  /** Where the cards of conversations stand, by the conversations' ids. */
  readonly cards: ReadonlyMap<string, string>;
}

/** How a date and time read, in the reader's own zone. */
const DATE = '{date_short_pretty} {time}';

/** Characters of a cell. */
const LONGEST = 120;

/** A cell as plain words on one line. */
export function plainCell(cell: Cell, known: Known): string {
  return within(
    wordsOf(cell, known)
      .slice(0, LONGEST * 4)
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
    LONGEST,
  );
}

function wordsOf(cell: Cell, { names }: Known): string {
  if (typeof cell === 'string') return cell;
  switch (cell.is) {
    case 'person':
      return cell.name || names.get(cell.id) || cell.id;
    case 'channel':
      return cell.id;
    case 'instant':
      return `${new Date(cell.at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    case 'conversation':
      return cell.text;
    default:
      return cell satisfies never;
  }
}

/** The same as mrkdwn: channels by their names, instants in the reader's time, conversations as links to their cards. */
export function markedCell(cell: Cell, known: Known): string {
  if (typeof cell !== 'string') {
    if (cell.is === 'channel' && isChannel(cell.id)) return `<#${cell.id}>`;
    if (cell.is === 'instant') return date(cell.at, DATE);
    if (cell.is === 'conversation') {
      return link(known.cards.get(cell.id) ?? '', plainCell(cell, known));
    }
  }
  return escaped(plainCell(cell, known));
}

/** The same for a table that Slack draws; undefined where it is nothing but words. */
export function richCell(cell: Cell, known: Known): RichTextBlock | undefined {
  const element = elementOf(cell, known);
  return (
    element && {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [element] }],
    }
  );
}

function elementOf(cell: Cell, known: Known): RichTextElement | undefined {
  if (typeof cell === 'string') return undefined;
  if (cell.is === 'channel' && isChannel(cell.id)) return { type: 'channel', channel_id: cell.id };
  if (cell.is === 'instant') {
    const fallback = plainCell(cell, known);
    return { type: 'date', timestamp: Math.floor(cell.at / 1000), format: DATE, fallback };
  }
  const url = cell.is === 'conversation' ? known.cards.get(cell.id) : undefined;
  return url === undefined ? undefined : { type: 'link', url, text: plainCell(cell, known) };
}

/** As many of these, which are written already, as take no more than so many characters together. */
export function fitting(pieces: readonly string[], between: string, most: number): string {
  let whole = '';
  for (const [i, piece] of pieces.entries()) {
    const next = i === 0 ? piece : `${whole}${between}${piece}`;
    if (next.length > most - 1) return `${whole}…`;
    whole = next;
  }
  return whole;
}

/** Every cell of a sheet. */
export function cellsOf({ about, parts }: Sheet): Cell[] {
  return [
    ...about,
    ...parts.flatMap((part) => (part.is === 'table' ? part.table.rows : []).flat()),
  ];
}

function isChannel(id: string): boolean {
  return /^[CG][A-Z0-9]{2,20}$/.test(id);
}
