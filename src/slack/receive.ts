import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../desk/clock.ts';
import type { Log, Route } from '../desk/ports.ts';
import { type Json, parseJson, textAt } from '../support/json.ts';
import type { Intake } from './intake.ts';
import { isSigned } from './signature.ts';

/** Bytes. Slack's largest are a few hundred thousand. */
const LARGEST_BODY = 1024 * 1024;

/**
 * POST /slack/events: verified, kept, and only then acknowledged. 401 for what Slack did not sign about now, 400 for
 * what cannot be read, 503 for what could not be kept in time, so that Slack sends it again.
 */
export function createReceive(parts: {
  readonly signingSecret: string;
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
}): Route {
  const { signingSecret, intake, clock, log } = parts;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === 'too large') return say(response, 413, 'too large');
    if (body === 'broken off') return;
    if (!isSigned(body, request.headers, signingSecret, clock.now())) {
      log.warn({ path: request.url }, 'a request that Slack did not sign, or not now, was refused');
      return say(response, 401, 'not signed');
    }
    const raw = body.toString('utf8');
    const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    const payload = form ? readForm(raw) : parseJson(raw);
    if (!payload) {
      log.warn({ bytes: body.length }, 'a signed request that is not JSON was refused');
      return say(response, 400, 'not readable');
    }
    try {
      if (form) await interact(payload, response);
      else await take(payload, raw, response);
    } catch (err) {
      log.error({ err, event: textAt(payload, 'event_id') }, 'not kept: Slack will send it again');
      if (!response.headersSent) say(response, 503, 'not kept');
    }
  }

  async function take(payload: Json, raw: string, response: ServerResponse): Promise<void> {
    switch (payload['type']) {
      case 'url_verification':
        return say(response, 200, textAt(payload, 'challenge'));
      case 'event_callback':
        if (textAt(payload, 'event_id') === '') return say(response, 400, 'no event_id');
        await intake.event(payload, raw);
        return void response.writeHead(200, { 'content-length': 0 }).end();
      case 'app_rate_limited':
        log.warn({ team: textAt(payload, 'team_id') }, 'Slack holds back events: too many an hour');
        return say(response, 200, '');
      default:
        log.debug({ type: textAt(payload, 'type') }, 'a request that means nothing to us');
        return say(response, 200, '');
    }
  }

  async function interact(payload: Json, response: ServerResponse): Promise<void> {
    if (payload['ssl_check'] === '1') return say(response, 200, '');
    const answer = await intake.interaction(payload);
    if (typeof answer !== 'object' || answer === null) {
      return say(response, 200, typeof answer === 'string' ? answer : '');
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(answer));
  }

  return { method: 'POST', path: '/slack/events', handle };
}

/** Commands are forms; interactions are forms with the JSON in one field. */
function readForm(raw: string): Json | undefined {
  const form = new URLSearchParams(raw);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : parseJson(payload);
}

function readBody(request: IncomingMessage): Promise<Buffer | 'too large' | 'broken off'> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= LARGEST_BODY) parts.push(part);
      else resolve('too large');
    });
    request.on('end', () => resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts)));
    request.on('error', () => resolve('broken off'));
    request.on('close', () => resolve('broken off'));
  });
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    // What is left of a refused body is not worth reading.
    ...(status === 413 ? { connection: 'close' } : {}),
  });
  response.end(text);
}
