import { checkChart, checkTable, textIn } from './data-blocks.ts';
import type { Block, Json, World } from './state.ts';

const KNOWN = new Set(
  `actions alert card carousel container context context_actions data_table data_visualization divider file header
  image input markdown plan rich_text section table task_card video`.split(/\s+/),
);
const STYLES = [undefined, 'primary', 'danger'];
/** Longest texts by where they stand, as Slack's reference gives them. */
const OPTIONS: Record<string, number> = {
  overflow: 5,
  checkboxes: 10,
  radio_buttons: 10,
  static_select: 100,
  multi_static_select: 100,
};

/**
 * What Slack would reject in these blocks, as its messages say it; empty when it would take them.
 * @param surface where they are shown: a message takes 50 blocks, a modal or home 100.
 */
export function faultsOf(
  blocks: unknown,
  surface: 'message' | 'modal' | 'home',
  world: Pick<World, 'files' | 'unknownBlocks'> = NOTHING,
): string[] {
  const faults: string[] = [];
  const say = (fault: string, path: string) =>
    faults.push(`[ERROR] ${fault} [json-pointer:${path}]`);
  if (!Array.isArray(blocks)) return ['[ERROR] blocks must be an array [json-pointer:/blocks]'];
  const limit = surface === 'message' ? 50 : 100;
  if (blocks.length > limit) say(`no more than ${limit} items allowed`, '/blocks');
  const seen = new Set<string>();
  let markdown = 0;
  let inTables = 0;
  let charts = 0;
  for (const [index, block] of (blocks as Block[]).entries()) {
    const path = `/blocks/${index}`;
    if (!KNOWN.has(block?.type) || world.unknownBlocks.has(block.type)) {
      say(`unsupported type: ${block?.type}`, `${path}/type`);
      continue;
    }
    if (block.block_id !== undefined) {
      if (block.block_id.length > 255) say('must be less than 256 characters', `${path}/block_id`);
      if (seen.has(block.block_id)) say('block_id already exists', `${path}/block_id`);
      seen.add(block.block_id);
    }
    if (block.type === 'alert' && surface !== 'modal') say('alert is for modals only', path);
    if (block.type === 'markdown') markdown += String(block['text'] ?? '').length;
    if (DATA.includes(block.type) && surface !== 'message') say('for messages only', path);
    if (block.type.endsWith('table')) inTables += textIn(block);
    if (block.type === 'data_visualization') charts++;
    if (block.type === 'image') checkFile(block, path, say, world);
    checkBlock(block, path, say);
  }
  if (inTables > 10_000) say('tables must have less than 10001 characters', '/blocks');
  if (charts > 2) say('no more than 2 data_visualization blocks allowed', '/blocks');
  if (markdown > 12_000) say('markdown text must be less than 12001 characters', '/blocks');
  return faults;
}

const NOTHING = { files: new Map(), unknownBlocks: new Set<string>() };

export type Say = (fault: string, path: string) => void;

const DATA = ['table', 'data_table', 'data_visualization'];

/** A picture that was uploaded can be shown a moment later. */
function checkFile(block: Block, path: string, say: Say, { files }: Pick<World, 'files'>): void {
  const named = block['slack_file'] as { id?: string } | undefined;
  if (!named) return;
  const file = files.get(named.id ?? '');
  if (!file?.mimetype.startsWith('image/')) say('invalid slack file', `${path}/slack_file`);
  else if (file.unready) {
    file.unready -= 1;
    say('invalid slack file', `${path}/slack_file`);
  }
}

function checkBlock(block: Block, path: string, say: Say): void {
  switch (block.type) {
    case 'section':
      if (!block['text'] && !block['fields']) say('missing required field: text', path);
      if (block['text']) checkText(block['text'], 3000, `${path}/text`, say);
      listOf(block['fields']).forEach((field, i) => {
        checkText(field, 2000, `${path}/fields/${i}`, say);
      });
      if (listOf(block['fields']).length > 10)
        say('no more than 10 items allowed', `${path}/fields`);
      if (block['accessory']) checkElements([block['accessory'] as Json], `${path}/accessory`, say);
      return;
    case 'header':
      checkText(block['text'], 150, `${path}/text`, say, 'plain_text');
      return;
    case 'context': {
      const elements = listOf(block['elements']);
      if (elements.length < 1 || elements.length > 10) say('needs 1 to 10 elements', path);
      elements.forEach((element, i) => {
        if (element['type'] !== 'image') checkText(element, 2000, `${path}/elements/${i}`, say);
      });
      return;
    }
    case 'actions':
    case 'context_actions': {
      const elements = listOf(block['elements']);
      const most = block.type === 'actions' ? 25 : 5;
      if (elements.length < 1 || elements.length > most) say(`needs 1 to ${most} elements`, path);
      checkElements(elements, `${path}/elements`, say);
      return;
    }
    case 'input':
      checkText(block['label'], 2000, `${path}/label`, say, 'plain_text');
      if (block['hint']) checkText(block['hint'], 2000, `${path}/hint`, say, 'plain_text');
      checkElements([block['element'] as Json], `${path}/element`, say);
      return;
    case 'image':
      if (!block['alt_text']) say('missing required field: alt_text', path);
      if (!block['image_url'] && !block['slack_file']) say('missing image_url', path);
      if (String(block['alt_text']).length > 2_000) say('alt_text over 2000', path);
      if (block['title']) checkText(block['title'], 2_000, `${path}/title`, say, 'plain_text');
      return;
    case 'table':
    case 'data_table':
      checkTable(block, path, say);
      return;
    case 'data_visualization':
      checkChart(block, path, say);
      return;
    case 'markdown':
      if (!block['text']) say('missing required field: text', path);
      return;
    default:
      return;
  }
}

