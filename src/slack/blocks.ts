import type {
  ActionsBlock,
  Button as ButtonElement,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import { escaped, takeEscaped, within } from './mrkdwn.ts';

/** What is posted: blocks, and the same in words for screen readers and notifications. */
export interface Rendered {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Characters of a message's text: Slack cuts at 40,000. */
export const LONGEST_TEXT = 39_000;

/** Characters. Source: Slack's Block Kit reference. */
export const LONGEST_SECTION = 3000;
const LONGEST_CONTEXT = 2000;
const LONGEST_HEADER = 150;
const LONGEST_BUTTON = 75;

/** mrkdwn that is ready: outsiders' words in it are escaped already. Nothing in it is made a link or mention. */
function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

export function section(text: string): SectionBlock {
  return { type: 'section', text: mrkdwn(text || ' '), expand: true };
}

/** Plain words of any length as sections; beyond `most` of them the rest is left out and it says so. */
export function sections(words: string, most: number): SectionBlock[] {
  const made: SectionBlock[] = [];
  let rest = words;
  while (rest !== '' && made.length < most) {
    const piece = nextPiece(rest);
    made.push(section(escaped(piece)));
    rest = rest.slice(piece.length);
  }
  if (rest !== '') made[most - 1] = section('_… the rest is too long to show here._');
  return made;
}

/** As much as fits one section, up to the end of a line or a word where there is one. */
function nextPiece(words: string): string {
  const most = takeEscaped(words, LONGEST_SECTION);
  if (most.length === words.length) return words;
  const line = most.lastIndexOf('\n') + 1;
  const cut = line > most.length / 2 ? line : Math.max(line, most.lastIndexOf(' ') + 1);
  return cut > 0 ? most.slice(0, cut) : most;
}

/** Small print; `text` is ready mrkdwn. */
export function context(...texts: string[]): ContextBlock {
  const elements = texts
    .filter((text) => text !== '')
    .slice(0, 10)
    .map((text) => mrkdwn(text.length > LONGEST_CONTEXT ? text.slice(0, LONGEST_CONTEXT) : text));
  return { type: 'context', elements };
}

/** Small print, where there is any: an empty block is not allowed. */
export function contextIfAny(texts: readonly string[]): KnownBlock[] {
  const some = texts.filter((text) => text !== '');
  return some.length === 0 ? [] : [context(...some)];
}

export function header(words: string): HeaderBlock {
  return {
    type: 'header',
    text: { type: 'plain_text', text: within(words, LONGEST_HEADER) || ' ', emoji: false },
  };
}

export interface Press {
  /** The action id, which is the button's name in our events. */
  readonly name: string;
  readonly label: string;
  /** For screen readers, where the label alone does not say enough. */
  readonly spoken?: string;
  readonly style?: 'primary' | 'danger';
}

/** Options of a select, and characters of one's value. Source: Slack's Block Kit reference. */
const MOST_OPTIONS = 100;
const LONGEST_VALUE = 150;

/** A choice among these, by their values. It has no value of its own: what it is about, its block says. */
export function select(
  press: Press,
  labels: Iterable<readonly [name: string, label: string]>,
  chosen: string | undefined,
): StaticSelect {
  const options = [...labels]
    .filter(([value]) => value.length <= LONGEST_VALUE)
    .slice(0, MOST_OPTIONS)
    .map(([value, label]) => ({ text: plain(label), value }));
  const now = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    action_id: press.name,
    placeholder: plain(press.label),
    options,
    ...(now ? { initial_option: now } : {}),
  };
}

/** Buttons that all name the same thing. */
export function actions(presses: readonly Press[], value: string): ActionsBlock {
  return { type: 'actions', elements: presses.map((press) => button(press, value)) };
}

export function button(press: Press, value: string): ButtonElement {
  return {
    type: 'button',
    action_id: press.name,
    text: plain(press.label),
    value,
    ...(press.style ? { style: press.style } : {}),
    ...(press.spoken ? { accessibility_label: within(press.spoken, LONGEST_BUTTON) } : {}),
  };
}

function plain(words: string): PlainTextElement {
  return { type: 'plain_text', text: within(words, LONGEST_BUTTON) || ' ', emoji: false };
}
