import type { Figure, Part, Sheet } from '../../support/report/sheet.ts';
import type { Rendered } from '../card.ts';
import { type Action, cardOf, type Element, heading, hint, line } from '../elements.ts';
import { escaped, oneLine, within } from '../plain.ts';
import { type Known, markedCell, plainCell } from './cells.ts';
import { chartElements } from './chart.ts';
import { tableElements } from './table.ts';

/** Bytes of a card as it travels. Teams once took 28 KB of all that a message has, and some of its clients show no more. */
const LARGEST = 26 * 1024;
/** Characters of what the report is about. */
const LONGEST_ABOUT = 2_500;
/** Rows of each table, from as many as one reads to as few as tell anything: as many as fit are shown. */
const [MOST_ROWS, FEWEST_ROWS] = [40, 5];
const ROWS = [MOST_ROWS, 25, 15, 10, FEWEST_ROWS];

export interface SheetView extends Known {
  /** What stands above the title. */
  readonly above?: readonly Element[];
  /** What can be done with it. */
  readonly actions?: readonly Action[];
}

/** A sheet as a card, shortened where it would be too large, which it says. */
export function sheetCard(sheet: Sheet, view: SheetView): Rendered {
  const { above = [], actions = [] } = view;
  const summary = within(oneLine(summaryOf(sheet, view)), 250);
  const top = [
    ...above,
    line(escaped(within(sheet.title, 200)) || '–', {
      style: 'heading',
      size: 'Medium',
      weight: 'Bolder',
    }),
    ...hint(aboutLine(sheet, view)),
  ];
  const made = (groups: readonly Element[][], left: number) => ({
    summary,
    card: {
      ...cardOf([...top, ...groups.flat(), ...leftOut(left)], actions, summary),
      msteams: { width: 'Full' } as const,
    },
  });
  const fits = ({ card }: Rendered) => Buffer.byteLength(JSON.stringify(card)) <= LARGEST;
  const asked = sheet.parts.findIndex(({ is }) => is === 'table');
  const shortened = (askedRows: number, rows: number) =>
    sheet.parts.map((part, i) => elementsOf(part, view, i === asked ? askedRows : rows));
  for (const rows of ROWS) {
    const whole = made(shortened(MOST_ROWS, rows), 0);
    if (fits(whole)) return whole;
  }
  // The first table is what was asked for: what comes behind it goes before its rows do.
  for (const rows of ROWS) {
    const groups = shortened(rows, FEWEST_ROWS);
    for (let count = groups.length - 1; count > asked; count--) {
      const some = made(groups.slice(0, count), groups.length - count);
      if (fits(some)) return some;
    }
  }
  return made([], sheet.parts.length);
}

/** What the report is about, whole pieces of it. */
function aboutLine({ about }: Sheet, known: Known): string {
  let whole = '';
  for (const cell of about) {
    const next = markedCell(cell, known);
    if (whole.length + next.length > LONGEST_ABOUT) return `${whole}…`;
    whole += next;
  }
  return whole;
}

function leftOut(parts: number): Element[] {
  if (parts === 0) return [];
  const what = parts === 1 ? 'One more part' : `${parts} more parts`;
  return hint(`${what} did not fit here: the CSV of this report has every number.`);
}

function elementsOf(part: Part, known: Known, rows: number): Element[] {
  switch (part.is) {
    case 'figures':
      return [heading(escaped(within(part.title, 200))), ...figures(part.figures)];
    case 'table':
      return tableElements(part.table, known, rows);
    case 'chart':
      return chartElements(part.chart);
    case 'note':
      return [line(escaped(within(part.text, 1_900)) || '–', { spacing: 'Medium' })];
    default:
      return part satisfies never;
  }
}

/** "12 min · n 214 · ▲ up 12 % (was 58 min), worse": the arrow's meaning is in words as well. */
function figures(all: readonly Figure[]): Element[] {
  const facts = all.map(({ name, value, change, n }) => ({
    title: escaped(within(name, 200)) || '–',
    value: [`**${escaped(within(value, 200))}**`, escaped(n), escaped(within(change, 300))]
      .filter((one) => one !== '')
      .join(' · '),
  }));
  return facts.length === 0 ? [] : [{ type: 'FactSet', facts }];
}

/** What notifications and screen readers begin with: what stands first, and of when it is. */
function summaryOf({ title, about, parts }: Sheet, known: Known): string {
  const said = about.map((cell) => plainCell(cell, known)).join(' ');
  return [`${title}.`, gistOf(parts[0]), said].filter(Boolean).join(' ');
}

/** So many figures are read in one breath. */
const GIST = 3;

function gistOf(first: Part | undefined): string {
  if (first?.is === 'note') return first.text;
  if (first?.is !== 'figures') return '';
  const told = first.figures.slice(0, GIST).map(({ name, value }) => `${name}: ${value}`);
  return `${told.join(', ')}.`;
}
