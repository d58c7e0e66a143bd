import type { Conversation, Deed, Message } from '../support/conversation.ts';
import type { Handbook } from '../support/handbook.ts';
import type { Person } from '../support/roles.ts';
import type { Urgency } from '../support/triage/triage.ts';
import { date, escaped, link, within } from './mrkdwn.ts';

/** How a person is called: their name, or what they are. Never a mention, which would ping. */
export function nameOf(person: Person): string {
  if (person.name.trim() !== '') return within(person.name.trim(), 80);
  return person.role === 'customer' ? 'A customer' : 'Somebody of the team';
}

/** What the handbook calls its categories, by their names. */
export type Labels = ReadonlyMap<string, string>;

export function labelsOf({ categories }: Handbook): Labels {
  return new Map(categories.map(({ name, label }) => [name, label]));
}

/** A category as agents read it; one that the handbook no longer has by its name: `delivery_order` reads "Delivery order". */
export function categoryLabel(category: string, labels: Labels): string {
  const label = labels.get(category);
  if (label) return label;
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

/** A line of who did what and when, as mrkdwn. */
export function sayDeed({ at, by, did, detail }: Deed): string {
  const what = DEEDS[did];
  const more = detail ? `: “${escaped(within(detail, 200))}”` : '';
  return `${escaped(nameOf(by))} ${what} ${date(at)}${more}`;
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

/** Where a message stands, in Slack's stable form of a permalink. */
export function permalink(url: string, channel: string, message: string, thread?: string): string {
  const base = `${url.replace(/\/?$/, '/')}archives/${channel}/p${message.replace('.', '')}`;
  return thread && thread !== message ? `${base}?thread_ts=${thread}&cid=${channel}` : base;
}

/** Files as links, as mrkdwn; names are the sender's and are escaped. */
export function sayFiles(message: Message): string[] {
  return message.files.map((file) => `📎 ${link(file.url, within(file.name, 150))}`);
}
