import type { Attachment, Instant, Message } from '../support/conversation.ts';
import { type Json, listAt, textAt } from '../support/json.ts';
import type { Person } from '../support/roles.ts';
import { mentionsIn, messageInstant, whereOf } from './activity.ts';
import { htmlToText, tidy } from './html.ts';
import { permalink } from './wording.ts';

/** Most files that are named; the rest is seen at the message itself. */
const MOST_FILES = 10;

/** A message as Teams puts it, in plain words and with links in place of files. */
export function messageFrom(activity: Json, author: Person, now: Instant): Message {
  const id = textAt(activity, 'id');
  return {
    id,
    author,
    at: messageInstant(id, now),
    text: wordsOf(activity),
    files: filesOf(activity),
  };
}

/**
 * What somebody wrote, mentions of the bot left out. The HTML that Teams sends along is unambiguous where the text
 * is not: typed angle brackets are told from markup.
 */
export function wordsOf(
  activity: Json,
  called = (name: string, _id: string | undefined) => `@${name}`,
): string {
  const bot = textAt(activity, 'recipient', 'id');
  const mentions = mentionsIn(activity);
  const ours = new Set(
    mentions.filter((one) => one.id === bot).flatMap((one) => [one.name, bare(one.text)]),
  );
  const mention = (name: string) => {
    if (ours.has(name)) return '';
    const found = mentions.find((one) => one.name === name || bare(one.text) === name);
    return called(name, found?.id || undefined);
  };
  const html = listAt(activity, 'attachments').find(
    (one) => textAt(one, 'contentType') === 'text/html' && textAt(one, 'content') !== '',
  );
  if (html) return htmlToText(textAt(html, 'content'), mention);
  const text = textAt(activity, 'text');
  if (textAt(activity, 'textFormat') === 'xml') return htmlToText(text, mention);
  const spoken = text.replace(/<at[^<>]*>([^<>]*)<\/at>/g, (_, name: string) => mention(name));
  return tidy(spoken.replaceAll('&nbsp;', ' '));
}

/** The same for what reads ids: whoever is mentioned stands there as `<@29:…>`. */
export function askedIn(activity: Json): string {
  return wordsOf(activity, (name, id) => (id === undefined ? `@${name}` : `<@${id}>`));
}

/** Whether an activity mentions the bot, and whether it begins so. */
export function addressed(activity: Json): 'first' | 'somewhere' | 'nowhere' {
  const bot = textAt(activity, 'recipient', 'id');
  const ours = mentionsIn(activity).filter((one) => one.id !== '' && one.id === bot);
  if (ours.length === 0) return 'nowhere';
  const text = textAt(activity, 'text').trimStart();
  return ours.some((one) => one.text !== '' && text.startsWith(one.text)) ? 'first' : 'somewhere';
}

function bare(at: string): string {
  return at.replace(/<[^<>]*>/g, '');
}

function filesOf(activity: Json): Attachment[] {
  const where = whereOf(activity);
  const here = permalink(where.base, textAt(activity, 'id'), where.root);
  return listAt(activity, 'attachments')
    .filter((one) => !/^(text\/html|messageReference)$/.test(textAt(one, 'contentType')))
    .slice(0, MOST_FILES)
    .map((one) => {
      const url = textAt(one, 'contentUrl');
      const kind = textAt(one, 'contentType');
      const otherwise = kind.startsWith('image/') ? 'an image' : 'an attachment';
      // What the bot's own service holds opens for the bot alone: agents look at the message instead.
      const open = /^https:\/\//.test(url) && !/\/v3\/attachments\//.test(url);
      return { name: textAt(one, 'name') || otherwise, url: open ? url : here };
    });
}
