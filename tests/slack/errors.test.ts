import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { PlatformError } from '../../src/desk/ports.ts';
import { toPlatformError } from '../../src/slack/errors.ts';

const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });
const wire = (name: string, code?: string) =>
  new WebAPIRequestError(
    Object.assign(new Error('fetch failed', code ? { cause: { code } } : {}), { name }),
  );

describe('what Slack refuses or fails at', () => {
  it.each<[string, unknown, boolean, boolean, number | undefined, RegExp]>([
    ['a rate limit', new WebAPIRateLimitedError(7), true, false, 7_000, /slow down/],
    [
      'a rate limit without a time',
      new Error('Retry header did not contain a valid timeout'),
      true,
      false,
      30_000,
      /slow down/,
    ],
    ['ratelimited in the answer', refusal('ratelimited'), true, false, undefined, /trouble/],
    ['a server error', new WebAPIHTTPError(500, 'x', {}), true, true, undefined, /HTTP 500/],
    ['a gateway error', new WebAPIHTTPError(503, 'x', {}), true, true, undefined, /HTTP 503/],
    ['a client error', new WebAPIHTTPError(404, 'x', {}), false, false, undefined, /SLACK_API_URL/],
    ['internal_error', refusal('internal_error'), true, true, undefined, /internal_error/],
    ['a timeout', wire('TimeoutError'), true, true, undefined, /in time/],
    ['a broken connection', wire('TypeError', 'ECONNRESET'), true, true, undefined, /ECONNRESET/],
    [
      'a refused connection',
      wire('TypeError', 'ECONNREFUSED'),
      true,
      false,
      undefined,
      /ECONNREFUSED/,
    ],
    [
      'no connection in time',
      wire('Error', 'UND_ERR_CONNECT_TIMEOUT'),
      true,
      false,
      undefined,
      /UND_/,
    ],
    ['no name', wire('TypeError', 'ENOTFOUND'), true, false, undefined, /ENOTFOUND/],
    [
      'an answer broken off',
      new TypeError('terminated', { cause: new Error('other side closed') }),
      true,
      true,
      undefined,
      /broke/,
    ],
    ['channel_not_found', refusal('channel_not_found'), false, false, undefined, /\/invite/],
    ['not_in_channel', refusal('not_in_channel'), false, false, undefined, /\/invite/],
    ['is_archived', refusal('is_archived'), false, false, undefined, /[Uu]narchive/],
    [
      'a locked thread',
      refusal('restricted_action_thread_locked'),
      false,
      false,
      undefined,
      /[Uu]nlock/,
    ],
    [
      'a revoked token',
      refusal('token_revoked'),
      false,
      false,
      undefined,
      /[Ii]nstall the app again/,
    ],
    ['a wrong token', refusal('invalid_auth'), false, false, undefined, /SLACK_BOT_TOKEN/],
    ['a missing scope', refusal('missing_scope'), false, false, undefined, /manifest/],
    ['an unknown code', refusal('moon_is_full'), false, false, undefined, /moon_is_full/],
    [
      'a page that is not JSON',
      refusal('<html>proxy</html>'),
      false,
      false,
      undefined,
      /not Slack’s/,
    ],
  ])('%s', (_, error, retryable, uncertain, retryAfter, message) => {
    const sorted = toPlatformError(error);
    expect(sorted).toBeInstanceOf(PlatformError);
    expect(sorted).toMatchObject({ platform: 'slack', retryable, uncertain, retryAfter });
    expect((sorted as Error).message).toMatch(message);
  });

  it('is told apart from bugs of our own, which stay what they are', () => {
    const bug = new TypeError('x is not a function');
    expect(toPlatformError(bug)).toBe(bug);
  });
});
