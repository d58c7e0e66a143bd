import { wordsOfChart, wordsOfTable } from './data-blocks.ts';
import type { Block, Json } from './state.ts';

/** An element that somebody can press or choose from. */
export interface Pressable {
  readonly blockId: string;
  readonly actionId: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly element: Json;
}

interface Worded {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The words a reader sees, block by block, Slack's markup and entities decoded; buttons' labels left out. */
export function wordsOf(message: Worded): string {
  if (message.blocks.length === 0) return decode(message.text);
  const lines = message.blocks.flatMap((block) => wordsOfBlock(block));
  return lines.filter((line) => line !== '').join('\n');
}

/** Everything pressable in these blocks, in order. */
export function pressables(blocks: readonly Block[]): Pressable[] {
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter((element) => typeof element['action_id'] === 'string')
      .map((element) => ({
        blockId: block.block_id ?? '',
        actionId: String(element['action_id']),
        label: String((element['text'] as Json | undefined)?.['text'] ?? ''),
        value: element['value'] as string | undefined,
        element,
      })),
  );
}

/** Elements of a block that carry an action id: of an actions block, an accessory or an input. */
export function elementsOf(block: Block): Json[] {
  const many = Array.isArray(block['elements']) ? (block['elements'] as Json[]) : [];
  const one = (block['accessory'] ?? block['element']) as Json | undefined;
  return one ? [...many, one] : many;
}

/**
 * Who would be pinged by this text and these blocks: 'channel', 'here', 'everyone', user and user group ids.
 * @param loose whether `parse: full` or `link_names` make plain @words count too.
 */
export function pingedBy(text: string, blocks: readonly Block[], loose: boolean): Set<string> {
  const pinged = new Set<string>();
  const read = (words: string) => {
    for (const [, name] of words.matchAll(/<!(channel|here|everyone)(?:\|[^>]*)?>/g))
      pinged.add(name!);
    for (const [, id] of words.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g)) pinged.add(id!);
    for (const [, id] of words.matchAll(/<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>/g)) pinged.add(id!);
    if (loose)
      for (const [, name] of words.matchAll(/@(channel|here|everyone)\b/g)) pinged.add(name!);
  };
  read(text);
  visit(blocks, (node) => {
    if (node['type'] === 'mrkdwn' || node['type'] === 'markdown') read(String(node['text']));
    if (node['type'] === 'broadcast') pinged.add(String(node['range']));
    if (node['type'] === 'user') pinged.add(String(node['user_id']));
    if (node['type'] === 'usergroup') pinged.add(String(node['usergroup_id']));
  });
  return pinged;
}

/** Links a reader could click: address and what it reads. Forged labels show here. */
export function linksOf(message: Worded): { url: string; label: string | undefined }[] {
  const links: { url: string; label: string | undefined }[] = [];
  const read = (words: string) => {
    for (const [, url, label] of words.matchAll(
      /<((?:https?|mailto|slack|tel):[^|>]*)(?:\|([^>]*))?>/g,
    ))
      links.push({ url: url!, label });
  };
  if (message.blocks.length === 0) read(message.text);
  visit(message.blocks, (node) => {
    if (node['type'] === 'mrkdwn') read(String(node['text']));
    if (node['type'] === 'link')
      links.push({ url: String(node['url']), label: node['text'] as string | undefined });
  });
  return links;
}

/** Text as a person's keyboard would put it into an event: Slack escapes these three and nothing else. */
export function typed(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function wordsOfBlock(block: Block): string[] {
  if (block.type === 'rich_text') {
    const words: string[] = [];
    visit(block['elements'], (node) => {
      if (node['type'] === 'text' || node['type'] === 'link')
        words.push(String(node['text'] ?? node['url']));
    });
    return [words.join('')];
  }
  if (block.type === 'markdown') return [String(block['text'])];
  if (block.type.endsWith('table')) return wordsOfTable(block);
  if (block.type === 'data_visualization') return wordsOfChart(block);
  if (block.type === 'image') return [String(block['alt_text'])];
  const texts = [block['text'], block['label'], ...fieldsOf(block)];
  if (block.type === 'context') texts.push(...((block['elements'] as Json[]) ?? []));
  return texts
    .filter((text): text is Json => typeof (text as Json | undefined)?.['text'] === 'string')
    .map((text) =>
      text['type'] === 'mrkdwn' ? decode(String(text['text'])) : String(text['text']),
    );
}

function fieldsOf(block: Block): unknown[] {
  return Array.isArray(block['fields']) ? block['fields'] : [];
}

function decode(text: string): string {
  return text
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<([^|>]*)\|([^>]*)>/g, '$2')
    .replace(/<([@#!]?[^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function visit(node: unknown, see: (node: Json) => void): void {
  if (Array.isArray(node)) for (const child of node) visit(child, see);
  else if (node !== null && typeof node === 'object') {
    see(node as Json);
    for (const child of Object.values(node)) visit(child, see);
  }
}
