import { ACTIONS, CARD, ELEMENTS, PARTS, type Properties } from './card-schema.ts';
import type { Json } from './state.ts';

/** Buttons a card shows side by side; Teams leaves the rest out. */
const MOST_BUTTONS = 6;
/** People a card may refresh for. */
const MOST_REFRESHED = 60;

type Say = (fault: string) => void;

/**
 * What is wrong with an Adaptive Card, each with its place; empty when Teams would show all of it as meant. Stricter than
 * Teams, which leaves out in silence what it does not know.
 */
export function cardFaults(card: unknown, where = 'card'): string[] {
  const faults: string[] = [];
  if (!isJson(card)) return [`${where} is no object`];
  checkCard(card, where, (fault) => faults.push(fault));
  const version = card['version'];
  if (version !== '1.5') faults.push(`${where}.version is ${version}: buttons want 1.5`);
  const seen = new Set<unknown>();
  for (const input of inputsOf(card)) {
    if (seen.has(input['id'])) faults.push(`${where} has two inputs ${input['id']}`);
    seen.add(input['id']);
  }
  const refreshed = (card['refresh'] as Json | undefined)?.['userIds'];
  if (Array.isArray(refreshed) && refreshed.length > MOST_REFRESHED)
    faults.push(`${where}.refresh is for more than ${MOST_REFRESHED} people`);
  return faults;
}

/** Every input of a card, those of cards inside it included. */
function inputsOf(card: unknown): Json[] {
  const found: Json[] = [];
  visit(card, (node) => {
    if (String(node['type']).startsWith('Input.')) found.push(node);
  });
  return found;
}

/** Calls `see` with every object in there, outermost first. `data` is the bot's own and left alone. */
export function visit(node: unknown, see: (node: Json) => void): void {
  if (Array.isArray(node)) for (const child of node) visit(child, see);
  else if (isJson(node)) {
    see(node);
    for (const [key, child] of Object.entries(node)) if (key !== 'data') visit(child, see);
  }
}

function checkCard(card: unknown, where: string, say: Say): void {
  if (!isJson(card)) return void say(`${where} is no object`);
  // A card inside a card needs no version of its own.
  const inner = where !== 'card' && !where.endsWith('dialog');
  const { version: _, ...rest } = CARD;
  checkProperties(card, inner ? { ...rest, version: 'any' } : CARD, where, say);
}

function checkElement(element: unknown, where: string, say: Say): void {
  const type = isJson(element) ? String(element['type']) : 'nothing';
  const known = ELEMENTS[type];
  if (!known) return void say(`${where} is an unknown element ${type}`);
  checkProperties(element as Json, known, where, say);
}

function checkAction(action: unknown, where: string, say: Say): void {
  const type = isJson(action) ? String(action['type']) : 'nothing';
  const known = ACTIONS[type];
  if (!known) return void say(`${where} is an unknown action ${type}`);
  const { data, fallback } = action as Json;
  checkProperties(action as Json, known, where, say);
  if (data !== undefined && !isJson(data)) say(`${where}.data is no object`);
  if (type !== 'Action.Execute') return;
  // Older clients know no Action.Execute and show the fallback.
  if (!isJson(fallback) || fallback['type'] !== 'Action.Submit')
    return void say(`${where}.fallback is no Action.Submit`);
  checkAction(fallback, `${where}.fallback`, say);
}

function checkProperties(node: Json, known: Properties, where: string, say: Say): void {
  for (const [name, value] of Object.entries(node)) {
    const kind = known[name];
    if (kind === undefined) say(`${where}.${name} is unknown`);
    else if (value !== undefined) checkValue(value, kind.replace('!', ''), `${where}.${name}`, say);
  }
  for (const [name, kind] of Object.entries(known))
    if (kind.endsWith('!') && isMissing(node[name])) say(`${where}.${name} is missing`);
}

function checkValue(value: unknown, kind: string, where: string, say: Say): void {
  const part = PARTS[kind];
  if (part) return void each(value, where, say, (one, at) => checkPart(one, part, at, say));
  switch (kind) {
    case 'any':
      return;
    case 'text':
      if (typeof value !== 'string') say(`${where} is no text`);
      return;
    case 'number':
      if (typeof value !== 'number') say(`${where} is no number`);
      return;
    case 'flag':
      if (typeof value !== 'boolean') say(`${where} is neither true nor false`);
      return;
    case 'url':
      if (!/^(https:\/\/|http:\/\/adaptivecards\.io\/|data:image\/)/.test(String(value)))
        say(`${where} is no https address`);
      return;
    case 'card':
      return void checkCard(value, where, say);
    case 'action':
      if (isJson(value) && value['type'] === 'Action.ShowCard') say(`${where} cannot show a card`);
      return void checkAction(value, where, say);
    case 'elements':
      return void each(value, where, say, (one, at) => checkElement(one, at, say));
    case 'element':
      return void checkElement(value, where, say);
    case 'actions':
      each(value, where, say, (one, at) => checkAction(one, at, say));
      if (listOf(value).filter((one) => one['mode'] !== 'secondary').length > MOST_BUTTONS)
        say(`${where} has more than ${MOST_BUTTONS} buttons`);
      for (const [index, one] of listOf(value).entries())
        if (!one['title'] && !one['iconUrl']) say(`${where}[${index}] has no title`);
      return;
    default:
      if (!kind.toLowerCase().split('|').includes(String(value).toLowerCase()))
        say(`${where} is ${value}, not ${kind}`);
  }
}

function checkPart(part: unknown, known: Properties, where: string, say: Say): void {
  // A run of text may be a bare string.
  if (typeof part === 'string' && known['type'] === 'TextRun!') return;
  if (!isJson(part)) return void say(`${where} is no object`);
  checkProperties(part, known, where, say);
}

function each(value: unknown, where: string, say: Say, check: (one: unknown, at: string) => void) {
  if (!Array.isArray(value)) return void say(`${where} is no list`);
  for (const [index, one] of value.entries()) check(one, `${where}[${index}]`);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
