import type { KnownBlock } from '@slack/types';
import type { Conversation } from '../support/conversation.ts';
import { sayOwner } from '../support/ownership/words.ts';
import { sayPace } from '../support/time/pace.ts';
import { categoryLabel, type Labels, sayStatus, URGENCIES } from '../support/wording.ts';
import { context, header, type Rendered, section } from './blocks.ts';
import { date, escaped, escapeWithin, link } from './mrkdwn.ts';
import { nameOf, permalink } from './wording.ts';

/** What a list of conversations needs beside them. */
export interface QueueView {
  /** The workspace's id and address: only its own conversations can be linked to. */
  readonly id: string;
  readonly url: string;
  readonly labels: Labels;
}

/** Lines of one list; a message takes 50 blocks. */
const MOST_LINES = 40;

/** Conversations as a list, the longest waiting first, as they are given. */
export function renderQueue(
  title: string,
  found: readonly Conversation[],
  view: QueueView,
): Rendered {
  if (found.length === 0) {
    const text = `${title}: nobody.`;
    return { text, blocks: [section(`*${escaped(title)}*\nNobody. Enjoy the quiet.`)] };
  }
  const lines = found.slice(0, MOST_LINES).map((one) => line(one, view));
  const blocks: KnownBlock[] = [
    header(`${title} (${found.length})`),
    ...lines.map((text) => section(text)),
  ];
  const left = found.length - lines.length;
  if (left > 0) blocks.push(context(`and ${left} more`));
  const names = found.slice(0, MOST_LINES).map((one) => nameOf(one.customer));
  return { text: escapeWithin(`${title} (${found.length}): ${names.join(', ')}`, 3000), blocks };
}

/** What is nobody's stands out. */
function owner(conversation: Conversation): string {
  const whose = sayOwner(conversation, (person) => escaped(nameOf(person)), date);
  return conversation.owner ? whose : `*🙋 ${whose}*`;
}

function line(conversation: Conversation, { id, url, labels }: QueueView): string {
  const { customer, triage, place, waitingSince } = conversation;
  const first = conversation.messages.find((message) => message.author.role === 'customer');
  const where = permalink(url, place.channel, first?.id ?? '', place.thread);
  return [
    `*${place.workspace === id ? link(where, nameOf(customer)) : escaped(nameOf(customer))}*`,
    triage
      ? `${URGENCIES[triage.urgency]} · ${escaped(categoryLabel(triage.category, labels))}`
      : '',
    waitingSince === undefined ? sayStatus(conversation) : `since ${date(waitingSince)}`,
    sayPace(conversation, date),
    owner(conversation),
    first && first.text !== '' ? `\n${escapeWithin(first.text.replace(/\s+/g, ' '), 200)}` : '',
  ]
    .filter(Boolean)
    .join('  ·  ')
    .replace('  ·  \n', '\n');
}
