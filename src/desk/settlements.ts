import type { Instant } from '../support/conversation.ts';
import { isSaid, type KeptEffect } from '../support/effects.ts';
import type { Event } from '../support/events.ts';
import type { Lease } from './lease.ts';
import { PlatformError, type Ref } from './ports.ts';
import type { Pending, Settlement } from './store/store.ts';

/** Attempts until we give up: about half an hour with the delays below. */
const MOST_ATTEMPTS = 12;
/** Attempts to show agents something, about a day: without its card nobody knows of a customer. */
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

/** When it is tried again, or that it is given up. */
export function afterFailure(
  pending: Pending,
  error: unknown,
  at: Instant,
  { way }: Lease,
): Settlement {
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
