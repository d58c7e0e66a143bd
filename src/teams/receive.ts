import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from '../desk/ports.ts';
import { parseJson, textAt } from '../support/json.ts';
import { type IntakeParts, takeIn } from './intake.ts';

/** Bytes. An activity carries words and links; the largest are about a hundred thousand. */
const LARGEST_BODY = 512 * 1024;

/**
 * POST /api/messages: proved, kept, and only then acknowledged. 401 for what Microsoft did not sign for us, 403 for
 * what happened elsewhere, 400 for what cannot be read, 503 for what could not be kept in time.
 */
export function createReceive(parts: IntakeParts): Route {
  const { log } = parts;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readBody(request);
    if (raw === TOO_LARGE) return say(response, 413, 'too large');
    if (raw === BROKEN_OFF) return;
    const activity = parseJson(raw.toString('utf8'));
    if (!activity) {
      log.warn({ bytes: raw.length }, 'a request that is not JSON was refused');
      return say(response, 400, 'not readable');
    }
    const authorization = request.headers.authorization ?? '';
    try {
      const { status, body, refused } = await takeIn(
        activity,
        raw.toString('utf8'),
        authorization,
        parts,
      );
      if (refused) {
        const type = textAt(activity, 'type').slice(0, 40);
        log.warn({ type, because: refused }, 'an activity was refused');
        return say(response, status, refused);
      }
      if (body === undefined) return void response.writeHead(status, { 'content-length': 0 }).end();
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(body));
    } catch (err) {
      log.error({ err, activity: textAt(activity, 'id') }, 'not kept: Teams may send it again');
      if (!response.headersSent) say(response, 503, 'not kept');
    }
  }

  return { method: 'POST', path: '/api/messages', handle };
}

const TOO_LARGE = Symbol('too large');
const BROKEN_OFF = Symbol('broken off');

function readBody(
  request: IncomingMessage,
): Promise<Buffer | typeof TOO_LARGE | typeof BROKEN_OFF> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= LARGEST_BODY) parts.push(part);
      else resolve(TOO_LARGE);
    });
    request.on('end', () => resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts)));
    request.on('error', () => resolve(BROKEN_OFF));
    request.on('close', () => resolve(BROKEN_OFF));
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
