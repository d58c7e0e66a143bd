import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../src/config.ts';
import type { Route } from '../src/desk/ports.ts';
import { createMetrics } from '../src/metrics.ts';
import { type Behind, listen, type OpenPort } from '../src/server.ts';

const opened: OpenPort[] = [];
afterEach(async () => {
  for (const port of opened.splice(0)) await port[Symbol.asyncDispose]();
});

const stats = {
  accepted: 7,
  decided: 5,
  carriedOut: 3,
  ...{ givenUp: 0, putAside: 0 },
  kept: { waiting: { inbox: 2, effects: 1, timers: 4 }, overdue: 1500 },
};

const logged: { facts: object; text: string }[] = [];
const note = (facts: object, text: string) => void logged.push({ facts, text });

async function open(routes: readonly Route[] = [], more: Partial<Behind> = {}) {
  const port = await listen({
    host: '127.0.0.1',
    port: 0,
    routes,
    log: { debug: note, info: note, warn: note, error: note },
    missing: () => [],
    metrics: createMetrics({ stats: async () => stats, missing: () => [] }),
    ...more,
  });
  opened.push(port);
  return port;
}

/** A promise that a test settles when it wants to. */
const gate = () => Promise.withResolvers<void>();

describe('the port', () => {
  it('gives a request to the door whose route it is, the query left to the door', async () => {
    const { url } = await open([
      { method: 'POST', path: '/slack/events', handle: (q, r) => void r.end(`heard ${q.url}`) },
    ]);
    const answer = await fetch(`${url}/slack/events?a=1`, { method: 'POST', body: '{}' });
    expect(await answer.text()).toBe('heard /slack/events?a=1');
  });

  it.each([
    ['GET', '/nowhere', 404],
    ['GET', '/slack/events/', 404],
    ['GET', '/slack/events', 405],
    ['DELETE', '/healthz', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    const { url } = await open([
      { method: 'POST', path: '/slack/events', handle: (_, r) => void r.end() },
    ]);
    const answer = await fetch(url + path, { method });
    expect(answer.status).toBe(status);
    expect((await answer.text()).length).toBeLessThan(40);
  });

  it('answers 500 without a detail when a door throws, and logs it', async () => {
    const { url } = await open([
      {
        method: 'GET',
        path: '/now',
        handle: () => {
          throw new Error('planted detail');
        },
      },
      { method: 'GET', path: '/later', handle: () => Promise.reject(new Error('planted detail')) },
    ]);
    logged.length = 0;
    for (const path of ['/now', '/later']) {
      const answer = await fetch(url + path);
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain('planted');
    }
    expect(logged).toMatchObject([
      { facts: { path: '/now', err: { message: 'planted detail' } } },
      { facts: { path: '/later' } },
    ]);
  });

  it('cuts an answer that broke off halfway, so that nobody takes it for whole', async () => {
    const { url } = await open([
      {
        method: 'GET',
        path: '/half',
        handle: async (_, response) => {
          response.write('half');
          throw new Error('broke');
        },
      },
    ]);
    await expect(fetch(`${url}/half`).then((answer) => answer.text())).rejects.toThrow();
  });

  it('refuses two doors on one route', async () => {
    const route: Route = { method: 'GET', path: '/healthz', handle: () => {} };
    await expect(open([route])).rejects.toThrow('two routes for GET /healthz');
  });

  it('tells whether it lives, and what is not ready', async () => {
    const missing = ['slack: no connection yet'];
    const { url } = await open([], { missing: () => missing });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/healthz`, { method: 'HEAD' })).status).toBe(200);
    const waiting = await fetch(`${url}/readyz`);
    expect(waiting.status).toBe(503);
    expect(await waiting.text()).toContain('slack: no connection yet');
    missing.length = 0;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('reports its figures and how long answers took, by route only', async () => {
    const { url } = await open();
    await fetch(`${url}/healthz?secret=planted`);
    await fetch(`${url}/planted`);
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text = await answer.text();
    expect(text).toContain('warmline_accepted_total 7');
    expect(text).toContain('warmline_waiting{what="effects"} 1');
    expect(text).toMatch(/warmline_http_seconds_count\{path="\/healthz",status="200"\} 1/);
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('planted');
  });

  it('says what to do when the port is taken or the address is not ours', async () => {
    const { port } = await open();
    await expect(open([], { port })).rejects.toThrow(ConfigError);
    await expect(open([], { port })).rejects.toThrow(/taken by another program.*set PORT/s);
    await expect(open([], { host: '203.0.113.7' })).rejects.toThrow(/HOST 203.0.113.7/);
  });
});

describe('closing the port', () => {
  it('lets a running request finish, accepts no other, and cuts idle connections', async () => {
    const reached = gate();
    const release = gate();
    const slow: Route = {
      method: 'GET',
      path: '/slow',
      handle: async (_, response) => {
        reached.resolve();
        await release.promise;
        response.end('done');
      },
    };
    // Longer than the test may take: what is cut here is cut because it is idle.
    const port = await open([slow], { patience: 60_000 });
    const agent = new Agent({ keepAlive: true });
    const idle = connect(port.port, '127.0.0.1');
    await once(idle, 'connect');
    const request = get(`${port.url}/slow`, { agent });
    const answered = once(request, 'response');
    await reached.promise;

    const closed = port[Symbol.asyncDispose]();
    await expect(fetch(`${port.url}/healthz`)).rejects.toThrow();
    release.resolve();
    const [response] = await answered;
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('done');
    await closed;
    opened.splice(opened.indexOf(port), 1);
    idle.destroy();
    agent.destroy();
  });

  it('ends live streams soon, without the patience that a request gets', async () => {
    const port = await open(
      [
        {
          method: 'GET',
          path: '/live',
          handle: (_, response) => {
            response.writeHead(200, { 'content-type': 'text/event-stream' });
            response.write('data: 1\n\n');
          },
        },
      ],
      { patience: 60_000 },
    );
    const live = await fetch(`${port.url}/live`);
    const ended = expect(live.text()).rejects.toThrow();
    await port[Symbol.asyncDispose]();
    opened.splice(opened.indexOf(port), 1);
    await ended;
  });

  it('cuts a request that hangs when patience is over', async () => {
    const reached = gate();
    const port = await open([{ method: 'GET', path: '/hangs', handle: () => reached.resolve() }], {
      patience: 50,
    });
    const cut = expect(fetch(`${port.url}/hangs`)).rejects.toThrow();
    await reached.promise;
    await port[Symbol.asyncDispose]();
    opened.splice(opened.indexOf(port), 1);
    await cut;
  });
});
