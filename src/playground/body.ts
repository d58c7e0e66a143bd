import type { IncomingMessage } from 'node:http';
import { Refused } from './acts.ts';

/** Bytes of one request: the longest message in the widest letters, with room for its envelope. */
const LIMIT = 512 * 1024;

/** The body as text. @throws Refused when it is larger than any act can be. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LIMIT) throw new Refused('This is too large for a message.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
