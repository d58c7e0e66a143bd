import { type Conversation, type Instant, isOpen, type Platform } from '../support/conversation.ts';
import { isSaid, type KeptEffect, type Note, type Outgoing, slotOf } from '../support/effects.ts';
import type { Event } from '../support/events.ts';
import type { Handbook } from '../support/handbook.ts';
import type { Sheet } from '../support/report/sheet.ts';
import { promisesOwed } from '../support/time/promises/given.ts';
import { requestFor } from '../support/writing.ts';
import type { Clock } from './clock.ts';
import type { Lease } from './lease.ts';
import { placeOf } from './places.ts';
import {
  type Desk,
  type Door,
  type Log,
  type NoteStage,
  PlatformError,
  type Ref,
  type Stage,
  type Writer,
} from './ports.ts';
import type { Pending, Settlement, Store } from './store/store.ts';

/** Attempts until we give up: about half an hour with the delays below. */
const MOST_ATTEMPTS = 12;
/** Attempts to show agents something, about a day: without its card nobody knows of a customer. */
const MOST_SHOWINGS = 300;
/** Attempts to record what became of an attempt. */
const MOST_SETTLING_TRIES = 6;
/** First delay and longest delay between attempts, in ms. */
const FIRST_DELAY = 500;
const LONGEST_DELAY = 300_000;

/** What an effect needs to be carried out. */
export interface Hands {
  readonly store: Store;
  readonly doors: ReadonlyMap<Platform, Door>;
  readonly writer?: Writer | undefined;
  readonly handbook: Handbook;
  readonly clock: Clock;
  readonly log: Log;
  readonly reportSheet: Desk['reportSheet'];
  readonly isAway: (platform: Platform, person: string) => Promise<boolean>;
  /** The desk closes: what has not begun, or is still being written, is left to whoever is next. */
  readonly closing: AbortSignal;
}

/**
 * Carries out one effect that was claimed, and settles it. Never rejects: what fails is tried again later. Resolves with
 * what became of it; undefined where that could not be kept.
 */
export async function carryOut(pending: Pending, parts: Hands): Promise<Settlement | undefined> {
  const { clock, log } = parts;
  const { effect } = pending;
  const about = { effect: effect.id, type: effect.type, conversation: pending.conversation };
  try {
    const settlement = parts.closing.aborted
      ? leftToOthers(pending, clock.now())
      : await attempt(pending, parts).catch(async (error) => {
          log.warn({ ...about, err: error, attempts: pending.attempts }, 'an attempt failed');
          await tellOthers(pending, error, parts);
          return afterFailure(pending, error, clock.now(), parts.store.lease);
        });
    if (settlement.is === 'given-up')
      log.error({ ...about, attempts: pending.attempts }, 'gave up');
    else log.debug(about, settlement.is === 'done' ? 'carried out' : 'to be tried again');
    await settle(pending, settlement, parts);
    return settlement;
  } catch (error) {
    log.error(
      { ...about, err: error },
      'could not be settled; its lease runs out and it is looked at again',
    );
    return undefined;
  }
}

/** Whoever was asked to wait has everybody wait who goes to the same place, at any desk. */
async function tellOthers(
  pending: Pending,
  error: unknown,
  { store, clock }: Hands,
): Promise<void> {
  if (!(error instanceof PlatformError) || error.retryAfter === undefined) return;
  const now = clock.now();
  const place = placeOf(pending);
  // Where it cannot be kept, the others find out by themselves.
  await store.limit(place, now + error.retryAfter, now).catch(() => {});
}

/** Undefined where it is this effect's turn, at a place that its platform may have limited. */
async function awaitTurn(
  pending: Pending,
  { store, clock }: Hands,
): Promise<Settlement | undefined> {
  const now = clock.now();
  const at = await store.turn(placeOf(pending), pending.number, now);
  return at > now ? { is: 'again', at, uncertain: pending.uncertain } : undefined;
}

/** What was carried out must be recorded: a store that fails for a moment is asked again. */
async function settle(
  pending: Pending,
  settlement: Settlement,
  { store, clock }: { store: Store; clock: Clock },
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await store.settle(pending, settlement, clock.now());
    } catch (error) {
      if (tries === MOST_SETTLING_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** tries));
    }
  }
}

