import type { Conversation } from '../support/conversation.ts';
import { explain, NOTHING_READ } from '../support/reasons.ts';
import type { Labels } from '../support/wording.ts';
import type { Rendered } from './card.ts';
import { cardOf, type Element, hint, line } from './elements.ts';
import { date, escaped, oneLine, within } from './plain.ts';
import { nameOf } from './wording.ts';

/** Why a conversation is sorted as it is, for an agent's eyes: in a dialog, or in an answer to them alone. */
export function whyLines(conversation: Conversation, labels: Labels): Element[] {
  const { lines, corrections } = explain(conversation, labels);
  if (lines.length === 0) return [line(escaped(NOTHING_READ))];
  return [
    ...lines.map(({ about, words }) =>
      line(`**${about}**  ${escaped(within(words, 500))}`, { spacing: 'Small' }),
    ),
    ...corrections.flatMap(({ words, at }) => hint(`${escaped(words)}  ${date(at)}`)),
  ];
}

/** The same as a message, which says whose conversation is meant. */
export function whyCard(conversation: Conversation, labels: Labels): Rendered {
  const name = nameOf(conversation.customer);
  const title = `Why ${name}’s conversation is sorted as it is`;
  const heading = line(escaped(title), { style: 'heading', size: 'Medium', weight: 'Bolder' });
  return {
    summary: within(oneLine(title), 250),
    card: cardOf([heading, ...whyLines(conversation, labels)]),
  };
}
