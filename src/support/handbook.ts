import type { Urgency } from './triage/triage.ts';

/** When people of the team are there, in local time of `zone`. */
export interface Calendar {
  /** IANA, such as Europe/Berlin. */
  readonly zone: string;
  /** Opening spans of each weekday, Monday first, in minutes after midnight. */
  readonly week: readonly (readonly { readonly from: number; readonly to: number }[])[];
  /** ISO dates on which nobody works. */
  readonly holidays: readonly string[];
}

export interface Policy {
  /** The team's name, as customers should read it. */
  readonly team: string;
  readonly language: string;
  readonly calendar: Calendar;
  /** Working minutes until the customer hears from a human. */
  readonly replyWithin: Readonly<Record<Urgency, number>>;
  /** Milliseconds of silence after which a burst is complete. */
  readonly burstPause: number;
  /** Milliseconds in which a further message outside a thread still belongs to the same matter. */
  readonly followUpWindow: number;
  /** Tell a customer at once when to expect an answer. */
  readonly acknowledge: boolean;
}

/** A category as the team wrote it down. Phrases weigh by how surely they tell. */
export interface Category {
  readonly name: string;
  /** As agents read it. */
  readonly label: string;
  /** What the customer's problem is called in a reply: "the charge on your account". */
  readonly problem: string;
  readonly phrases: readonly { readonly phrase: string; readonly weight: number }[];
}

/** One wording of a reply: text with `{placeholders}`. */
export interface Wording {
  /** Unique: language, situation and position, such as `en/refund/2`. */
  readonly id: string;
  readonly text: string;
}

/**
 * What the team has written down, loaded and checked once, frozen. `replies` are the wordings by
 * language and situation; a situation is a category's name or one of the fixed ones the composer asks for.
 */
export interface Handbook {
  readonly policy: Policy;
  readonly categories: readonly Category[];
  readonly replies: Readonly<Record<string, Readonly<Record<string, readonly Wording[]>>>>;
}
