import type { Conversation, Deed, Instant } from '../../conversation.ts';

/** What the desk may say to a customer unasked. */
export type NudgeKind =
  /** Whether our answer was one. */
  | 'did-that-work'
  /** We asked, and they are silent. */
  | 'nudge'
  /** That the matter is closed now, and how it is opened again. */
  | 'closing-notice'
  /** How it has gone since a hard case was resolved. */
  | 'check-in';

export interface Nudge {
  readonly kind: NudgeKind;
  readonly at: Instant;
  /** Word for word. */
  readonly text: string;
  /** The id of the wording it was filled from. */
  readonly wording: string;
}

export interface FollowedUp {
  /** Oldest first. */
  readonly nudges: readonly Nudge[];
  /** They asked us not to write unasked. */
  readonly quiet?: true;
  /** Nothing is said sooner: they sleep, or have heard enough from us this week. */
  readonly notBefore?: Instant;
}

/** What a nudge is called among the deeds. */
export const NUDGED: Readonly<Record<Exclude<NudgeKind, 'closing-notice'>, Deed['did']>> = {
  'did-that-work': 'asked-if-it-worked',
  nudge: 'asked-again',
  'check-in': 'checked-in',
};

const NONE: FollowedUp = { nudges: [] };

export function followedUp({ followUp = NONE }: Pick<Conversation, 'followUp'>): FollowedUp {
  return followUp;
}

/** The conversation in which nothing is said unasked before then. */
export function heldBack(conversation: Conversation, notBefore: Instant): Conversation {
  return { ...conversation, followUp: { ...followedUp(conversation), notBefore } };
}

/** Where a person has just spoken, or looks at it again, the desk keeps out of the way for so long. Milliseconds. */
export const KEEP_OUT = 3_600_000;

/** Where the customer lives, as they last wrote from there; undefined where nobody knows. */
export function zoneOf({ messages, customer }: Conversation): string | undefined {
  const theirs = messages.findLast(({ author }) => author.id === customer.id && author.zone);
  return theirs?.author.zone ?? customer.zone;
}

/** That they want to be left alone, in a word of a card; empty where they do not. */
export function sayQuiet({ followUp }: Pick<Conversation, 'followUp'>): string {
  return followUp?.quiet ? '🔕 wants no reminders' : '';
}

/** How and when the matter came to rest; undefined while it is not resolved. */
export function restOf({ status, deeds }: Conversation): Deed | undefined {
  if (status !== 'resolved') return undefined;
  return deeds.findLast(
    ({ did }) => did === 'resolved' || did === 'solved' || did === 'closed-by-silence',
  );
}
