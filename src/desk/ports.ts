import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Conversation, Instant, Place, Platform } from '../support/conversation.ts';
import type { Note, Outgoing } from '../support/effects.ts';
import type { Event } from '../support/events.ts';
import type { Learning } from '../support/learning.ts';
import type { Gap } from '../support/lessons/gaps.ts';
import type { Lessons } from '../support/lessons.ts';
import type { Kudos } from '../support/praise/kudos.ts';
import type { Check } from '../support/reply/standards.ts';
import type { Outcome, Usage, WriteRequest, Written } from '../support/reply/writing.ts';
import type { Known } from '../support/report/asking/filters.ts';
import type { Misunderstood } from '../support/report/asking.ts';
import type { Question, Report } from '../support/report/report.ts';
import type { Chart, Sheet } from '../support/report/sheet.ts';
import type { Person } from '../support/roles.ts';

/** Something that came in at a door, as it came: kept before it is acknowledged, understood afterwards. */
export interface Delivery {
  /** The platform's own id of the delivery: a retry has the same one. */
  readonly id: string;
  readonly platform: Platform;
  /** Deliveries of one lane are decided one after the other; a channel is a lane. */
  readonly lane: string;
  /** Raw, as the platform sent it (JSON). */
  readonly body: string;
}

/** What a door makes of a delivery. */
export type Understood = { readonly event: Event } | { readonly ignored: string };

/** Where something was posted, in the platform's own ids. */
export interface Ref {
  readonly channel: string;
  readonly id: string;
}

/** What a door needs beside the effect to carry it out. */
export interface Stage {
  /** As it stands now, which may be later than the decision. */
  readonly conversation: Conversation;
  /** The triage card, once it has been posted. */
  readonly card?: Ref;
  /** Where this effect's slot was posted before: update it instead of posting. */
  readonly posted?: Ref;
  /**
   * Asked last before anything is posted: whoever stood still meanwhile leaves it to others, who may have taken it up by now.
   * @throws PlatformError when it is too late.
   */
  readonly inTime?: () => void;
}

/** What a door needs beside a note to post it. */
export interface NoteStage {
  readonly about: ReadonlyMap<string, Stage>;
  readonly uncertain: boolean;
  /** Whom it is for, where that is one person of the team. */
  readonly person?: Person;
  /** The report that it brings. */
  readonly sheet?: Sheet;
}

/** A platform, as the desk sees it. */
export interface Door {
  readonly platform: Platform;
  /**
   * Looks up what it must (who wrote) and returns facts. Rejects on a bug, or when it cannot tell yet.
   * @throws PlatformError that is retryable: the delivery's lane waits, for as long as it takes.
   */
  understand(delivery: Delivery): Promise<Understood>;
  /**
   * Carries out one effect. Returns where it was posted, or nothing when it leaves no message.
   * @throws PlatformError when the platform refused or the wire broke.
   */
  perform(effect: Outgoing, stage: Stage): Promise<Ref | undefined>;
  /**
   * Those of these people who are agents or leads here now, each as the platform calls them. Whom it does not know is left out.
   * @param ids as a policy names people, or as this door names them; or all leads
   * @throws PlatformError when the platform cannot be asked.
   */
  staff(ids: readonly string[] | 'leads'): Promise<Person[]>;
  /**
   * Looks for an effect that may have arrived although we were not told.
   * `unknown` when the platform cannot say: agents are asked then.
   * @throws PlatformError when it could not look.
   */
  find(effect: Outgoing, stage: Stage): Promise<Ref | 'absent' | 'unknown'>;
  /**
   * Posts what concerns the team, in the triage channel, in a direct message to `person`, or in the channel that the note names where
   * it is one of ours in which no customer reads. `about` has the conversations that it lists as they stand now; those that are not
   * there are left out. Where it is `uncertain`, an earlier attempt may have arrived: who can look, looks before repeating.
   * @throws PlatformError when the platform refused or the wire broke.
   */
  postNote(note: Note, how: NoteStage): Promise<Ref | undefined>;
}