async function attempt(pending: Pending, parts: Hands): Promise<Settlement> {
  const { store, doors, clock } = parts;
  const { effect } = pending;
  if (effect.type === 'ask-writer') return askWriter(pending, effect.draft, parts);
  if (effect.type === 'post-note') return postNote(pending, effect, parts);
  const conversation = await store.conversation(pending.conversation);
  const door = conversation && doors.get(conversation.place.platform);
  if (!conversation || !door) return withoutDoor(pending, clock.now());
  const [refs, later] = await Promise.all([store.refs(conversation.id), awaitTurn(pending, parts)]);
  if (later) return later;
  const card = refs.get('card');
  const posted = refs.get(slotOf(effect)) ?? refs.get(inPlaceOf(effect, conversation));
  const stage: Stage = { conversation, ...(card ? { card } : {}), ...(posted ? { posted } : {}) };
  // Updating in place can be repeated at will; a post can not, and what was said is posted anew wherever it stands already.
  if (pending.uncertain && (!posted || isSaid(effect))) {
    const found = await door.find(effect, stage).catch((error: unknown) => {
      throw stillUncertain(error);
    });
    if (found === 'unknown') return givenUp(pending, clock.now(), UNKNOWN, true);
    if (found !== 'absent') return done(pending, clock.now(), found);
  }
  if (isLate(pending, parts)) return leftToOthers(pending, clock.now());
  // Asking who somebody is and waiting for a token take their time too.
  const inTime = () => {
    if (!isLate(pending, parts)) return;
    throw new PlatformError(door.platform, 'Others may have it by now.', { retryable: true });
  };
  const ref = await door.perform(effect, { ...stage, inTime });
  return done(pending, clock.now(), ref);
}

/** Without its door it waits: the next start may have it again. */
function withoutDoor({ uncertain }: Pending, now: Instant): Settlement {
  return { is: 'again', at: now + LONGEST_DELAY, uncertain };
}

/** Somebody else may be sending it by the time ours would leave. */
function isLate({ lease }: Pending, { store, clock }: Hands): boolean {
  return lease - clock.now() <= store.lease.left;
}

function leftToOthers({ uncertain }: Pending, now: Instant): Settlement {
  return { is: 'again', at: now, uncertain };
}

/** Whoever was answered in the meantime is left out, and where there is nothing to tell any more nothing is posted. */
async function postNote(pending: Pending, note: Note, parts: Hands): Promise<Settlement> {
  const { doors, clock } = parts;
  const door = doors.get(note.platform);
  if (!door) return withoutDoor(pending, clock.now());
  if (isOver(note, clock.now())) return { is: 'done' };
  const later = await awaitTurn(pending, parts);
  if (later) return later;
  const person = await receiverOf(note, door);
  // What is of conversations goes to people alone, and to those of the team who are there.
  if (note.to !== 'triage' && note.report === undefined) {
    if (!person || (await parts.isAway(note.platform, person.id))) return { is: 'done' };
  }
  const about = await stagesOf(note, parts);
  if (about.size === 0 && note.report === undefined) return { is: 'done' };
  const sheet = note.report === undefined ? {} : { sheet: await sheetOf(note, note.report, parts) };
  if (isOver(note, clock.now())) return { is: 'done' };
  if (isLate(pending, parts)) return leftToOthers(pending, clock.now());
  const { uncertain } = pending;
  const ref = await door.postNote(note, { about, uncertain, ...(person && { person }), ...sheet });
  return { is: 'done', ...(ref ? { ref } : {}) };
}

function isOver({ until }: Note, now: Instant): boolean {
  return until !== undefined && until <= now;
}

async function receiverOf({ to }: Note, door: Door): Promise<NoteStage['person']> {
  return to === 'triage' ? undefined : (await door.staff([to.id]))[0];
}

async function stagesOf({ parts }: Note, { store }: Hands): Promise<Map<string, Stage>> {
  const about = new Map<string, Stage>();
  for (const { about: ids, promised } of parts) {
    for (const id of ids) {
      const conversation = await store.conversation(id);
      if (!conversation) continue;
      const owed = promised && promisesOwed(conversation).length > 0;
      if (!owed && !isOpen(conversation)) continue;
      const card = (await store.refs(id)).get('card');
      about.set(id, { conversation, ...(card ? { card } : {}) });
    }
  }
  return about;
}

/** @throws what the desk throws where it cannot be counted just now: it is tried again. */
async function sheetOf({ platform }: Note, words: string, { reportSheet }: Hands): Promise<Sheet> {
  const sheet = await reportSheet(words);
  if ('problem' in sheet) throw new PlatformError(platform, sheet.problem, { retryable: false });
  return sheet;
}

