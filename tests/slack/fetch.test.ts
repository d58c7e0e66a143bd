import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { fetchFromSlack } from '../../src/slack/fetch.ts';

/** What the client reads of the answer that somebody who listens so gives to this method. */
async function readOf(method: string, listen: RequestListener): Promise<string> {
  await using server = createServer(listen).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const how = { method: 'POST', body: 'a=b' } as const;
  const answer = await fetchFromSlack(`http://127.0.0.1:${port}/api/${method}`, how);
  server.closeAllConnections();
  return answer.text();
}

it('Slack’s answer is read as it was given also by way of a proxy that packs what it may', async () => {
  // Without a word on encodings, HTTP allows any.
  const read = await readOf('auth.test', (request, response) => {
    const plain = request.headers['accept-encoding'] === 'identity';
    if (!plain) response.setHeader('content-encoding', 'gzip');
    response.end(plain ? '{"ok":true}' : gzipSync('{"ok":true}'));
  });
  expect(read).toBe('{"ok":true}');
});

it.each([
  [
    'chat.postMessage',
    '{"ok":true,"ts":"1.2","message":{"text":"Hello"}}',
    '{"ok":true,"ts":"1.2"}',
  ],
  ['chat.update', '{"ok":false,"error":"cant_update"}', '{"ok":false,"error":"cant_update"}'],
  ['chat.postMessage', 'upstream is away', 'upstream is away'],
  ['chat.update', 'null', 'null'],
  [
    'files.info',
    '{"ok":true,"message":{"text":"Hello"}}',
    '{"ok":true,"message":{"text":"Hello"}}',
  ],
])('of the answer to %s, %s, nobody reads what Slack only repeats', async (method, said, read) => {
  expect(await readOf(method, (_, response) => void response.end(said))).toBe(read);
});
