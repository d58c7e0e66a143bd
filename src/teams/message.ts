import type { Message } from '../support/conversation.ts';
import { LONGEST_WORDS, type Rendered } from './card.ts';
import { cardOf, hint, line, links, words } from './elements.ts';
import { date, escaped, oneLine, within } from './plain.ts';
import { nameOf } from './wording.ts';

/** A message of the customer, or of a human who answered, in the card's thread. */
export function renderMessage(message: Message): Rendered {
  const name = nameOf(message.author);
  if (message.deleted) {
    const text = `${name} deleted this message.`;
    return { summary: oneLine(text), card: cardOf(hint(escaped(text))) };
  }
  const who = `${message.author.role === 'customer' ? '💬' : '🧑‍💼 team:'} **${escaped(name)}**`;
  const said = words(message.text, LONGEST_WORDS);
  const files = links(message.files);
  const summary = within(oneLine(`${name}: ${message.text}`), 250);
  if (message.before === undefined) {
    return { summary, card: cardOf([line(`${who}  ${date(message.at)}`), ...said, ...files]) };
  }
  const body = [
    line(`✏️ **${escaped(name)}** changed a message  ${date(message.at)}`),
    ...hint('Now'),
    ...said,
    ...hint('Before'),
    ...words(message.before, LONGEST_WORDS),
    ...files,
  ];
  return { summary: within(oneLine(`${name} changed a message.`), 250), card: cardOf(body) };
}

/** An internal line in the card's thread. */
export function renderNote(text: string): Rendered {
  return { summary: within(oneLine(text), 250), card: cardOf(words(text, LONGEST_WORDS)) };
}
