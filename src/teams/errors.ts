import { PlatformError } from '../desk/ports.ts';
import { at, isJson, type Json, textAt } from '../support/json.ts';

/** Codes of refusals that agents can do something about: what happened, what to do. */
const REMEDIES: Readonly<Record<string, string>> = {
  BotNotInConversationRoster:
    'The bot is not in this conversation. Add the app to the team, and to the channel if it is shared or private.',
  ConversationNotFound:
    'Teams does not know this conversation any more. Answer the customer somewhere else.',
  ActivityNotFoundInConversation: 'The message is gone.',
  MessageSizeTooBig: 'The text is too long for one message. Send it in two parts.',
  ConversationBlockedByUser: 'This person has blocked the bot.',
  MessageWritesBlocked: 'The bot may not write here. Ask a team owner to allow it.',
  ForbiddenOperationException: 'Teams does not let the bot do this here. Ask a team owner.',
  BotDisabledByAdmin: 'An administrator has disabled the app. Ask them to allow it.',
};

/** Refusals by status where no code says more. */
const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'Teams refuses the bot’s credentials. Check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID.',
  403: 'The bot may not write here. Add the app to the team, and to the channel if it is shared or private.',
  404: 'Teams does not know this conversation or message any more.',
  413: 'The text is too long for one message. Send it in two parts.',
};

/**
 * Statuses that say that nothing was done. The server's own faults do not: a gateway that gave up waiting (502, 503,
 * 504) knows nothing of what happened behind it, although Microsoft asks to try again.
 */
const NOT_DONE = new Set([412, 429]);

/** The wire never reached Teams: nothing can have been carried out. */
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH']);

/** What Entra calls a secret, an id or a tenant that is wrong: no later try helps. */
const BAD_CREDENTIALS =
  /\b(invalid_client|unauthorized_client|invalid_request|AADSTS(7000215|7000222|700016|90002|50034|900023))\b/;

/** The status and code of a refusal by the connector, where that is what happened. */
export function refusalOf(error: unknown): { status: number; code: string } | undefined {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status !== 'number') return undefined;
  const body = bodyOf(error);
  return { status, code: textAt(body, 'error', 'code') || textAt(body, 'code') };
}

/** Whatever a call to Teams threw, sorted by what can be done about it. Bugs come back as they are. */
function toPlatformError(error: unknown): unknown {
  if (error instanceof PlatformError) return error;
  const refusal = refusalOf(error);
  if (refusal) return refused(error, refusal.status, refusal.code);
  if (!(error instanceof Error)) return error;
  if (BAD_CREDENTIALS.test(`${(error as { errorCode?: unknown }).errorCode} ${error.message}`)) {
    const message =
      'Microsoft refuses the bot’s credentials. Check TEAMS_APP_ID, TEAMS_TENANT_ID and the client secret in TEAMS_APP_PASSWORD, which may have expired.';
    return new PlatformError('teams', message, { retryable: false, cause: error });
  }
  return broken(error) ?? signIn(error) ?? error;
}

/**
 * Runs calls to Teams so that whatever they throw is a PlatformError, or a bug.
 * @throws PlatformError
 */
export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toPlatformError(error);
  }
}

function refused(error: unknown, status: number, code: string): PlatformError {
  if (status >= 500 || status === 408 || NOT_DONE.has(status)) {
    const wait = retryAfterOf(error);
    const what =
      status === 429
        ? 'Teams asks us to slow down. It is tried again when Teams allows.'
        : `Teams has trouble (HTTP ${status}). It is tried again.`;
    return new PlatformError('teams', what, {
      retryable: true,
      ...(wait === undefined ? {} : { retryAfter: wait }),
      uncertain: !NOT_DONE.has(status),
      cause: error,
    });
  }
  const name = /^[A-Za-z0-9_]{1,60}$/.test(code) ? code : `HTTP ${status}`;
  const remedy = REMEDIES[code] ?? BY_STATUS[status] ?? 'Teams refused this.';
  return new PlatformError('teams', `${remedy} (${name})`, { retryable: false, cause: error });
}

function broken(error: Error): PlatformError | undefined {
  const code = String((error as { code?: unknown }).code ?? '');
  const timedOut = error.name === 'AbortError' || error.name === 'TimeoutError';
  // The SDK calls a connection that failed a REQUEST_SEND_ERROR and hides the reason in its words.
  const inside = /\b(E[A-Z]{5,15})\b/.exec(`${code} ${error.message}`)?.[1] ?? '';
  const wire = timedOut || code === 'REQUEST_SEND_ERROR' || /^E[A-Z_]{5,15}$/.test(code);
  if (!wire && !/socket hang up|network/i.test(error.message)) return undefined;
  const what = timedOut
    ? 'Teams did not answer in time.'
    : `The connection to Teams broke${inside ? ` (${inside})` : ''}.`;
  return new PlatformError('teams', `${what} It is tried again.`, {
    retryable: true,
    uncertain: !NEVER_ARRIVED.has(inside),
    cause: error,
  });
}

/** Microsoft's sign-in gave no token: Teams was not called. */
function signIn(error: Error): PlatformError | undefined {
  const { errorCode } = error as { errorCode?: unknown };
  const named = typeof errorCode === 'string';
  if (!named && !/access token/i.test(error.message)) return undefined;
  const code = named && /^[a-z_]{1,60}$/.test(errorCode) ? ` (${errorCode})` : '';
  const what = `Microsoft’s sign-in has trouble${code}. It is tried again.`;
  return new PlatformError('teams', what, { retryable: true, cause: error });
}

/** Milliseconds; Teams gives seconds, seldom a date. */
function retryAfterOf(error: unknown): number | undefined {
  const headers = (error as { response?: { headers?: { get?(name: string): unknown } } }).response
    ?.headers;
  const value = headers?.get?.('retry-after');
  const seconds = typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function bodyOf(error: unknown): Json {
  const { body, details, response } = error as Record<string, unknown>;
  for (const one of [body, details]) if (isJson(one)) return one;
  const text = at(response, 'bodyAsText');
  try {
    const parsed: unknown = typeof text === 'string' ? JSON.parse(text) : {};
    return isJson(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
