import type { Message } from '../support/conversation.ts';
import { context, contextIfAny, LONGEST_TEXT, type Rendered, section, sections } from './blocks.ts';
import { date, escaped, escapeWithin } from './mrkdwn.ts';
import { nameOf, sayFiles } from './wording.ts';

/** Blocks of one message: a message of Slack's takes 50 in all. */
const MOST_SECTIONS = 20;

/** A message of the customer, or of a human who answered, in the card's thread. */
export function renderMessage(message: Message): Rendered {
  const name = nameOf(message.author);
  if (message.deleted) {
    const text = `${escaped(name)} deleted this message.`;
    return { text, blocks: [section(`_${text}_`)] };
  }
  const who = message.author.role === 'customer' ? '💬' : '🧑‍💼 team:';
  const said =
    message.text === '' ? [section('_no words_')] : sections(message.text, MOST_SECTIONS);
  if (message.before === undefined) {
    return {
      text: escapeWithin(`${name}: ${message.text}`, LONGEST_TEXT),
      blocks: [
        context(`${who} *${escaped(name)}*  ${date(message.at)}`),
        ...said,
        ...contextIfAny(sayFiles(message)),
      ],
    };
  }
  return {
    text: escapeWithin(
      `${name} changed a message. Now: ${message.text}\nBefore: ${message.before}`,
      LONGEST_TEXT,
    ),
    blocks: [
      context(`✏️ *${escaped(name)}* changed a message  ${date(message.at)}`),
      section('*Now*'),
      ...said,
      section('*Before*'),
      ...(message.before === ''
        ? [section('_no words_')]
        : sections(message.before, MOST_SECTIONS)),
      ...contextIfAny(sayFiles(message)),
    ],
  };
}
