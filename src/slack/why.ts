import type { KnownBlock } from '@slack/types';
import { type Conversation, customerMessages } from '../support/conversation.ts';
import { explain, NOTHING_READ } from '../support/reasons.ts';
import type { Labels } from '../support/wording.ts';
import { context, type Rendered, section } from './blocks.ts';
import { date, escaped, escapeWithin } from './mrkdwn.ts';
import { nameOf } from './wording.ts';

/** Why a conversation is sorted as it is, for an agent's eyes: in a dialog, or in an answer to them alone. */
export function whyBlocks(conversation: Conversation, labels: Labels): KnownBlock[] {
  const { lines, corrections } = explain(conversation, labels);
  if (lines.length === 0) return [section(escaped(NOTHING_READ))];
  return [
    // Lines quote the customer: so many characters for each that all nine fit one section.
    section(lines.map(({ about, words }) => `*${about}*  ${escapeWithin(words, 280)}`).join('\n')),
    ...corrections.map(({ words, at }) => context(`${escapeWithin(words, 500)}  ${date(at)}`)),
  ];
}

/** The same as a message, which says whose conversation is meant. */
export function renderWhy(conversation: Conversation, labels: Labels): Rendered {
  const name = nameOf(conversation.customer);
  const said = customerMessages(conversation)[0]?.text.replace(/\s+/g, ' ') ?? '';
  return {
    text: escapeWithin(`Why ${name}’s conversation is sorted as it is`, 300),
    blocks: [
      section(`*${escaped(name)}*  ${escapeWithin(said, 200)}`),
      ...whyBlocks(conversation, labels),
    ],
  };
}
