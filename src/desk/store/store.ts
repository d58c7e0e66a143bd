import type { Conversation, Instant, Platform } from '../../support/conversation.ts';
import type { KeptEffect } from '../../support/effects.ts';
import type { Event } from '../../support/events.ts';
import type { Aside } from '../../support/grouping/stream.ts';
import type { KeptLesson } from '../../support/lessons.ts';
import type { KeptFact } from '../../support/report/page.ts';
import type { Round } from '../../support/rounds/round.ts';
import type { Lease } from '../lease.ts';
import type { Delivery, Ref, Shelf } from '../ports.ts';
import type { Ledger } from './ledger.ts';
import type { Limits } from './limits.ts';

/** A delivery that is kept. `number` grows in the order of acceptance. */
export interface Kept extends Omit<Delivery, 'platform'> {
  readonly number: number;
  /** `desk` for what the desk raised itself. */
  readonly platform: Platform | 'desk';
  /** How often it was taken up, this time included. */
  readonly attempts: number;
}

/** A name by which a conversation is found. `was` is whom it named when we looked: if it moved on, so must we. */
export interface Claim {
  readonly key: string;
  readonly was: string | undefined;
  /** The conversation, or `TOMBSTONE`; of `nudged/…`, the event that last spoke to the customer unasked. */
  readonly now: string;
}

/** What a key names when its message was deleted before it arrived. */
export const TOMBSTONE = '-';

/** One decision, kept whole or not at all. */
export interface Commit {
  readonly event: string;
  readonly at: Instant;
  /** The kept delivery that this settles. One that does not wait any more was decided by whoever took it up after us. */
  readonly delivery?: Kept;
  /** The timer that this consumes. One that does not stand any more was decided, or set anew or cancelled. */
  readonly timer?: { readonly conversation: string; readonly name: string; readonly due: Instant };
  /** Where `next` is of the version of `before`, nothing follows of what was read: that too is refused when it is not so any more. */
  readonly conversation?: {
    readonly before: Conversation | undefined;
    readonly next: Conversation;
  };
  /** Instead of a conversation: what concerns the whole desk. Its timers and effects are kept under its id. */
  readonly round?: { readonly before: Round | undefined; readonly next: Round };
  readonly claims: readonly Claim[];
  /** Of the conversation or the round. */
  readonly effects: readonly KeptEffect[];
  /** Events that come in by the front door, in the same write. */
  readonly raised: readonly Event[];
  /** Kept in `ledger`, under their day. */
  readonly facts: readonly KeptFact[];
  /** Something said in this channel that is no customer's matter, by its name; without `aside` it is forgotten. */
  readonly overheard?: { readonly channel: string; readonly key: string; readonly aside?: Aside };
}

export interface DueTimer {
  /** Or the round's id. */
  readonly conversation: string;
  readonly name: string;
  readonly due: Instant;
}

/** What one person has to do. */
export interface Load {
  readonly person: string;
  /** Conversations of theirs in which a customer waits for us. */
  readonly open: number;
  /** When they were last given one. */
  readonly assignedAt?: Instant;
}

/** An effect that waits to be carried out. */
export interface Pending {
  readonly number: number;
  /** Or the round's id. */
  readonly conversation: string;
  readonly effect: KeptEffect;
  /** Of carrying it out, this one included. */
  readonly attempts: number;
  /** An earlier attempt may have arrived without our knowing: look before repeating. */
  readonly uncertain: boolean;
  /** Until when nobody else tries. */
  readonly lease: Instant;
}

/** What became of an attempt. */
export type Settlement =
  /** Done. `raised` comes back by the front door in the same write. */
  | { readonly is: 'done'; readonly ref?: Ref; readonly raised?: Event }
  | { readonly is: 'again'; readonly at: Instant; readonly uncertain: boolean }
  | { readonly is: 'given-up'; readonly raised?: Event };

/** Nothing can be kept just now, whatever it is: the disk is full, or not ours to write. A later try may help. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';

  constructor(cause: Error, remedy = 'See to its disk') {
    super(`The store cannot be written: ${cause.message}. ${remedy}.`, { cause });
    // Everything that comes meanwhile meets it: where that was would fill the log and tell nothing.
    this.stack = '';
  }
}

/** The store is there and cannot be used as it is: waiting does not help. Its text is for whoever can see to it. */
export class StoreRefuses extends Error {
  override readonly name = 'StoreRefuses';
}

/**
 * Where the desk keeps everything that asks "who was first". Every write is durable when its promise resolves and is
 * whole or not at all; a failed write rejects and changes nothing.
 */
