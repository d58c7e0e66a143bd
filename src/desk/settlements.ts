import type { Instant } from '../support/conversation.ts';
import { isSaid, type KeptEffect } from '../support/effects.ts';
import type { Event } from '../support/events.ts';
import type { Lease } from './lease.ts';
import { PlatformError, type Ref } from './ports.ts';
import type { Pending, Settlement } from './store/store.ts';

/** Failures until we give up: about half an hour with the delays below. What is only asked to wait waits however long. */
const MOST_FAILURES = 12;
/** Failures to show agents something, about a day: without its card nobody knows of a customer. */
const MOST_SHOWINGS = 300;
/** First delay and longest delay between attempts, in ms. */
const FIRST_DELAY = 500;
const LONGEST_DELAY = 300_000;

/** Of a reply the desk is told that it arrived. */
export function done(
  { effect, conversation }: Pending,
  at: Instant,
  ref: Ref | undefined,
): Settlement {
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

/** Without its door it waits: the next start may have it again. */
export function withoutDoor({ uncertain }: Pending, now: Instant): Settlement {
  return { is: 'again', at: now + LONGEST_DELAY, uncertain };
}

/** As if it had not been taken up. */
export function leftToOthers({ uncertain }: Pending, now: Instant): Settlement {
  return { is: 'again', at: now, uncertain };
}

/**
 * When it is tried again, or that it is given up.
 * @param how how often it has failed (0 where it was only asked to wait), and whether its door had been asked
 */
export function afterFailure(
  pending: Pending,
  error: unknown,
  at: Instant,
  how: { readonly failures: number; readonly begun: boolean; readonly lease: Lease },
): Settlement {
  const refused = error instanceof PlatformError ? error : undefined;
  // What is no platform's answer (a bug of ours, a store that failed) may have come after the send.
  const may = refused?.uncertain ?? how.begun;
  // What may have arrived once may still, whatever is said of a later attempt.
  const uncertain = may || pending.uncertain;
  const shows = pending.effect.type.startsWith('show-');
  if (how.failures >= (shows ? MOST_SHOWINGS : MOST_FAILURES)) {
    const because = refused?.message ?? 'something went wrong here; the log has the details.';
    return givenUp(pending, at, because, uncertain);
  }
  if (refused && !refused.retryable) {
    // The customer's agent must know at once; a triage channel that is misconfigured may be mended.
    if (!shows) return givenUp(pending, at, refused.message, may);
    return { is: 'again', at: at + LONGEST_DELAY, uncertain };
  }
  const backoff = Math.min(FIRST_DELAY * 2 ** Math.max(0, how.failures - 1), LONGEST_DELAY);
  // Spread by the effect's number, so that what failed together does not return together.
  const spread = Math.round((pending.number % 16) * (backoff / 32));
  // Looked for too soon, what is still on its way is not there yet, and would be sent twice.
  const least = uncertain && isSaid(pending.effect) ? how.lease.way : 0;
  return {
    is: 'again',
    at: at + Math.max(refused?.retryAfter ?? backoff + spread, least),
    uncertain,
  };
}

/** Nobody tries any more; of what was meant for a customer the desk is told. */
export function givenUp(
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
