import type { Instant, Message, Place } from './conversation.ts';
import type { Corrections } from './corrections.ts';
import type { Lesson } from './lessons.ts';
import type { Away, Staffer } from './ownership/staff.ts';
import type { Written } from './reply/writing.ts';
import type { Person } from './roles.ts';
import type { Lately } from './time/follow-up/lately.ts';
import type { GivenPromise } from './time/promises/given.ts';

/** What every event carries. `id` is derived from what happened, so that a repeat has the same one. */
interface Happened {
  readonly id: string;
  readonly at: Instant;
}

/** A customer wrote where customers are. */
export interface CustomerWrote extends Happened {
  readonly type: 'customer.wrote';
  readonly place: Place;
  readonly message: Message;
  /** Ids of those of the team who want to be named where thanks are shared, as the desk knows it. */
  readonly kudos?: readonly string[];
}

/** An agent, a lead or a colleague wrote where customers are. */
export interface TeamWrote extends Happened {
  readonly type: 'team.wrote';
  readonly place: Place;
  readonly message: Message;
}

/** The whole message as it reads now: it may arrive before the message it changes. */
export interface Edited extends Happened {
  readonly type: 'customer.edited';
  readonly place: Place;
  readonly message: Message;
  /** It had been deleted, and its author brought it back. */
  readonly restored?: true;
}

export interface Deleted extends Happened {
  readonly type: 'customer.deleted';
  readonly place: Place;
  readonly message: string;
}

/** Every button there is; a name that is not among them has no effect. */
export const BUTTONS = [
  'send',
  'edit',
  'arrived',
  'regenerate',
  'not-a-request',
  'take-over',
  'resolve',
  'split',
  'merge',
  'correct-category',
  'correct-urgency',
  'why',
  'learn',
  'decline-learning',
  'snooze',
  'keep-promise',
  'edit-promise',
  'drop-promise',
  'skip-survey',
  'hand-on',
] as const;
export type Button = (typeof BUTTONS)[number];

/** A press on a card, after the door looked up who pressed. Nothing in it but `actor` is believed. */
export interface Pressed extends Happened {
  readonly type: 'agent.pressed';
  readonly conversation: string;
  readonly actor: Person;
  readonly button: Button;
  /** The number of the draft the button stood on: send, edit, arrived and regenerate need it. */
  readonly draft?: number;
  /** edit: the reply as the agent wrote it. regenerate: the hint. edit-promise: by when, in their words. */
  readonly text?: string;
  /** split: ids of the messages that are another matter. */
  readonly messages?: readonly string[];
  /** merge: the conversation this one belongs to. */
  readonly into?: string;
  /**
   * correct-category, correct-urgency: what it is. learn, decline-learning: the id of the lesson. snooze: until when.
   * …-promise: of the promise.
   */
  readonly value?: string;
  /** hand-on: who was chosen, after the door looked up who that is. */
  readonly receiver?: Person;
  /** hand-on: whether the receiver is away, as the desk knows. */
  readonly away?: Away;
  /** It counts at once, where others would be asked whether they mean it: nobody is there who could be. */
  readonly meant?: true;
}

/** Characters of a press's `value`: longer ones are none of ours. */
export const LONGEST_VALUE = 500;

/** Every button that a customer may be shown; what it stands for is decided in `answers.ts`. */
export const CUSTOMER_BUTTONS = ['solved', 'person', 'unsolved', 'rate'] as const;
export type CustomerButton = (typeof CUSTOMER_BUTTONS)[number];

/** A press on a button under what a customer was asked. Nothing in it but who pressed, and where, is believed. */
export interface CustomerPressed extends Happened {
  readonly type: 'customer.pressed';
  readonly conversation: string;
  readonly actor: Person;
  /** Where it was pressed. */
  readonly place: Place;
  /** The number of the question that the button stands under. */
  readonly question: number;
  readonly button: CustomerButton;
  readonly value?: string;
}

/** An agent asked for a draft on a message that the desk may not have taken up by itself. */
export interface Asked extends Happened {
  readonly type: 'draft.requested';
  readonly actor: Person;
  readonly place: Place;
  readonly message: Message;
}

/** `due` is the instant the timer was set for: one that no longer matches is ignored. */
export interface TimerFired extends Happened {
  readonly type: 'timer.fired';
  readonly conversation: string;
  readonly name: string;
  readonly due: Instant;
  /** What the desk knows of the customer beyond this conversation, where the timer asks for it. */
  readonly lately?: Lately;
  /** assignment: who may own it, as the desk knows. */
  readonly staff?: readonly Staffer[];
}

/** Somebody went away or came back: what that is to one conversation. */
export interface PresenceChanged extends Happened {
  readonly type: 'presence.changed';
  readonly conversation: string;
  /** Who may own it, as the desk knows. */
  readonly staff?: readonly Staffer[];
}

/** An agent opened the dialog in which a reply is written, or asked for. */
export interface DialogOpened extends Happened {
  readonly type: 'dialog.opened';
  readonly conversation: string;
  readonly actor: Person;
  readonly button: WritingButton;
  /** Who else is writing there, as the desk knows. */
  readonly others?: readonly Person[];
}

/** Buttons behind which an agent makes a reply. */
export const WRITING_BUTTONS = ['edit', 'regenerate'] as const satisfies readonly Button[];
export type WritingButton = (typeof WRITING_BUTTONS)[number];

/** A reply reached the customer's place. */
export interface Delivered extends Happened {
  readonly type: 'reply.delivered';
  readonly conversation: string;
  readonly draft: number;
}

/** The outbox gave up on something meant for the customer. */
export interface DeliveryFailed extends Happened {
  readonly type: 'delivery.failed';
  readonly conversation: string;
  /** Absent when it was the acknowledgement, or a notice. */
  readonly draft?: number;
  readonly notice?: true;
  /** In words for agents: what happened and what to do. */
  readonly because: string;
  /** It may have arrived all the same, and the platform cannot tell. */
  readonly uncertain?: true;
}

/** What a model made of the request for a better draft. */
export interface DraftWritten extends Happened {
  readonly type: 'draft.written';
  readonly conversation: string;
  /** The number of the draft that it was to better. */
  readonly draft: number;
  readonly written: Written;
}

/** Messages that left another conversation: as a matter of their own (split) or for this one (merge). */
export interface Moved extends Happened {
  readonly type: 'messages.moved';
  readonly from: string;
  /** The conversation they go to; absent for a new one. */
  readonly into?: string;
  readonly place: Place;
  readonly customer: Person;
  readonly messages: readonly Message[];
  readonly actor: Person;
  /** What the customer has seen of us there: nobody is acknowledged twice, nor after a human spoke. */
  readonly acknowledgedAt?: Instant;
  readonly humanSpoke: boolean;
  readonly handedOverAt?: Instant;
  /** What the team had set right there; what it says of the conversation they come to goes before it. */
  readonly corrections?: Corrections;
  /** Those that are of these messages. */
  readonly lessons?: readonly Lesson[];
  /** What was promised about them and is not kept yet. */
  readonly promises?: readonly GivenPromise[];
}

export type Event =
  | CustomerWrote
  | TeamWrote
  | Edited
  | Deleted
  | Pressed
  | CustomerPressed
  | Asked
  | TimerFired
  | Delivered
  | DeliveryFailed
  | DraftWritten
  | Moved
  | PresenceChanged
  | DialogOpened;
