import type { Conversation } from '../support/conversation.ts';
import { isSaid, type Outgoing, slotOf } from '../support/effects.ts';
import type { Event } from '../support/events.ts';
import { requestFor } from '../support/writing.ts';
import type { Clock } from './clock.ts';
import { awaitTurn, type Hands, isLate } from './hands.ts';
import { placeOf } from './places.ts';
import { PlatformError, type Stage } from './ports.ts';
import { postNote } from './posting-notes.ts';
import { afterFailure, done, givenUp, leftToOthers, withoutDoor } from './settlements.ts';
import type { Pending, Settlement, Store } from './store/store.ts';

/** Attempts to record what became of an attempt. */
const MOST_SETTLING_TRIES = 6;
/** Milliseconds within which a reply has usually arrived: one change of its draft then shows that, in place of two. */
const USUALLY_ARRIVED = 300;

/**
 * Carries out one effect that was claimed, and settles it. Never rejects: what fails is tried again later. Resolves with
 * what became of it; undefined where that could not be kept.
 */
export async function carryOut(pending: Pending, parts: Hands): Promise<Settlement | undefined> {
  const { clock, log } = parts;
  const { effect } = pending;
  const about = { effect: effect.id, type: effect.type, conversation: pending.conversation };
  const sending: Sending = { begun: false };
  try {
    const settlement = parts.closing.aborted
      ? leftToOthers(pending, clock.now())
      : await attempt(pending, parts, sending).catch(async (error) => {
          log.warn({ ...about, err: error, attempts: pending.attempts }, 'an attempt failed');
          await tellOthers(pending, error, parts);
          const failures = isLimit(error) ? 0 : parts.failures.add(effect.id);
          const how = { failures, begun: sending.begun, lease: parts.store.lease };
          return afterFailure(pending, error, clock.now(), how);
        });
    if (settlement.is !== 'again') parts.failures.forget(effect.id);
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

/** How far an attempt has come. */
interface Sending {
  /** The door was asked: what goes wrong from here on may have gone wrong behind it. */
  begun: boolean;
}

function isLimit(error: unknown): error is PlatformError & { readonly retryAfter: number } {
  return error instanceof PlatformError && error.retryAfter !== undefined;
}

/** Whoever was asked to wait has everybody wait who goes to the same place, at any desk. */
async function tellOthers(
  pending: Pending,
  error: unknown,
  { store, clock }: Hands,
): Promise<void> {
  if (!isLimit(error)) return;
  const now = clock.now();
  const place = placeOf(pending);
  // Where it cannot be kept, the others find out by themselves.
  await store.limit(place, now + error.retryAfter, now).catch(() => {});
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

async function attempt(pending: Pending, parts: Hands, sending: Sending): Promise<Settlement> {
  const { store, doors, clock } = parts;
  const { effect } = pending;
  if (effect.type === 'ask-writer') return askWriter(pending, effect.draft, parts);
  if (effect.type === 'post-note') {
    sending.begun = true;
    return postNote(pending, effect, parts);
  }
  const conversation = await conversationFor(effect, pending.conversation, parts);
  const door = conversation && doors.get(conversation.place.platform);
  if (!conversation || !door) return withoutDoor(pending, clock.now());
  const refs = await store.refs(conversation.id);
  // What was shown and could not be recorded is looked for, as after a crash.
  if (refs.has(slotOf(effect)) && parts.shown.covers(conversation, effect)) return { is: 'done' };
  const later = await awaitTurn(pending, parts);
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
  sending.begun = true;
  const ref = await door.perform(effect, { ...stage, inTime });
  parts.shown.keep(conversation, effect);
  return done(pending, clock.now(), ref);
}

/** As it stands when the effect is to be carried out. A draft whose reply has just left is looked at when it has arrived. */
async function conversationFor(
  effect: Outgoing,
  id: string,
  { store, arrivals, clock }: Hands,
): Promise<Conversation | undefined> {
  const conversation = await store.conversation(id);
  if (effect.type !== 'show-draft') return conversation;
  const state = conversation?.drafts.find(({ number }) => number === effect.draft)?.state;
  if (state?.is !== 'approved') return conversation;
  // No longer than that, though it left by a clock that is ahead of this one.
  const left = Math.min(state.at - clock.now(), 0) + USUALLY_ARRIVED;
  if (left <= 0) return conversation;
  await arrivals.next(id, left);
  return store.conversation(id);
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