/** Where the draft was shown that this one stands in place of. */
function inPlaceOf(effect: Outgoing, { drafts }: Conversation): string {
  const draft = effect.type === 'show-draft' && drafts.find((one) => one.number === effect.draft);
  return draft && draft.replaces !== undefined ? `draft:${draft.replaces}` : '';
}

/** Asking again does no harm: a draft that is gone, or was bettered already, is bettered no more. */
async function askWriter(
  pending: Pending,
  draft: number,
  { store, writer, handbook, clock, closing }: Hands,
): Promise<Settlement> {
  const conversation = await store.conversation(pending.conversation);
  const asked = conversation && writer && requestFor(conversation, draft, handbook, clock.now());
  if (!asked) return { is: 'done' };
  const written = await writer.write(asked.request, { check: asked.check, signal: closing });
  if (closing.aborted) return leftToOthers(pending, clock.now());
  const raised: Event = {
    type: 'draft.written',
    id: `${pending.effect.id}/written`,
    at: clock.now(),
    conversation: conversation.id,
    draft,
    written,
  };
  return { is: 'done', raised };
}

/** Whoever could not look knows as little as before. */
function stillUncertain(error: unknown): unknown {
  if (!(error instanceof PlatformError)) return error;
  const { platform, message, retryable, retryAfter, cause } = error;
  const wait = retryAfter === undefined ? {} : { retryAfter };
  return new PlatformError(platform, message, { retryable, ...wait, uncertain: true, cause });
}

const UNKNOWN =
  'the connection broke while it was sent, and the platform cannot tell. Look into the customer’s thread: press It arrived, or send it again.';

function done({ effect, conversation }: Pending, at: Instant, ref: Ref | undefined): Settlement {
  const raised: Event | undefined =
    effect.type === 'send-reply'
      ? {
          type: 'reply.delivered',
          id: `${effect.id}/delivered`,
          at,
          conversation,
          draft: effect.draft,
        }
      : undefined;
  return { is: 'done', ...(ref ? { ref } : {}), ...(raised ? { raised } : {}) };
}

function afterFailure(pending: Pending, error: unknown, at: Instant, { way }: Lease): Settlement {
  const refused = error instanceof PlatformError ? error : undefined;
  // "Later" is not "no": a rate limit is waited for however long it takes.
  const shows = pending.effect.type.startsWith('show-');
  const most = shows ? MOST_SHOWINGS : MOST_ATTEMPTS;
  const last = pending.attempts >= most && refused?.retryAfter === undefined;
  if (last)
    return givenUp(
      pending,
      at,
      refused?.message ?? 'something went wrong here; the log has the details.',
      refused?.uncertain ?? true,
    );
  if (refused && !refused.retryable) {
    // The customer's agent must know at once; a triage channel that is misconfigured may be mended.
    if (!shows) return givenUp(pending, at, refused.message, refused.uncertain);
    return { is: 'again', at: at + LONGEST_DELAY, uncertain: refused.uncertain };
  }
  const backoff = Math.min(FIRST_DELAY * 2 ** (pending.attempts - 1), LONGEST_DELAY);
  // Spread by the effect's number, so that what failed together does not return together.
  const spread = Math.round((pending.number % 16) * (backoff / 32));
  // What is no platform's answer (a bug of ours, a store that failed) may have come after the send.
  const uncertain = refused?.uncertain ?? true;
  // Looked for too soon, what is still on its way is not there yet, and would be sent twice.
  const least = uncertain && isSaid(pending.effect) ? way : 0;
  const wait = refused?.retryAfter ?? Math.max(backoff + spread, least);
  return { is: 'again', at: at + wait, uncertain };
}

function givenUp(
  { effect, conversation }: Pending,
  at: Instant,
  because: string,
  uncertain = false,
): Settlement {
  const raised = failure(effect, conversation, at, because, uncertain);
  return { is: 'given-up', ...(raised ? { raised } : {}) };
}

/** What agents must know of: only what was meant for the customer. */
function failure(
  effect: KeptEffect,
  conversation: string,
  at: Instant,
  because: string,
  uncertain: boolean,
): Event | undefined {
  const base = {
    type: 'delivery.failed',
    id: `${effect.id}/failed`,
    at,
    conversation,
    because,
    ...(uncertain ? ({ uncertain } as const) : {}),
  } as const;
  if (effect.type === 'send-reply') return { ...base, draft: effect.draft };
  if (effect.type === 'send-notice') return { ...base, notice: true };
  return isSaid(effect) ? base : undefined;
}
