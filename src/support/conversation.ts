import type { Corrections } from './corrections.ts';
import type { Citation } from './knowledge/citing.ts';
import type { Lesson } from './lessons.ts';
import type { Absence } from './ownership/staff.ts';
import type { Question } from './questions.ts';
import type { Check } from './reply/standards.ts';
import type { Values } from './reply/wording.ts';
import type { Person } from './roles.ts';
import type { Clocks } from './time/clocks.ts';
import type { Escalation } from './time/escalation/escalation.ts';
import type { FollowedUp } from './time/follow-up/nudges.ts';
import type { GivenPromise } from './time/promises/given.ts';
import type { Snooze } from './time/snooze.ts';
import type { Recovery } from './time/survey/recovery.ts';
import type { Surveyed } from './time/survey/surveyed.ts';
import type { Triage } from './triage/triage.ts';

/** Milliseconds since 1970, UTC. */
export type Instant = number;

/** `replay` is a history that is played again: nothing leaves. */
export type Platform = 'slack' | 'teams' | 'playground' | 'replay';

/** Where a customer wrote, in the platform's own ids. `thread` is the id of the thread's root message. */
export interface Place {
  readonly platform: Platform;
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string;
  /** A one-to-one chat with the bot, not a shared channel. */
  readonly direct?: boolean;
}

/** A file as agents get to see it: a link, never the bytes. */
export interface Attachment {
  readonly name: string;
  readonly url: string;
}

/** One message of a customer or of a human of the team. `text` is plain, platform markup decoded. */
export interface Message {
  /** The platform's id, unique within its channel. */
  readonly id: string;
  readonly author: Person;
  readonly at: Instant;
  readonly text: string;
  readonly files: readonly Attachment[];
  /** What it said before its author edited it. */
  readonly before?: string;
  /** When it was last edited: an older edit that comes later changes nothing. */
  readonly editedAt?: Instant;
  readonly deleted?: boolean;
}

/** Why a draft can no longer be sent. */
export type VoidReason =
  | 'customer-wrote'
  | 'customer-edited'
  | 'customer-deleted'
  | 'human-answered'
  | 'replaced'
  | 'not-a-request'
  | 'resolved'
  | 'moved';

export type DraftState =
  | { readonly is: 'open' }
  | { readonly is: 'void'; readonly because: VoidReason; readonly at: Instant }
  /** On its way, or arrived. `edited` when the agent changed the words; `waited` is since when the customer did. */
  | ({ readonly is: 'approved' | 'sent' } & Approval)
  /**
   * The platform would not take it; it may be sent again. `uncertain` when it may have arrived all the same: agents
   * look, and say so or send it again.
   */
  | ({ readonly is: 'failed'; readonly because: string; readonly uncertain?: true } & Approval);

export interface Approval {
  readonly by: Person;
  readonly at: Instant;
  readonly edited: boolean;
  readonly waited?: Instant;
}

/** What a model made of a draft, for agents. */
export type ModelNote =
  /** It wrote it; so many things it did not get to read. */
  | { readonly is: 'wrote'; readonly because: string; readonly masked: number }
  /** What was found and what is still unknown, in place of a weak draft. */
  | { readonly is: 'found'; readonly text: string; readonly because: string }
  | { readonly is: 'no-better' | 'unavailable'; readonly because: string };

/** A proposed reply. Drafts of a conversation are numbered from 1; only the last can be open. */
export interface Draft {
  readonly number: number;
  readonly text: string;
  /** What the desk had proposed, where the agent sent other words. */
  readonly proposed?: string;
  readonly language: string;
  /** The ids of the wordings it was put together from. */
  readonly template: string;
  /** What their placeholders were filled with. */
  readonly filled?: Values;
  readonly writtenAt: Instant;
  readonly checks: readonly Check[];
  /** The articles that it rests on, or that may help whoever answers. */
  readonly citations?: readonly Citation[];
  /** It says the words of an article, and how sure that is. */
  readonly answered?: 'answer' | 'suggest';
  /** The time that the desk put into it, as it stands there in words. */
  readonly promised?: { readonly due: Instant; readonly words: string };
  /** Why it was not sent by itself, where the policy lets that happen. */
  readonly held?: readonly string[];
  readonly model?: ModelNote;
  /** The draft that it stands in place of, where that was shown. */
  readonly replaces?: number;
  readonly state: DraftState;
}

/**
 * gathering: the customer may still be typing; nothing is drafted yet.
 * waiting:   the customer waits for us.
 * answered:  we wait for the customer.
 * The others are at rest: a further request of the customer reopens `resolved`, never `set-aside` or `merged`.
 */
export type Status = 'gathering' | 'waiting' | 'answered' | 'resolved' | 'set-aside' | 'merged';

export type TimerName =
  | 'burst'
  | 'clock'
  | 'escalation'
  | 'follow-up'
  | 'snooze'
  | 'promise'
  | 'survey'
  | 'assignment'
  | 'owed';

/** One line of "who did what and when", as the card shows it. */
export interface Deed {
  readonly at: Instant;
  readonly by: Person;
  readonly did:
    | 'sent'
    | 'edited-and-sent'
    | 'answered-directly'
    | 'took-over'
    | 'regenerated'
    | 'set-aside'
    | 'resolved'
    | 'split'
    | 'merged'
    | 'asked'
    | 'corrected-category'
    | 'corrected-urgency'
    | 'solved'
    | 'called-person'
    | 'ended-escalation'
    | 'asked-if-it-worked'
    | 'asked-again'
    | 'checked-in'
    | 'closed-by-silence'
    | 'unsolved'
    | 'snoozed'
    | 'woke'
    | 'confirmed-promise'
    | 'moved-promise'
    | 'dismissed-promise'
    | 'asked-to-rate'
    | 'reminded-to-rate'
    | 'rated'
    | 'skipped-survey'
    | 'assigned'
    | 'handed-on';
  readonly detail?: string;
}