/** Milliseconds that we wait at most when a platform asks us to. */
const LONGEST_WAIT = 60 * 60_000;

/** A platform said no, or the wire broke. Made in one place per door. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly platform: Platform;
  /** Trying again may help. */
  readonly retryable: boolean;
  /** Milliseconds the platform asked us to wait. */
  readonly retryAfter: number | undefined;
  /** It may have been carried out all the same (a timeout, a broken connection): look before repeating. */
  readonly uncertain: boolean;

  constructor(
    platform: Platform,
    message: string,
    how: { retryable: boolean; retryAfter?: number; uncertain?: boolean; cause?: unknown },
  ) {
    super(message, { cause: how.cause });
    this.platform = platform;
    this.retryable = how.retryable;
    // Whoever asks for more is asked again in between; scripts count in whole milliseconds.
    this.retryAfter =
      how.retryAfter === undefined
        ? undefined
        : Math.min(Math.max(Math.ceil(how.retryAfter), 0), LONGEST_WAIT);
    this.uncertain = how.uncertain ?? false;
  }
}

/** A small key-value room for what can be looked up again: people, installations, caches. */
export interface Shelf<T> {
  get(key: string): Promise<T | undefined>;
  /** `ttl` in milliseconds. */
  set(key: string, value: T, ttl?: number): Promise<unknown>;
  /** Puts it there where nothing is, in one step. @returns whether it did: of several who try at once, one. */
  putIfAbsent(key: string, value: T, ttl: number): Promise<boolean>;
  delete(key: string): Promise<unknown>;
}

/** Ids of people and channels by their names. */
export type Called = Omit<Known, 'categories'>;

/** What a door may ask of the desk. */
export interface Desk {
  /**
   * Keeps deliveries; resolves when they would survive kill -9. Repeats are absorbed.
   * @throws when they could not be kept: the door answers 5xx, so that the platform tries again.
   */
  accept(...deliveries: Delivery[]): Promise<void>;
  /** One conversation as it stands. */
  conversation(id: string): Promise<Conversation | undefined>;
  /** Those that wait for us, the longest waiting first; at most `limit` (default 50). */
  waiting(limit?: number): Promise<Conversation[]>;
  /** Recent conversations of one customer, newest first, whatever their status. */
  ofCustomer(platform: Platform, workspace: string, customer: string): Promise<Conversation[]>;
  /**
   * The conversation of this message or its thread (`place.thread`): where the customer wrote, or where its card or
   * something under it was posted. One that was merged is the one it became.
   */
  inThread(place: Place): Promise<Conversation | undefined>;
  /** Where the card of a conversation stands; undefined where it has none yet. */
  card(conversation: string): Promise<Ref | undefined>;
  /** What leads have accepted, and what waits for them. */
  lessons(): Promise<Lessons>;
  /** What customers ask and no article answers, the most asked first. */
  gaps(): Promise<readonly Gap[]>;
  /** What leads accepted and may judge, and how often drafts and triage were right in the last so many days. */
  learning(days: number): Promise<Learning>;
  /**
   * What became of a period, counted beside the event loop.
   * @throws NoAnswer where it takes too long or too many ask at once: its message says what to do.
   */
  report(question: Question): Promise<Report>;
  /**
   * What a lead asks behind `report`, as people read it; or what was not understood of it, in words for them. Words that begin with
   * "behind" and a number's name ask for the conversations that it counts.
   * @param zone the asker's (IANA); without one, the desk's own
   * @param called whom the door knows by names; without them, what is said is an id
   * @throws as `report` does.
   */
  reportSheet(words: string, zone?: string, called?: Called): Promise<Sheet | Misunderstood>;
  /** The same as a file to take away. */
  reportFile(
    words: string,
    as: 'csv' | 'json',
    zone?: string,
    called?: Called,
  ): Promise<{ readonly name: string; readonly text: string } | Misunderstood>;
  /**
   * Shares a report with the team, unless it was shared from this message before, or just now with the same words: then nothing
   * is done. Where `share` fails or has nothing to show, whoever tries again may.
   * @returns what `share` does; undefined where it was shared already
   * @throws what `share` throws
   */
  shareOnce<T>(
    report: {
      readonly platform: Platform;
      readonly message: string;
      readonly words: string;
    },
    share: () => Promise<T | Misunderstood>,
  ): Promise<T | Misunderstood | undefined>;
  /**
   * What this agent may want to look at again in a reply of their own before it is sent. Nothing where they want no hints, or
   * where it could not be looked up: no reply waits for a hint.
   */
  hintsOn(
    about: { readonly conversation: string; readonly draft?: number },
    reply: string,
    agent: Person,
  ): Promise<readonly Check[]>;
  /** From here on this agent gets such hints, or gets none. */
  wantsHints(platform: Platform, agent: Person, wanted: boolean): Promise<void>;
  /** What customers praised of late, the newest first: leads get all, others what names them. `workspace`: only of there. */
  kudos(
    platform: Platform,
    workspace: string | undefined,
    person: Person,
  ): Promise<readonly Kudos[]>;
  /** From here on this person is named where thanks to them are shared, or is not. */
  wantsKudos(platform: Platform, person: Person, wanted: boolean): Promise<void>;
  /** What somebody owns that is not at rest: who waits for us, the longest first, then the others. */
  owned(platform: Platform, person: string): Promise<Conversation[]>;
  /** This agent is away or back: `words` are those of the command, "away until 15:00" or "back". What they are answered. */
  keepsHours(platform: Platform, agent: Person, words: string): Promise<string>;
  shelf<T>(name: string): Shelf<T>;
}

