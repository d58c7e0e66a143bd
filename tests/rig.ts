import type { Clock } from '../src/desk/clock.ts';
import type { Charts, Desk, Door, Log } from '../src/desk/ports.ts';
import type { Button, WritingButton } from '../src/support/events.ts';
import type { Handbook } from '../src/support/handbook.ts';

/** The people every rig knows. Names are what `name` is in the person the door reports. */
export type Actor =
  | 'Nora Customer'
  | 'Ben Customer'
  | 'Ada Agent'
  | 'Sam Agent'
  | 'Lea Lead'
  | 'Cole Colleague'
  | 'Gus Guest';

/** A message as somebody sees it on the platform. */
export interface Seen {
  readonly id: string;
  /** All words a reader sees, blocks and buttons' labels left out. */
  readonly text: string;
  readonly buttons: readonly Button[];
}

/**
 * A platform played by a test: what people do there and what they see. One rig per door; the contract
 * suite (`platform.contract.ts`) and the recorded stories speak only to this.
 */
export interface Rig {
  readonly door: Door;
  /** Rejects when the door did not acknowledge (a non-2xx answer). Returns the message's id. */
  writes(
    who: Actor,
    text: string,
    where?: { thread?: string; channel?: 'support' | 'triage' | 'elsewhere' },
  ): Promise<string>;
  edits(who: Actor, message: string, text: string): Promise<void>;
  deletes(who: Actor, message: string): Promise<void>;
  /**
   * Presses a button of the conversation that is the n-th card (0 is the oldest) in the triage channel, as the
   * platform would: for edit and regenerate the dialog is opened, filled and submitted.
   * `draft` names the draft that the pressed button stands on (default: the newest shown), even if its buttons are gone.
   */
  presses(
    who: Actor,
    button: Button,
    on?: {
      card?: number;
      draft?: number;
      text?: string;
      messages?: readonly string[];
      into?: number;
      /** What is chosen, offered or not. */
      value?: string;
      /** hand-on: who is chosen, offered or not. */
      to?: Actor;
    },
  ): Promise<void>;
  /**
   * Opens the dialog of a button on the newest draft, and leaves it open. False where forms stand in the cards, and
   * nobody is told when they are opened.
   */
  opens(who: Actor, button: WritingButton, card?: number): Promise<boolean>;
  /** Presses Why? on a card. Returns what that shows at once; elsewhere it is told. */
  wondersWhy(who: Actor, card?: number): Promise<string>;
  /** Asks Warmline in private, as `/support …`. Returns the answer, which is told as well. */
  asks(who: Actor, words: string): Promise<string>;
  /** Presses a button of the n-th lesson in the newest list that somebody was shown: `of`, or themselves. */
  judges(
    who: Actor,
    button: 'learn' | 'decline-learning',
    on?: { nth?: number; of?: Actor },
  ): Promise<void>;
  /** Presses the button of this label under the newest of what the bot posted where customers are, even if it is gone. */
  answers(who: Actor, label: string): Promise<void>;
  /**
   * What the bot posted where customers are, oldest first. `thread` is the root message's id; `buttons` are labels.
   */
  customerSees(): Promise<
    { text: string; thread: string | undefined; buttons: readonly string[] }[]
  >;
  /** Root messages the bot posted in the triage channel, notes left out, oldest first. */
  cards(): Promise<Seen[]>;
  /** The notes to the whole team there: reminders, hand-over notes and reports that were shared, oldest first. */
  notes(): Promise<Seen[]>;
  /** What the bot posted under a card, oldest first. */
  under(card: number): Promise<Seen[]>;
  /** What only this person was told, oldest first. */
  told(who: Actor): Promise<string[]>;
  /** What can be done with reports. Absent while the door has none. */
  readonly reports?: ReportRig;
  /** Delivers everything delivered so far again, each 1 to 4 times, shuffled with this seed. */
  redelivers(seed: number): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Reports, as people ask for them and press what stands under them. Each resolves when the door has answered. */
export interface ReportRig {
  /** Asks for a report where the team is alone. Returns what only they read there. */
  asks(who: Actor, words: string): Promise<string>;
  /** The same where customers are. Returns what only they read there, and what came to them directly. */
  asksAmongCustomers(who: Actor, words: string): Promise<{ here: string; directly: string }>;
  /** Presses Share under the newest report that a lead was shown, whoever it was. Returns what the presser is told. */
  shares(who: Actor): Promise<string>;
  /** The same for the numbers as a file. Returns its text; undefined where the presser got none. */
  takes(who: Actor, as: 'csv' | 'json'): Promise<string | undefined>;
}

/** What a rig gets to build its door with. */
export interface RigParts {
  readonly desk: Desk;
  readonly handbook: Handbook;
  readonly charts: Charts;
  readonly clock: Clock;
  readonly log: Log;
}

/** Notes begin with their own signs. */
export const isNote = ({ text }: Seen) => /^(⏰|🤝|📊)/.test(text);

export type MakeRig = (parts: RigParts) => Promise<Rig>;