/** Everything the desk knows of one matter of one customer. Immutable: `decide` returns the next one. */
export interface Conversation {
  readonly id: string;
  /** Grows by one with each decision; the store commits only on top of the version that was read. */
  readonly version: number;
  readonly place: Place;
  readonly customer: Person;
  readonly status: Status;
  readonly openedAt: Instant;
  /** When the last burst began; it goes on while `gathering`. */
  readonly gatheringSince?: Instant;
  /** When the customer wrote what we have not answered yet. */
  readonly waitingSince?: Instant;
  /** When the customer last wrote anything here; decides whether a further message still belongs. */
  readonly lastCustomerAt: Instant;
  /** In the platform's order, whatever the order of delivery. */
  readonly messages: readonly Message[];
  readonly triage?: Triage;
  /** What the team set right about the triage; absent where it is as it was read. */
  readonly corrections?: Corrections;
  /** What its corrections may teach or have taught. */
  readonly lessons?: readonly Lesson[];
  readonly owner?: Person;
  /** Why the owner of a waiting conversation is not there, as was last found. */
  readonly ownerAbsent?: Absence;
  /** When to look next whether it has an owner who is there. */
  readonly ownerLook?: Instant;
  readonly drafts: readonly Draft[];
  /** What the customer was asked by buttons. */
  readonly questions?: readonly Question[];
  readonly acknowledgedAt?: Instant;
  /** Since when it is a person's: the customer asked for one, or what the desk answered did not settle it. */
  readonly handedOverAt?: Instant;
  /** A human of the team has spoken to this customer here: the bot answers nothing by itself any more. */
  readonly humanSpoke: boolean;
  /** What is owed to the customer, and by when. */
  readonly clocks?: Clocks;
  /** Why humans were called in, oldest first. */
  readonly escalations?: readonly Escalation[];
  /** What the desk said to the customer unasked. */
  readonly followUp?: FollowedUp;
  /** Set aside by an agent for a while; absent once it is over. */
  readonly snooze?: Snooze;
  /** The conversation it goes on from, which had been closed for too long to be opened again. */
  readonly follows?: string;
  /** What the team told the customer it would do, in the order in which it was told. */
  readonly promises?: readonly GivenPromise[];
  /** When somebody was last told of what is owed here beyond its time. */
  readonly owedCalled?: Instant;
  /** Who was last asked whether to close it though something is promised, and when. */
  readonly doubted?: { readonly by: string; readonly at: Instant };
  /** How the customer says that it was. */
  readonly survey?: Surveyed;
  /** What we make up for, or have made up for. */
  readonly recovery?: Recovery;
  readonly timers: Readonly<Partial<Record<TimerName, Instant>>>;
  readonly deeds: readonly Deed[];
  /** The conversation it was merged into. */
  readonly mergedInto?: string;
}

/** The draft that may still be sent, if any: the last one, open or refused by the platform. */
export function openDraft(conversation: Conversation): Draft | undefined {
  const last = conversation.drafts.at(-1);
  return last?.state.is === 'open' || last?.state.is === 'failed' ? last : undefined;
}

/** The customer's messages that still stand, oldest first. */
export function customerMessages(conversation: Conversation): Message[] {
  return conversation.messages.filter((m) => m.author.role === 'customer' && !m.deleted);
}

/** Whether the customer is waiting for us. */
export function isOpen(conversation: Conversation): boolean {
  return conversation.status === 'gathering' || conversation.status === 'waiting';
}

/** The conversation with its standing draft withdrawn; the same one when there is none. */
export function withoutDraft(
  conversation: Conversation,
  because: VoidReason,
  at: Instant,
): Conversation {
  const draft = openDraft(conversation);
  return draft
    ? withDraft(conversation, { ...draft, state: { is: 'void', because, at } })
    : conversation;
}

/** The conversation with this draft in the place of the one of the same number, or added. */
export function withDraft(conversation: Conversation, draft: Draft): Conversation {
  const others = conversation.drafts.filter((d) => d.number !== draft.number);
  const all = [...others, draft].toSorted((a, b) => a.number - b.number);
  const isVoid = ({ state }: Draft) => state.is === 'void';
  const forgotten = new Set(all.filter(isVoid).slice(0, -VOID_REMEMBERED));
  return { ...conversation, drafts: all.filter((one) => !forgotten.has(one)) };
}

/** Of the drafts that came to nothing, so many of the last: somebody who writes on all day would have hundreds. */
const VOID_REMEMBERED = 50;

/** A conversation remembers its first message and this many of the last: the platform has them all. */
const REMEMBERED = 200;

/** The conversation with these messages where the platform's order has them. A known id is replaced. */
export function withMessages(
  conversation: Conversation,
  messages: readonly Message[],
): Conversation {
  const ids = new Set(messages.map((m) => m.id));
  const others = conversation.messages.filter((m) => !ids.has(m.id));
  const all = [...others, ...messages].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const kept = all.length > REMEMBERED ? [all[0]!, ...all.slice(1 - REMEMBERED)] : all;
  return { ...conversation, messages: kept };
}
