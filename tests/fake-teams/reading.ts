import { isJson, visit } from './cards.ts';
import type { Attachment, Json, Words } from './state.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A button somebody can press. */
export interface Pressable {
  readonly title: string;
  readonly type: string;
  readonly verb: string | undefined;
  readonly id: string | undefined;
  readonly data: Json;
  readonly action: Json;
  /** The card it stands on, which may be inside another; its inputs and those around it are sent along. */
  readonly inputs: readonly Json[];
}

/** The Adaptive Cards of a post, in order. */
function cardsOf(words: { readonly attachments: readonly Attachment[] }): Json[] {
  return words.attachments
    .filter((one) => one.contentType === CARD)
    .map((one) => one.content as Json);
}

/** The words a reader sees: the text, then the cards line by line, markup decoded; buttons and inputs left out. */
export function wordsOf(words: Words): string {
  const said = words.text === '' ? [] : [shownText(words)];
  return [...said, ...cardsOf(words).map(wordsOfCard)].join('\n');
}

/** The words of one card, outside of cards that are folded away in it. */
function wordsOfCard(card: Json): string {
  const lines: string[] = [];
  read(card['body'], lines);
  return lines.join('\n');
}

/** Everything pressable on these cards, in order; those on cards inside after the button that unfolds them. */
export function pressables(words: { readonly attachments: readonly Attachment[] }): Pressable[] {
  return cardsOf(words).flatMap((card) => buttonsOf(card));
}

/** The same for one card, such as a dialog's. */
export function buttonsOf(card: Json, around: readonly Json[] = []): Pressable[] {
  const inputs = [...around, ...ownInputs(card)];
  const found: Pressable[] = [];
  const collect = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) collect(one);
    else if (isJson(node) && String(node['type']).startsWith('Action.')) {
      found.push(toPressable(node, inputs));
      if (isJson(node['card'])) found.push(...buttonsOf(node['card'], inputs));
    } else if (isJson(node)) for (const child of Object.values(node)) collect(child);
  };
  collect(card['body']);
  collect(card['selectAction']);
  collect(card['actions']);
  return found;
}

/** Who would be pinged: ids of people whose `<at>` stands in the text and in the entities. */
export function pingedBy(words: Words): Set<string> {
  const pinged = new Set<string>();
  const note = (entities: unknown, text: string) => {
    for (const entity of (entities as Json[] | undefined) ?? [])
      if (entity['type'] === 'mention' && text.includes(String(entity['text'])))
        pinged.add(String((entity['mentioned'] as Json)['id']));
  };
  note(words.entities, words.text);
  for (const card of cardsOf(words))
    note((card['msteams'] as Json | undefined)?.['entities'], JSON.stringify(card['body']));
  return pinged;
}

/** Links a reader could click: address and what it reads. Forged labels show here. */
export function linksOf(words: Words): { url: string; label: string | undefined }[] {
  const links: { url: string; label: string | undefined }[] = [];
  const markdown = (text: string) => {
    for (const [, label, url] of text.matchAll(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)[^)]*\)/g))
      links.push({ url: url!, label: unescaped(label!) });
  };
  if (words.textFormat === 'markdown') markdown(words.text);
  if (words.textFormat !== 'plain')
    for (const [, url, label] of words.text.matchAll(/<a\s[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs))
      links.push({ url: url!, label });
  for (const card of cardsOf(words))
    visit(card, (node) => {
      if (node['type'] === 'TextBlock') markdown(String(node['text']));
      if (typeof node['title'] === 'string' && 'value' in node) markdown(String(node['value']));
      if (node['type'] === 'Action.OpenUrl')
        links.push({ url: String(node['url']), label: node['title'] as string | undefined });
    });
  return links;
}

function toPressable(action: Json, inputs: readonly Json[]): Pressable {
  return {
    title: String(action['title'] ?? ''),
    type: String(action['type']),
    verb: action['verb'] as string | undefined,
    id: action['id'] as string | undefined,
    data: (action['data'] ?? {}) as Json,
    action,
    inputs,
  };
}

/** Inputs on this very card, without those of cards folded away in it. */
function ownInputs(node: unknown): Json[] {
  if (Array.isArray(node)) return node.flatMap(ownInputs);
  if (!isJson(node)) return [];
  const type = String(node['type']);
  if (type.startsWith('Input.')) return [node];
  if (type.startsWith('Action.')) return [];
  return Object.values(node).flatMap(ownInputs);
}

function read(node: unknown, lines: string[]): void {
  if (Array.isArray(node)) for (const one of node) read(one, lines);
  if (!isJson(node) || node['isVisible'] === false) return;
  const type = String(node['type'] ?? '');
  if (type.startsWith('Action.') || type.startsWith('Input.') || type === 'ActionSet') return;
  if (type === 'TextBlock') lines.push(unescaped(String(node['text'])));
  else if (type === 'RichTextBlock')
    lines.push((node['inlines'] as unknown[]).map(wordsOfRun).join(''));
  else if (type === 'FactSet')
    for (const { title, value } of node['facts'] as { title: string; value: string }[])
      lines.push(`${unescaped(title)} ${unescaped(value)}`);
  else if (type === 'Table')
    for (const row of node['rows'] as { cells: { items: unknown }[] }[])
      lines.push(row.cells.map(({ items }) => wordsIn(items)).join(' · '));
  // Whoever sees the chart does not see what it falls back to.
  else if (type.startsWith('Chart.')) lines.push(String(node['title']));
  else if (type === 'Image') lines.push(String(node['altText'] ?? ''));
  else for (const child of Object.values(node)) read(child, lines);
}

function wordsIn(node: unknown): string {
  const lines: string[] = [];
  read(node, lines);
  return lines.join('\n');
}

function wordsOfRun(run: unknown): string {
  return isJson(run) ? String(run['text']) : String(run);
}

function shownText({ text, textFormat }: Words): string {
  if (textFormat === 'plain') return text;
  const shown = text.replace(/<br\s*\/?>/g, '\n').replace(/<\/?[a-z][^>]*>/gi, '');
  const decoded = shown
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
  return textFormat === 'markdown' ? unescaped(decoded) : decoded;
}

/** Markdown as it reads: escapes undone, links as their labels, emphasis without its marks. */
function unescaped(text: string): string {
  return text
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)\s]+[^)]*\)/g, '$1')
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>&~])/g, '$1');
}
