import type { Conversation, Instant } from '../conversation.ts';
import { openEscalations } from '../time/escalation/escalation.ts';
import { sayPace } from '../time/pace.ts';
import { promisesOwed } from '../time/promises/given.ts';
import { sayPromises } from '../time/promises/saying.ts';
import { categoryLabel, type Labels, URGENCIES } from '../wording.ts';

/** Conversations that a note lists; the rest is a number. */
const MOST_LISTED = 20;
/** People of a team whom it names. */
const MOST_NAMED = 10;

/** One list in a note. Its conversations are shown as they stand when it is posted. */
export interface NotePart {
  /** "3 customers wait", in words that need no more. */
  readonly title: string;
  /** Who comes next: a team's name or what stands for one, since when they are there, and ids of its people. */
  readonly next?: {
    readonly who: string;
    readonly from: Instant;
    readonly people: readonly string[];
  };
  /** Ids of conversations, the longest waiting first. */
  readonly about: readonly string[];
  /** How many more there are. */
  readonly more: number;
  /** It is of what was promised: whoever was answered meanwhile is still owed it. */
  readonly promised?: true;
}

/** The ids that a note lists of these, and how many it leaves out. */
export function listed(conversations: readonly Conversation[]): Pick<NotePart, 'about' | 'more'> {
  const about = conversations.slice(0, MOST_LISTED).map(({ id }) => id);
  return { about, more: conversations.length - about.length };
}

/** How a door writes in its markup. */
export interface Hand {
  /** An instant in the reader's own time. */
  date(at: Instant): string;
  /** Words that are others', with nothing in them that acts. */
  escaped(words: string): string;
}

/**
 * What a note says of a conversation behind the customer's name, piece by piece: what it is about, since when they wait, what
 * is due next, what was promised, whose it is.
 */
export function sayMatter(conversation: Conversation, labels: Labels, hand: Hand): string[] {
  const { triage, waitingSince, owner } = conversation;
  return [
    triage
      ? `${URGENCIES[triage.urgency]} · ${hand.escaped(categoryLabel(triage.category, labels))}`
      : '',
    waitingSince === undefined ? '' : `since ${hand.date(waitingSince)}`,
    sayPace(conversation, hand.date),
    ...openEscalations(conversation).map(({ reason }) => `🔺 ${reason}`),
    ...sayPromises(conversation, { date: hand.date, words: hand.escaped }),
    saidBy(conversation, hand),
    owner ? `owner: ${hand.escaped(owner.name.trim() || 'somebody of the team')}` : 'nobody’s yet',
  ].filter(Boolean);
}

/** Whose word it is that we owe the customer, where that is not the owner's. */
function saidBy(conversation: Conversation, { escaped }: Hand): string {
  const { owner } = conversation;
  const others = promisesOwed(conversation).filter(({ by }) => by.id !== owner?.id);
  const names = new Set(others.map(({ by }) => by.name.trim() || 'somebody of the team'));
  return names.size === 0 ? '' : `word given by ${[...names].map(escaped).join(', ')}`;
}

/** Who comes next, by name where names are known: "Next: billing, from 9:00 AM: Ada, Sam". Empty where the note says nothing of it. */
export function sayNext({ next }: NotePart, names: readonly string[], hand: Hand): string {
  if (!next) return '';
  const who = names.slice(0, MOST_NAMED).map(hand.escaped).join(', ');
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  const people = who === '' ? '' : `: ${who}${more}`;
  return `Next: ${hand.escaped(next.who)}, from ${hand.date(next.from)}${people}`;
}

/** "1 customer waits", "3 customers wait". */
export function sayWaiting(count: number): string {
  return count === 1 ? '1 customer waits' : `${count} customers wait`;
}
