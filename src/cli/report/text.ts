import type { Cell, Chart, Figure, Sheet, Table } from '../../support/report/sheet.ts';
import { sparkline } from '../../support/report/sparkline.ts';
import { aligned, folded, widthOf } from './columns.ts';

/** How a sheet is set: `colour` where somebody looks at it, `columns` that fit beside each other. */
export interface Setting {
  readonly colour: boolean;
  readonly columns: number;
  /** In which instants are told (IANA). */
  readonly zone: string;
}

/** A sheet as text: aligned, every number in words, charts as a row of bars with what they say. */
export function sheetText({ title, about, parts }: Sheet, setting: Setting): string {
  const { bold, dim } = inks(setting.colour);
  const sections = parts.map((part) => {
    switch (part.is) {
      case 'figures':
        return [bold(part.title), ...figureLines(part.figures, setting)];
      case 'table':
        return [bold(part.table.title), ...tableLines(part.table, setting)];
      case 'chart':
        return [bold(part.chart.title), ...chartLines(part.chart, setting)];
      case 'note':
        return wrapped(part.text, setting.columns).map(dim);
      default:
        return part satisfies never;
    }
  });
  const head = [
    bold(title),
    ...wrapped(about.map((cell) => cellText(cell, setting)).join(''), setting.columns).map(dim),
  ];
  return `${[head, ...sections].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function inks(colour: boolean) {
  const ink = (code: number, end: number) => (text: string) =>
    colour ? `\u001b[${code}m${text}\u001b[${end}m` : text;
  return { bold: ink(1, 22), dim: ink(2, 22), good: ink(32, 39), bad: ink(31, 39) };
}

/** Where a change has no room at the end of its line, all stand below their values. */
function figureLines(figures: readonly Figure[], setting: Setting): string[] {
  const { good, bad } = inks(setting.colour);
  const lines = aligned({
    rows: figures.map(({ name, value, n }) => [name, value, n]),
    numbers: [false, false, true],
  });
  const width = (of: readonly string[]) => Math.max(0, ...of.map(widthOf));
  const fits = width(lines) + 2 + width(figures.map(({ change }) => change)) <= setting.columns;
  const below = ' '.repeat(width(figures.map(({ name }) => name)) + 4);
  return figures.flatMap(({ change, better }, i) => {
    const line = lines[i]!;
    if (change === '') return [line];
    const ink = better === undefined ? String : better ? good : bad;
    return fits ? [`${line}  ${ink(change)}`] : [line, below + ink(change)];
  });
}

function tableLines({ columns, rows, more }: Table, setting: Setting): string[] {
  const texts = rows.map((row) => row.map((cell) => cellText(cell, setting)));
  const grid = {
    rows: [columns.map(({ title }) => title), ...texts],
    numbers: columns.map(({ numbers }) => numbers),
  };
  const { dim } = inks(setting.colour);
  const folds = folded(grid, setting.columns).map(([head = '', ...lines]) => [
    ...(head.trim() === '' ? [] : [dim(head)]),
    ...lines,
  ]);
  return [
    ...folds.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines])),
    ...(more > 0 ? [dim(`  and ${more} more`)] : []),
  ];
}

/** A row of bars for each series; a gap where there was nothing. Of more labels than a line has room for there are several rows. */
function chartLines({ alt, unit, labels, series }: Chart, setting: Setting): string[] {
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const room = setting.columns - 4 - Math.max(0, ...series.map(({ name }) => widthOf(name)));
  const pieces = Math.max(1, Math.ceil(labels.length / Math.max(1, room)));
  const each = Math.ceil(labels.length / pieces);
  const lines = Array.from({ length: pieces }, (_, i) => {
    const [from, to] = [i * each, (i + 1) * each];
    const some = labels.slice(from, to);
    const rows = series.map(({ name, values }) => [name, sparkline(values.slice(from, to), most)]);
    const ends = `${some[0] ?? ''} to ${some.at(-1) ?? ''}, 0 to ${most} ${unit}`;
    return aligned({ rows: [...rows, ['', ends]], numbers: [false, false] });
  });
  return [
    ...lines.flat(),
    ...wrapped(alt, setting.columns - 2).map((line) => inks(setting.colour).dim(`  ${line}`)),
  ];
}

function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

/** "2026-10-03 09:00". */
const SHORT = { dateStyle: 'short', timeStyle: 'short' } as const;

/** What an outsider wrote must not move the cursor of whoever reads it. */
function cellText(cell: Cell, setting: Setting): string {
  return said(cell, setting).replace(/[\p{Cc}\p{Cf}\p{Co}]+/gu, ' ');
}

function said(cell: Cell, { zone }: Setting): string {
  if (typeof cell === 'string') return cell;
  switch (cell.is) {
    case 'person':
      return cell.name || cell.id;
    case 'channel':
      return cell.id;
    case 'instant':
      return new Intl.DateTimeFormat('sv-SE', { ...SHORT, timeZone: zone }).format(cell.at);
    case 'conversation':
      return cell.text;
    default:
      return cell satisfies never;
  }
}
