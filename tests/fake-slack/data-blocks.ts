import type { Say } from './blocks.ts';
import type { Block, Json } from './state.ts';

/** Characters in all cells of a table. */
export function textIn(block: Block): number {
  return rowsOf(block)
    .flat()
    .reduce((sum, cell) => sum + wordsOfCell(cell).length, 0);
}

/** What a reader sees in a table: a line for each row. */
export function wordsOfTable(block: Block): string[] {
  const caption = block['caption'] === undefined ? [] : [String(block['caption'])];
  return [...caption, ...rowsOf(block).map((row) => row.map(wordsOfCell).join(' | '))];
}

/** What a reader sees in a chart. */
export function wordsOfChart(block: Block): string[] {
  const { series = [] } = block['chart'] as { series?: { name: string; data: Json[] }[] };
  return [
    String(block['title']),
    ...series.map(({ name, data }) =>
      [name, ...data.map((point) => `${point['label']}: ${point['value']}`)].join(', '),
    ),
  ];
}

export function checkTable(block: Block, path: string, say: Say): void {
  const rows = rowsOf(block);
  const isData = block.type === 'data_table';
  if (isData && !block['caption']) say('missing required field: caption', path);
  const page = Number(block['page_size'] ?? 5);
  if (isData && !(page >= 1 && page <= 100)) say('page_size must be 1 to 100', path);
  if (rows.length < (isData ? 2 : 1) || rows.length > (isData ? 101 : 100))
    say('wrong number of rows', `${path}/rows`);
  const columns = rows[0]?.length ?? 0;
  if (columns < 1 || columns > 20) say('needs 1 to 20 columns', `${path}/rows`);
  for (const [i, row] of rows.entries()) {
    if (row.length !== columns) say('all rows need as many cells', `${path}/rows/${i}`);
    for (const cell of row) {
      if (!['raw_text', 'raw_number', 'rich_text'].includes(String(cell['type'])))
        say('unsupported cell', `${path}/rows/${i}`);
      if (cell['type'] === 'rich_text' && isData && i === 0) say('rich_text header', path);
      if (cell['type'] === 'raw_number' && typeof cell['value'] !== 'number') say('no value', path);
      if (cell['type'] !== 'rich_text' && !cell['text'])
        say('must be more than 0 characters', path);
    }
  }
}

export function checkChart(block: Block, path: string, say: Say): void {
  const title = String(block['title'] ?? '');
  if (title.length < 1 || title.length > 50) say('title must have 1 to 50 characters', path);
  const chart = (block['chart'] ?? {}) as Json;
  if (!['line', 'bar', 'area'].includes(String(chart['type']))) say('unsupported chart', path);
  const series = (chart['series'] ?? []) as { name?: string; data?: Json[] }[];
  const axis = (chart['axis_config'] ?? {}) as { categories?: string[]; y_label?: string };
  const { categories = [], y_label = '' } = axis;
  if (series.length < 1 || series.length > 6) say('needs 1 to 6 series', path);
  if (new Set(series.map(({ name }) => name)).size !== series.length) say('names repeat', path);
  if (categories.length < 1 || categories.length > 20) say('needs 1 to 20 categories', path);
  if (new Set(categories).size !== categories.length) say('categories repeat', path);
  if (categories.some((one) => one.length < 1 || one.length > 20)) say('category over 20', path);
  if (y_label.length > 50) say('y_label over 50', path);
  for (const { name = '', data = [] } of series) {
    if (name.length < 1 || name.length > 20) say('name must have 1 to 20 characters', path);
    const labels = data.map((point) => point['label']);
    if (JSON.stringify(labels) !== JSON.stringify(categories)) say('labels differ', path);
    if (data.some((point) => typeof point['value'] !== 'number')) say('value is no number', path);
  }
}

function wordsOfCell(cell: Json): string {
  if (cell['type'] !== 'rich_text') return String(cell['text']);
  const sections = cell['elements'] as { elements: Json[] }[];
  return sections
    .flatMap(({ elements }) => elements)
    .map((one) => String(one['text'] ?? one['fallback'] ?? one['channel_id'] ?? ''))
    .join('');
}

function rowsOf(block: Block): Json[][] {
  return Array.isArray(block['rows']) ? (block['rows'] as Json[][]) : [];
}