/** A model that writes drafts. It cannot send: what it writes is a draft like any other. */
export interface Writer {
  /**
   * Writes a reply, or says why there is none; it never rejects. The service standards are the caller's: `check` names those that
   * a text fails, and one that fails some is written once more.
   */
  write(
    request: WriteRequest,
    how: { readonly check: (text: string) => readonly string[]; readonly signal?: AbortSignal },
  ): Promise<Written>;
  stats(): Promise<WriterStats>;
}

/** What a model was asked for since the start. */
export interface WriterStats extends Usage {
  /** Questions, of which a draft takes several. */
  readonly asked: number;
  readonly failed: number;
  /** Drafts by what became of them. */
  readonly outcomes: Readonly<Record<Outcome | 'unavailable', number>>;
  /** It failed several times, and is spared for a while. */
  readonly resting: boolean;
  /** What was spent today (UTC), by all who share the budget; money in the currency of the prices. */
  readonly today: { readonly tokens: number; readonly money: number };
}

/** Draws charts beside the event loop. A report can do without a picture: whoever asks must be ready for an error. */
export interface Charts {
  /**
   * @returns an SVG, 720 pixels wide, in which texts are nothing but text
   * @throws when it is not drawn in time, or cannot be
   */
  drawSvg(chart: Chart, look: 'light' | 'dark'): Promise<string>;
  /**
   * @returns a PNG on a light ground, 1,440 pixels wide
   * @throws when it is not drawn in time, or cannot be
   */
  drawPng(chart: Chart): Promise<Uint8Array>;
}

/** Time, where nobody is kept waiting by it: it may be moved forward. */
export interface Time {
  /** When something is due next; undefined where all is at rest. */
  nextDue(): Promise<Instant | undefined>;
  /**
   * Lets time pass until `end`. What is due now and on the way is done at its own instant, in order; `arrived` is called when all
   * of an instant is done. Resolves when nothing more is due by then.
   */
  passTo(end: Instant, arrived?: () => Promise<void>): Promise<void>;
}

/** Where a room writes its log; pino satisfies it. Never a message's text, a token or a signature. */
export interface Log {
  debug(facts: object, text: string): void;
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

/** One route of the shared HTTP port. The handler owns the answer. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}
