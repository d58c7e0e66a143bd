import type { Conversation, Deed } from './conversation.ts';
import type { Handbook } from './handbook.ts';
import { promisesOwed } from './time/promises/given.ts';
import type { Triage, Urgency } from './triage/triage.ts';
import type { Wish } from './triage/wish.ts';

/** What the handbook calls its categories, by their names, in its order. */
export interface Labels extends Iterable<readonly [name: string, label: string]> {
  get(name: string): string | undefined;
}

/** The handbook's labels: while it changes, they do. */
export function labelsOf(handbook: Pick<Handbook, 'categories'>): Labels {
  return {
    get: (name) => handbook.categories.find((one) => one.name === name)?.label,
    *[Symbol.iterator]() {
      for (const { name, label } of handbook.categories) yield [name, label] as const;
    },
  };
}

/** A category as agents read it; one that the handbook no longer has by its name: `delivery_order` reads "Delivery order". */
export function categoryLabel(category: string, labels: Labels = new Map()): string {
  const label = labels.get(category);
  if (label) return label;
  const words = category.replace(/[_-]+/g, ' ').trim();
  return words === '' ? 'Uncategorised' : words[0]!.toUpperCase() + words.slice(1);
}

const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  p1: 'P1 urgent',
  p2: 'P2 soon',
  p3: 'P3 normal',
  p4: 'P4 low',
};

/** Said in words as well: urgency is never told by its colour alone. */
export const URGENCIES: Readonly<Record<Urgency, string>> = {
  p1: `🔴 ${URGENCY_WORDS.p1}`,
  p2: `🟠 ${URGENCY_WORDS.p2}`,
  p3: `🔵 ${URGENCY_WORDS.p3}`,
  p4: `⚪ ${URGENCY_WORDS.p4}`,
};

/** An urgency inside a sentence. */
export function sayUrgency(urgency: Urgency): string {
  return URGENCY_WORDS[urgency];
}

/** What the customer would call resolved, behind `wants:`. */
export const WISHES: Readonly<Record<Wish, string>> = {
  refund: 'their money back',
  fix: 'it to work',
  information: 'an answer',
  apology: 'an apology',
  person: 'a person',
};

/** What the customer would call resolved, as a card says it; nothing where it says already that they want a person. */
export function sayWish({ wish, wantsHuman }: Triage): string {
  return wish === undefined || (wish === 'person' && wantsHuman) ? '' : `wants: ${WISHES[wish]}`;
}

export function sayStatus(conversation: Conversation): string {
  switch (conversation.status) {
    case 'gathering':
      return 'Still writing';
    case 'waiting':
      return 'Waiting for us';
    case 'answered':
      return promisesOwed(conversation).length > 0
        ? 'Answered, with a promise to keep'
        : 'Answered, waiting for the customer';
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
  asked: 'asked for a draft',
  'corrected-category': 'corrected the category',
  'corrected-urgency': 'corrected the urgency',
  solved: 'said that it is solved',
  'called-person': 'asked for a person',
  'ended-escalation': 'ended the escalation',
  'asked-if-it-worked': 'asked the customer whether it worked',
  'asked-again': 'asked the customer again',
  'checked-in': 'asked the customer how it has gone since',
  'closed-by-silence': 'closed it, since nothing more came',
  unsolved: 'said that it is not solved',
  snoozed: 'snoozed it',
  woke: 'ended the snooze',
  'confirmed-promise': 'confirmed a promise',
  'moved-promise': 'set the time of a promise',
  'dismissed-promise': 'said that it is no promise',
  'asked-to-rate': 'asked how it was',
  'reminded-to-rate': 'asked once more how it was',
  rated: 'rated us',
  'skipped-survey': 'skipped the survey',
  assigned: 'assigned it',
  'handed-on': 'handed it on',
};
