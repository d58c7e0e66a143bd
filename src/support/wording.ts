import type { Conversation, Deed } from './conversation.ts';
import type { Handbook } from './handbook.ts';
import type { Urgency } from './triage/triage.ts';

/** What the handbook calls its categories, by their names. */
export type Labels = ReadonlyMap<string, string>;

export function labelsOf({ categories }: Handbook): Labels {
  return new Map(categories.map(({ name, label }) => [name, label]));
}

/** A category as agents read it; one that the handbook no longer has by its name: `delivery_order` reads "Delivery order". */
export function categoryLabel(category: string, labels: Labels = new Map()): string {
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

/** What somebody did, behind their name. */
export const DEEDS: Readonly<Record<Deed['did'], string>> = {
  sent: 'sent the draft',
  'edited-and-sent': 'edited and sent the reply',
  'answered-directly': 'answered the customer directly',
  'took-over': 'took over',
  regenerated: 'asked for another draft',
  'set-aside': 'marked it as not a request',
  resolved: 'resolved it',
  split: 'split off some messages',
  merged: 'merged it into another conversation',
};