export interface Store extends Limits, AsyncDisposable {
  /** For how long whoever shares it may have what they have taken up. */
  readonly lease: Lease;
  /** Where other desks may keep things in the same place. */
  readonly shared?: {
    /** How often to look for what they have kept or left undone, in ms. */
    readonly lookEvery: number;
    /** How often what was accepted of lessons has changed, whoever changed it; undefined while the store is away. */
    learnt(): Promise<number | undefined>;
  };

  /** Keeps deliveries; one whose id is known already is absorbed. */
  accept(deliveries: readonly Delivery[]): Promise<void>;
  /**
   * The first delivery of each lane that nobody has, the longest waiting first. Until it is settled or put off, or `lease` is
   * over, nobody gets anything of its lane: what is of one lane is decided in order, however many look.
   */
  claimDeliveries(now: Instant, lease: Instant, limit: number): Promise<Kept[]>;
  /** Its lane stands still until then. Nothing happens where somebody else has taken it up since. */
  postpone(delivery: Kept, until: Instant): Promise<void>;
  /**
   * Settles a delivery that no decision consumed. `dead` keeps its body for inspection. Nothing happens where somebody else has
   * taken it up since.
   */
  dismiss(delivery: Kept, how: 'ignored' | 'dead'): Promise<void>;

  conversation(id: string): Promise<Conversation | undefined>;
  round(id: string): Promise<Round | undefined>;
  /** Whom each key names: a conversation's id or `TOMBSTONE`. Unknown keys are absent. */
  named(keys: readonly string[]): Promise<Map<string, string>>;
  /** Waiting or gathering, the longest waiting first. */
  waiting(limit: number): Promise<Conversation[]>;
  /** Newest first. */
  ofCustomer(
    platform: Platform,
    workspace: string,
    customer: string,
    limit: number,
  ): Promise<Conversation[]>;

  /** Those of one owner that are not at rest: who waits for us, the longest first, then the others. */
  ofOwner(platform: Platform, owner: string, limit: number): Promise<Conversation[]>;
  /** What everybody of a platform has to do who owns something or was ever given anything. */
  loads(platform: Platform): Promise<Load[]>;

  /** Those of a channel that were touched since, and what was said beside them; newest first. */
  ofChannel(channel: string, since: Instant, limit: number): Promise<Conversation[]>;
  asides(channel: string, since: Instant, limit: number): Promise<Aside[]>;
  /** What conversations may teach, have taught or were not to, as they say it themselves; the oldest first. */
  lessons(): Promise<KeptLesson[]>;
  readonly ledger: Ledger;

  /**
   * Keeps one decision. `decided` when the event had been decided before, or its timer does not stand any more (the delivery is
   * settled all the same), or its delivery does not wait any more,
   * `overtaken` when somebody committed to the conversation or round, or took one of the names first: read again, decide again.
   */
  commit(commit: Commit): Promise<'kept' | 'decided' | 'overtaken'>;

  /** Timers whose time has come, the earliest first; nobody else gets them before `lease`. */
  claimTimers(now: Instant, lease: Instant, limit: number): Promise<DueTimer[]>;
  /** The first effect of each lane whose time has come; nobody else gets them before `lease`. */
  claimEffects(now: Instant, lease: Instant, limit: number): Promise<Pending[]>;
  /** Done is done; else nothing happens where somebody else has taken it up since, after our lease had ended. */
  settle(effect: Pending, settlement: Settlement, at: Instant): Promise<void>;
  /** Where the parts of a conversation were posted, by slot. */
  refs(conversation: string): Promise<Map<string, Ref>>;
  /** Whose part was posted there. */
  postedAt(ref: Ref): Promise<string | undefined>;
  /** When somebody must look at timers or effects next. */
  nextDue(): Promise<Instant | undefined>;

  /** How much waits, for metrics: it is counted, which takes long where much does. */
  depth(): Promise<{ inbox: number; effects: number; timers: number }>;
  /** Forgets ids of events and deliveries settled before `before`, and asides said before `said`. */
  prune(before: Instant, said: Instant): Promise<void>;
  shelf<T>(name: string): Shelf<T>;
}

/** An event that the desk raised itself, as it comes in by the front door. */
export function raisedDelivery(event: Event): Omit<Kept, 'number' | 'attempts'> {
  // Events of one conversation are decided one after the other, whoever raised them.
  const lane = 'conversation' in event ? event.conversation : event.id;
  return { id: event.id, platform: 'desk', lane: `desk:${lane}`, body: JSON.stringify(event) };
}

export function customerKey(platform: string, workspace: string, customer: string): string {
  return `${platform}/${workspace}/${customer}`;
}

/** Whose a conversation is until it is at rest. */
export function ownerKey({ place, owner, status }: Conversation): string | null {
  const rests = status === 'resolved' || status === 'set-aside' || status === 'merged';
  return owner === undefined || rests ? null : `${place.platform}/${owner.id}`;
}