/** A text object: its type, and 1 to `most` characters. */
function checkText(text: unknown, most: number, path: string, say: Say, only?: string): void {
  const { type, text: words, ...rest } = (text ?? {}) as Json;
  if (type !== 'plain_text' && type !== 'mrkdwn') {
    say('missing or wrong text object', path);
    return;
  }
  if (only && type !== only) say(`must be ${only}`, path);
  if (typeof words !== 'string' || words.length === 0) say('must be more than 0 characters', path);
  else if (words.length > most) say(`must be less than ${most + 1} characters`, path);
  const extra = type === 'mrkdwn' ? 'verbatim' : 'emoji';
  for (const key of Object.keys(rest)) if (key !== extra) say(`unknown field: ${key}`, path);
}

function checkElements(elements: Json[], path: string, say: Say): void {
  const seen = new Set<unknown>();
  for (const [i, element] of elements.entries()) {
    const at = `${path}/${i}`;
    if (!element?.['type']) {
      say('missing element type', at);
      continue;
    }
    const id = element['action_id'];
    if (id !== undefined) {
      if (seen.has(id)) say('action_id already exists', at);
      if (String(id).length > 255) say('must be less than 256 characters', `${at}/action_id`);
      seen.add(id);
    }
    checkElement(element, at, say);
  }
}

function checkElement(element: Json, path: string, say: Say): void {
  const length = (key: string) => String(element[key] ?? '').length;
  const type = String(element['type']);
  if (type === 'button') {
    checkText(element['text'], 75, `${path}/text`, say, 'plain_text');
    if (length('value') > 2000) say('must be less than 2001 characters', `${path}/value`);
    if (length('url') > 3000) say('must be less than 3001 characters', `${path}/url`);
    if (length('accessibility_label') > 75) say('must be less than 76 characters', path);
    if (!STYLES.includes(element['style'] as string)) say('unknown style', `${path}/style`);
  }
  if (type in OPTIONS) {
    const groups = listOf(element['option_groups']);
    const options = groups.length
      ? groups.flatMap((group) => listOf(group['options']))
      : listOf(element['options']);
    const most = OPTIONS[type]!;
    if (options.length < 1 || (!groups.length && options.length > most))
      say(`needs 1 to ${most} options`, path);
    for (const option of options) {
      checkText(option['text'], 75, `${path}/options`, say);
      if (String(option['value'] ?? '').length > 150) say('option value over 150', path);
      if (option['description']) checkText(option['description'], 75, `${path}/options`, say);
    }
  }
  if (type === 'plain_text_input') {
    if (length('initial_value') > Number(element['max_length'] ?? 3000))
      say('initial_value is longer than allowed', path);
    if (Number(element['max_length'] ?? 1) > 3000) say('max_length over 3000', path);
  }
  if (element['placeholder'])
    checkText(element['placeholder'], 150, `${path}/placeholder`, say, 'plain_text');
  const confirm = element['confirm'] as Json | undefined;
  if (confirm) {
    checkText(confirm['title'], 100, `${path}/confirm/title`, say, 'plain_text');
    checkText(confirm['text'], 300, `${path}/confirm/text`, say);
    checkText(confirm['confirm'], 30, `${path}/confirm/confirm`, say, 'plain_text');
    checkText(confirm['deny'], 30, `${path}/confirm/deny`, say, 'plain_text');
  }
}

/** What Slack would reject in a view (a modal or an App Home). */
export function viewFaultsOf(view: Json, world?: World): string[] {
  const type = view['type'];
  if (type !== 'modal' && type !== 'home')
    return ['[ERROR] unsupported type [json-pointer:/view/type]'];
  const faults = faultsOf(view['blocks'], type, world);
  const say: Say = (fault, path) => faults.push(`[ERROR] ${fault} [json-pointer:/view${path}]`);
  if (type === 'modal') {
    checkText(view['title'], 24, '/title', say, 'plain_text');
    if (view['submit']) checkText(view['submit'], 24, '/submit', say, 'plain_text');
    if (view['close']) checkText(view['close'], 24, '/close', say, 'plain_text');
    const asks = listOf(view['blocks']).some((block) => block['type'] === 'input');
    if (asks && !view['submit']) say('missing required field: submit', '');
  }
  if (String(view['private_metadata'] ?? '').length > 3000) say('over 3000', '/private_metadata');
  if (String(view['callback_id'] ?? '').length > 255) say('over 255', '/callback_id');
  return faults;
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value : [];
}
