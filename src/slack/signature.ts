import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Instant } from '../support/conversation.ts';

/** Milliseconds that a request's time may be off, either way. */
const TOLERANCE = 5 * 60_000;

/** Whether Slack signed these exact bytes about now. */
export function isSigned(
  body: Buffer,
  headers: IncomingHttpHeaders,
  secret: string,
  now: Instant,
): boolean {
  const time = headers['x-slack-request-timestamp'];
  const given = headers['x-slack-signature'];
  if (typeof time !== 'string' || typeof given !== 'string') return false;
  if (!/^\d{1,12}$/.test(time) || Math.abs(now - Number(time) * 1000) > TOLERANCE) return false;
  const right = createHmac('sha256', secret).update(`v0:${time}:`).update(body).digest('hex');
  const expected = Buffer.from(`v0=${right}`);
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
