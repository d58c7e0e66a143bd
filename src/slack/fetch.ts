import type { FetchFunction } from '@slack/web-api';
import { request } from 'undici';
import { parseJson } from '../support/json.ts';

/**
 * What Slack's client calls Slack with. Node's own `fetch` makes streams, copies of headers and clones for each call, half of all that
 * a call costs (0.8 ms of processor time with it, 0.4 ms without, measured); undici, which is beneath it, does without.
 * A proxy that Node is told of (`NODE_USE_ENV_PROXY`) serves both. Redirects are answers here: nothing of ours follows them.
 * @throws whatever undici throws where there is no whole answer, also one that breaks off
 */
export const fetchFromSlack: FetchFunction = async (url, init = {}) => {
  const { method = 'GET', headers = {}, body, signal } = init;
  // A file: seldom, and its boundary is fetch's own to make.
  if (typeof body === 'object') return fetch(url, init);
  const answer = await request(url, {
    method: method as 'GET' | 'POST',
    // Whoever names no encoding takes any, by HTTP; here none is undone.
    headers: { 'accept-encoding': 'identity', ...headers },
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  });
  const status = answer.statusCode;
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  const told = new Map(
    Object.entries(answer.headers).map(([name, value = '']) => [name, String(value)]),
  );
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: answer.statusText,
    url: String(url),
    headers: { get: (name) => told.get(name.toLowerCase()) ?? null, entries: () => told.entries() },
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
    json: async () => JSON.parse(bytes.toString()) as unknown,
    text: async () => (ECHOES.test(String(url)) ? withoutEcho(bytes.toString()) : bytes.toString()),
  };
};

/** Methods whose answers repeat the whole message that they were given. */
const ECHOES = /\/chat\.(postMessage|update)$/;

/** Nobody reads it, and the client copies an answer field by field for a line of its log, whether that is written or not. */
function withoutEcho(answer: string): string {
  const said = parseJson(answer);
  // The client says what is wrong with what is no JSON.
  if (!said || !('message' in said)) return answer;
  const { message: _, ...rest } = said;
  return JSON.stringify(rest);
}
