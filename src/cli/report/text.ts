import type { Cell, Chart, Figure, Sheet, Table } from '../../support/report/sheet.ts';
import { sparkline } from '../../support/report/sparkline.ts';

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

function figureLines(figures: readonly Figure[], setting: Setting): string[] {
  const { good, bad } = inks(setting.colour);
  const rows = figures.map(({ name, value, n, change }) => [name, value, n, change]);
  const lines = aligned(rows, [false, false, true, false], setting.columns);
  return lines.map((line, i) => {
    const { better, change } = figures[i]!;
    if (better === undefined || !line.endsWith(change)) return line;
    const at = line.length - change.length;
    return line.slice(0, at) + (better ? good : bad)(change);
  });
}

function tableLines({ columns, rows, more }: Table, setting: Setting): string[] {
  const texts = rows.map((row) => row.map((cell) => cellText(cell, setting)));
  const titles = columns.map(({ title }) => title);
  const numbers = columns.map((column) => column.numbers);
  const [head = '', ...lines] = aligned([titles, ...texts], numbers, setting.columns);
  const { dim } = inks(setting.colour);
  return [
    ...(head.trim() === '' ? [] : [dim(head)]),
    ...lines,
    ...(more > 0 ? [dim(`  and ${more} more`)] : []),
  ];
}

/** A row of bars for each series; a gap where there was nothing. */
function chartLines({ alt, unit, labels, series }: Chart, setting: Setting): string[] {
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const rows = series.map(({ name, values }) => [name, sparkline(values, most)]);
  const ends = `${labels[0] ?? ''} to ${labels.at(-1) ?? ''}, 0 to ${most} ${unit}`;
  const lines = aligned([...rows, ['', ends]], [false, false], setting.columns);
  return [
    ...lines,
    ...wrapped(alt, setting.columns - 2).map((line) => inks(setting.colour).dim(`  ${line}`)),
  ];
}

/** Rows whose columns stand below each other, numbers to the right; the last is cut where the line ends. */
function aligned(
  rows: readonly (readonly string[])[],
  numbers: readonly boolean[],
  columns: number,
): string[] {
  const widths = numbers.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))));
  return rows.map((row) => {
    const cells = numbers.map((right, i) => {
      const text = row[i] ?? '';
      const gap = ' '.repeat(widths[i]! - widthOf(text));
      return right ? gap + text : text + gap;
    });
    return cut(`  ${cells.join('  ')}`.trimEnd(), columns);
  });
}

function cut(line: string, columns: number): string {
  const signs = [...line];
  return signs.length <= columns ? line : `${signs.slice(0, columns - 1).join('')}…`;
}

/** Signs of Chinese, Japanese and Korean, and most emoji, take two places. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += WIDE.test(sign) ? 2 : 1;
  return width;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;

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
