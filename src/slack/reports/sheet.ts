import type { KnownBlock, MrkdwnElement, SectionBlock } from '@slack/types';
import type { Chart, Figure, Part, Sheet } from '../../support/report/sheet.ts';
import { context, contextIfAny, header, LONGEST_TEXT, type Rendered } from '../blocks.ts';
import { escapeWithin } from '../mrkdwn.ts';
import { fitting, type Known, markedCell, plainCell } from './cells.ts';
import { chartInWords, isChartForSlack, MOST_CHARTS, nativeChart, pictureOf } from './chart.ts';
import {
  isTableForSlack,
  linesOf,
  nativeTable,
  sizeOf,
  TABLES_ROOM,
  tableInWords,
} from './table.ts';

/** How a sheet is shown: as Slack draws it today, as its older clients do, or in words alone. */
export type Showing = 'native' | 'pictures' | 'words';

export interface SheetView extends Known {
  readonly showing: Showing;
  /** Files of the charts that Slack does not draw. One that has none is told in words. */
  readonly pictures: ReadonlyMap<Chart, string>;
}

/** Blocks of a message are 50: what stands above and below a sheet takes some. */
const MOST_BLOCKS = 44;
const MOST_FIELDS = 10;

/** The charts of a sheet that Slack does not draw itself when it is shown so: they want pictures. */
export function chartsToDraw({ parts }: Sheet, showing: Showing): Chart[] {
  if (showing === 'words') return [];
  const charts = parts.flatMap((part) => (part.is === 'chart' ? [part.chart] : []));
  const native = showing === 'native' ? nativeOf(charts) : [];
  return charts.filter((one) => !native.includes(one));
}

function nativeOf(charts: readonly Chart[]): Chart[] {
  return charts.filter(isChartForSlack).slice(0, MOST_CHARTS);
}

/** A sheet as a message, and all of it in words for those to whom it is read. */
export function renderSheet(sheet: Sheet, view: SheetView): Rendered {
  const render = partRenderer(sheet, view);
  const about = fitting(
    sheet.about.map((cell) => markedCell(cell, view)),
    '',
    1_900,
  );
  const groups = [[header(sheet.title), ...contextIfAny([about])], ...sheet.parts.map(render)];
  const blocks: KnownBlock[] = [];
  let shown = 0;
  for (const group of groups) {
    if (blocks.length + group.length > MOST_BLOCKS) break;
    blocks.push(...group);
    shown++;
  }
  const left = groups.length - shown;
  if (left > 0) {
    const parts = left === 1 ? 'One more part' : `${left} more parts`;
    blocks.push(context(`${parts} did not fit here: the files of this report have every number.`));
  }
  return { text: escapeWithin(sheetInWords(sheet, view), LONGEST_TEXT), blocks };
}

/** Tables of one message share their room, so that the later ones may be told in words. */
function partRenderer(sheet: Sheet, view: SheetView): (part: Part) => KnownBlock[] {
  const charts = sheet.parts.flatMap((part) => (part.is === 'chart' ? [part.chart] : []));
  const native = view.showing === 'native' ? nativeOf(charts) : [];
  let room = view.showing === 'native' ? TABLES_ROOM : 0;
  return (part) => {
    switch (part.is) {
      case 'figures':
        return figures(part.title, part.figures);
      case 'table': {
        const size = sizeOf(part.table, view);
        if (size > room || !isTableForSlack(part.table)) return tableInWords(part.table, view);
        room -= size;
        return nativeTable(part.table, view);
      }
      case 'chart': {
        const file = view.pictures.get(part.chart);
        if (file !== undefined) return pictureOf(part.chart, file);
        // The SDK's union of blocks does not know this one yet.
        if (native.includes(part.chart)) return nativeChart(part.chart) as KnownBlock[];
        return chartInWords(part.chart);
      }
      case 'note':
        return contextIfAny([escapeWithin(part.text, 1_900)]);
      default:
        return part satisfies never;
    }
  };
}

function figures(title: string, all: readonly Figure[]): KnownBlock[] {
  const rows = Array.from({ length: Math.ceil(all.length / MOST_FIELDS) }, (_, i) =>
    all.slice(i * MOST_FIELDS, (i + 1) * MOST_FIELDS),
  );
  return rows.map((row, i): SectionBlock => {
    const fields = row.map((figure): MrkdwnElement => field(figure));
    const heading: MrkdwnElement = {
      type: 'mrkdwn',
      text: `*${escapeWithin(title, 500)}*`,
      verbatim: true,
    };
    return { type: 'section', ...(i === 0 ? { text: heading } : {}), fields };
  });
}

/** "▲ up 12 % (was 58 min), worse": the arrow's meaning is in words as well. */
function field({ name, value, change, n }: Figure): MrkdwnElement {
  const lines = [
    escapeWithin(name, 200),
    `*${escapeWithin(value, 500)}*  ${n}`,
    escapeWithin(change, 500),
  ];
  const text = lines.filter((line) => line !== '').join('\n');
  return { type: 'mrkdwn', text, verbatim: true };
}

/** Everything in plain words, in the same order. */
function sheetInWords(sheet: Sheet, known: Known): string {
  const say = (cell: Parameters<typeof plainCell>[0]) => plainCell(cell, known);
  const parts = sheet.parts.map((part) => {
    switch (part.is) {
      case 'figures': {
        const told = part.figures.map(({ name, value, change, n }) =>
          [`${name}: ${value}`, n, change].filter(Boolean).join(', '),
        );
        return `${part.title}. ${told.join('; ')}.`;
      }
      case 'table':
        return [part.table.title, ...linesOf(part.table, say, String)].join('\n');
      case 'chart':
        return `${part.chart.title}. ${part.chart.alt}`;
      case 'note':
        return part.text;
      default:
        return part satisfies never;
    }
  });
  return [`${sheet.title}. ${sheet.about.map(say).join('')}`, ...parts].join('\n');
}
