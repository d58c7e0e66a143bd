import type { Conversation, Deed } from '../support/conversation.ts';
import type { Person } from '../support/roles.ts';
import type { Urgency } from '../support/triage/triage.ts';
import { date, escaped, within } from './plain.ts';

/** How a person is called: their name, or what they are. Never a mention, which would ping. */
export function nameOf(person: Person): string {
  if (person.name.trim() !== '') return within(person.name.trim(), 80);
  return person.role === 'customer' ? 'A customer' : 'Somebody of the team';
}

/** A category's name as words: `delivery_order` reads "Delivery order". */
export function categoryLabel(category: string): string {
  const words = category.replace(/[_-]+/g, ' ').trim();
  return words === '' ? 'Uncategorised' : words[0]!.toUpperCase() + words.slice(1);
}

/** Said in words as well: urgency is never told by its colour alone. */
export const URGENCIES: Readonly<Record<Urgency, string>> = {
  p1: '🔴 P1 urgent',
  p2: '🟠 P2 soon',
  p3: '🔵 P3 normal',
  p4: '⚪ P4 low',
};

export function sayStatus(conversation: Conversation): string {
  switch (conversation.status) {
    case 'gathering':
      return 'Still writing';
    case 'waiting':
      return 'Waiting for us';
    case 'answered':
      return 'Answered, waiting for the customer';
    case 'resolved':
      return 'Resolved';
    case 'set-aside':
      return 'Set aside: not a request';
    case 'merged':
      return 'Merged into another conversation';
    default:
      return conversation.status satisfies never;
  }
}

/** A line of who did what and when, for a text block. */
export function sayDeed({ at, by, did, detail }: Deed): string {
  const more = detail ? `: “${escaped(within(detail, 200))}”` : '';
  return `${escaped(nameOf(by))} ${DEEDS[did]} ${date(at)}${more}`;
}

const DEEDS: Readonly<Record<Deed['did'], string>> = {
  sent: 'sent the draft',
  'edited-and-sent': 'edited and sent the reply',
  'answered-directly': 'answered in the customer’s thread',
  'took-over': 'took over',
  regenerated: 'asked for another draft',
  'set-aside': 'marked it as not a request',
  resolved: 'resolved it',
  split: 'split off some messages',
  merged: 'merged it into another conversation',
};

/** Where a message stands: the address that opens it in Teams. */
export function permalink(base: string, message: string, root: string | undefined): string {
  const at = `https://teams.microsoft.com/l/message/${encodeURIComponent(base)}/${encodeURIComponent(message)}`;
  return root === undefined
    ? `${at}?context=${encodeURIComponent('{"contextType":"chat"}')}`
    : `${at}?parentMessageId=${encodeURIComponent(root)}`;
}
