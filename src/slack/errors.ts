import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { PlatformError } from '../desk/ports.ts';

/** Slack's error codes that agents can do something about: what happened, what to do. */
const REMEDIES: Readonly<Record<string, string>> = {
  channel_not_found:
    'Slack does not know this channel, or the bot is not in it. Invite the bot with /invite, or check the channel id.',
  not_in_channel: 'The bot is not in this channel. Invite it there with /invite, then send again.',
  is_archived: 'The channel is archived. Unarchive it, or answer the customer somewhere else.',
  thread_not_found: 'The thread is gone: its first message was deleted. Answer in the channel.',
  restricted_action_thread_locked:
    'The thread is locked. Unlock it in Slack, then send again, or answer in the channel.',
  restricted_action_read_only_channel:
    'The channel is read-only for the bot. Allow it to post in the channel’s settings.',
  restricted_action_thread_only_channel: 'The channel takes replies in threads only.',
  restricted_action_non_threadable_channel: 'The channel does not allow threads.',
  restricted_action: 'The workspace does not allow the bot to post here. Ask an admin to allow it.',
  slack_connect_file_link_sharing_blocked:
    'The other organisation does not allow links to files. Send it without the link.',
  msg_too_long: 'The text is too long for one message. Send it in two parts.',
  msg_blocks_too_long: 'The text is too long for one message. Send it in two parts.',
  no_text: 'There was no text to send.',
  user_not_in_channel: 'This person is not in the channel.',
  user_not_found: 'Slack does not know this person any more.',
  users_not_found: 'Slack does not know this person any more.',
  cannot_dm_bot: 'A bot cannot be written to.',
  message_not_found: 'The message is gone.',
  cant_update_message: 'Slack does not let the bot change this message.',
  edit_window_closed: 'Slack does not let this message be changed any more.',
  expired_trigger_id: 'The dialog came too late. Press the button again.',
  trigger_expired: 'The dialog came too late. Press the button again.',
  exchanged_trigger_id: 'The dialog was opened already. Press the button again.',
  trigger_exchanged: 'The dialog was opened already. Press the button again.',
  not_found: 'It is gone already.',
  view_not_found: 'The dialog was closed already.',
  invalid_auth:
    'Slack refuses the bot’s token. Copy the Bot User OAuth Token again into SLACK_BOT_TOKEN.',
  not_authed: 'The bot has no token. Set SLACK_BOT_TOKEN.',
  token_revoked: 'The bot’s token was revoked. Install the app again.',
  token_expired: 'The bot’s token has expired. Install the app again.',
  account_inactive: 'The bot’s account was removed. Install the app again.',
  team_access_not_granted: 'The app may not act in this workspace. Ask an admin to grant access.',
  missing_scope:
    'The app lacks a permission. Compare its scopes with the manifest and reinstall it.',
  ekm_access_denied: 'The workspace’s administrators have suspended posting here.',
  plan_upgrade_required:
    'User groups need a paid Slack plan. List the people’s ids in SLACK_AGENTS instead.',
};

/** Codes after which a later try may help. Those that may have acted are marked. */
const PASSING: Readonly<Record<string, { readonly uncertain: boolean }>> = {
  ratelimited: { uncertain: false },
  rate_limited: { uncertain: false },
  message_limit_exceeded: { uncertain: false },
  team_added_to_org: { uncertain: false },
  org_login_required: { uncertain: false },
  service_unavailable: { uncertain: true },
  request_timeout: { uncertain: true },
  internal_error: { uncertain: true },
  fatal_error: { uncertain: true },
};

/** The wire never reached Slack: nothing can have been carried out. */
const NEVER_ARRIVED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Milliseconds to wait where Slack limits the rate without saying for how long. */
const UNTOLD_WAIT = 30_000;

/** Slack's own code of a refusal (`channel_not_found`), where that is what happened. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** Whatever a call to Slack threw, sorted by what can be done about it. Bugs come back as they are. */
export function toPlatformError(error: unknown): unknown {
  if (error instanceof PlatformError) return error;
  if (error instanceof WebAPIRateLimitedError) {
    return limited(error.retryAfter * 1000, error);
  }
  if (error instanceof WebAPIHTTPError) {
    const { statusCode } = error;
    const passing = statusCode >= 500 || statusCode === 408;
    const remedy = passing ? 'It is tried again.' : 'Check SLACK_API_URL and any proxy in between.';
    return new PlatformError('slack', `Slack answered HTTP ${statusCode}. ${remedy}`, {
      retryable: passing,
      uncertain: passing,
      cause: error,
    });
  }
  if (error instanceof WebAPIRequestError) return broken(error.original, error);
  if (error instanceof WebAPIPlatformError) return refused(error);
  if (!(error instanceof Error)) return error;
  if (error.message.startsWith('Retry header did not contain')) return limited(UNTOLD_WAIT, error);
  const wire = error.name === 'TimeoutError' || error.name === 'AbortError';
  // The answer to an upload that breaks off while it is read: fetch's own TypeError, which names its cause.
  return wire || (error instanceof TypeError && error.cause) ? broken(error, error) : error;
}

/**
 * Runs calls to Slack so that whatever they throw is a PlatformError, or a bug.
 * @throws PlatformError
 */
export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toPlatformError(error);
  }
}

function limited(retryAfter: number, cause: unknown): PlatformError {
  const message = 'Slack asks us to slow down. It is tried again when Slack allows.';
  return new PlatformError('slack', message, { retryable: true, retryAfter, cause });
}

function broken(original: Error, cause: unknown): PlatformError {
  const inner = original.cause as { code?: unknown } | undefined;
  const code = String(inner?.code ?? (original as { code?: unknown }).code ?? '');
  const timedOut = original.name === 'TimeoutError';
  const what = timedOut
    ? 'Slack did not answer in time.'
    : `The connection to Slack broke${code ? ` (${code})` : ''}.`;
  return new PlatformError('slack', `${what} It is tried again.`, {
    retryable: true,
    uncertain: !NEVER_ARRIVED.has(code),
    cause,
  });
}

function refused(error: WebAPIPlatformError): PlatformError {
  const code = error.data.error;
  const passing = PASSING[code];
  if (passing) {
    const retryAfter = error.data.response_metadata?.retryAfter;
    return new PlatformError('slack', `Slack has trouble (${code}). It is tried again.`, {
      retryable: true,
      ...(typeof retryAfter === 'number' ? { retryAfter: retryAfter * 1000 } : {}),
      uncertain: passing.uncertain,
      cause: error,
    });
  }
  const known = REMEDIES[code];
  // Where Slack answers something that is not JSON, the SDK passes the whole page on as the code.
  const name = /^[a-z0-9_]{1,60}$/.test(code) ? code : 'an answer that is not Slack’s';
  const message = known ? `${known} (${code})` : `Slack refused: ${name}.`;
  return new PlatformError('slack', message, { retryable: false, cause: error });
}
